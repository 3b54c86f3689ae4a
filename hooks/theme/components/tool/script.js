// A page whose work a script of its own does: the self-test, the comparison. Whatever keeps it from starting (an old
// browser, a refused file, a lost connection) is said in words, and the links of the page lead on.
attach("tool", async (holder) => {
  try {
    const { start } = await import(new URL(holder.dataset.engine, document.baseURI).href);
    const answer = await fetch(new URL(holder.dataset.explainers, document.baseURI).href);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    start(holder, (await answer.json()).policies);
    holder.dataset.ready = "";
  } catch (error) {
    console.warn("tool:", error);
    holder.querySelector("[data-tool-work]").hidden = true;
    holder.querySelector("[data-tool-failed]").hidden = false;
  }
});
