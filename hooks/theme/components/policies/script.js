// Lists of policies. On the index a file of its own combines what is chosen; on the page of one value the other values
// lead to the index with both chosen. Where nothing runs, every value stays a link to its own page.
attach("policies", async (holder) => {
  const { asked, whole } = holder.dataset;
  if (whole) {
    for (const link of holder.querySelectorAll("a[data-value]:not([aria-current])")) {
      const { facet } = link.closest("[data-facet]").dataset;
      link.href = `${whole}?${asked}&${facet}=${link.dataset.value}`;
    }
    const form = holder.querySelector("form");
    const [name, value] = asked.split("=");
    form.action = whole;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  const narrow = holder.querySelector("[data-facets]");
  const wide = matchMedia("(min-width: 1000px)");
  const fit = () => { narrow.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  if (whole) return;
  try {
    const { start } = await import(new URL(holder.dataset.engine, document.baseURI).href);
    await start(holder);
  } catch (error) {
    console.warn("policies:", error); // the page works as it came
  }
});
