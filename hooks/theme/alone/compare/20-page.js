// What is compared stands in the address: ?p=one,two. The list below chooses, two to four.

const MOST = 4;

export const start = (holder, all) => {
  const status = holder.querySelector("[data-compare-status]");
  const place = holder.querySelector("[data-compare-table]");
  const checks = [...holder.querySelectorAll(".compare__check")];
  const root = new URL(holder.dataset.root, document.baseURI).href;
  const byId = new Map(all.map((policy) => [policy.id, policy]));
  let chosen = [];

  const read = () => {
    const ids = (new URLSearchParams(location.search).get("p") || "").split(",");
    chosen = [...new Set(ids)].filter((id) => byId.has(id)).slice(0, MOST);
  };

  const show = () => {
    const focused = document.activeElement && document.activeElement.closest("[data-compare-table]");
    for (const check of checks) {
      check.checked = chosen.includes(check.value);
      check.disabled = chosen.length >= MOST && !check.checked;
    }
    const missing = ["请从下面选两到四篇。", "已选 1 篇，再选一篇就能比较。"][chosen.length];
    status.textContent = missing || `正在比较 ${chosen.length} 篇${chosen.length === MOST ? "，最多四篇" : ""}。`;
    place.replaceChildren(...(chosen.length ? [drawTable(chosen.map((id) => byId.get(id)), root, (id) => choose(chosen.filter((one) => one !== id)))] : []));
    if (focused) (place.querySelector("button") || checks[0]).focus();
  };

  const choose = (ids) => {
    chosen = ids;
    const query = chosen.length ? `?p=${chosen.join(",")}` : "";
    history.pushState(null, "", location.pathname + query);
    show();
  };

  for (const check of checks) {
    check.addEventListener("change", () => choose(check.checked ? [...chosen, check.value] : chosen.filter((id) => id !== check.value)));
  }
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  show();
};
