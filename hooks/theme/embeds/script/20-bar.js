// One headline after the other; who points at it, is in it with the keyboard, or asked for less motion is not hurried.
(() => {
  const bar = document.querySelector("[data-bar]");
  if (!bar) return;
  const list = bar.querySelector("[data-items]");
  const items = [...list.children].slice(0, Number(list.dataset.items));
  if (items.length < 2) return;
  const hold = bar.querySelector("[data-hold]");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let at = 0, over = false, held = still;
  const show = (next) => {
    items[at].hidden = true;
    at = (next + items.length) % items.length;
    items[at].hidden = false;
  };
  const set = (value) => {
    held = value;
    hold.setAttribute("aria-pressed", String(held));
    hold.setAttribute("aria-label", held ? "\u7ee7\u7eed\u6eda\u52a8" : "\u505c\u6b62\u6eda\u52a8");
  };
  set(held);
  bar.querySelector("[data-keys]").hidden = false;
  bar.addEventListener("click", ({ target }) => {
    const key = target.closest("button");
    if (key === hold) set(!held);
    else if (key) show(at + Number(key.dataset.step));
  });
  for (const [name, value] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) bar.addEventListener(name, () => { over = value; });
  setInterval(() => { if (!held && !over && !document.hidden) show(at + 1); }, 5000);
})();
