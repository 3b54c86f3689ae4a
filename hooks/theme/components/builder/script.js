// The builder of codes: the page is a guide of its own where this does not start.
attach("builder", async (holder) => {
  const { start } = await import(new URL(holder.dataset.engine, document.baseURI).href);
  const answer = await fetch(new URL(holder.dataset.heights, document.baseURI).href);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  start(holder, await answer.json());
});
