// The search page. Its engine is a file of its own, fetched here alone; whatever keeps it from starting (an old
// browser, a refused file, a lost connection) is said in words, and the shelves below lead on.
{
  // before the first paint, so that the shelves do not flash up and give way
  const asked = (new URLSearchParams(location.search).get("q") || "").trim();
  if (asked) document.documentElement.dataset.asked = "";

  attach("search", async (holder) => {
    const field = holder.querySelector("input[name=q]");
    const status = holder.querySelector("[data-search-status]");
    try {
      const { start } = await import(new URL(holder.dataset.engine, document.baseURI).href);
      await start(holder);
    } catch (error) {
      console.warn("search:", error);
      delete document.documentElement.dataset.asked;
      holder.querySelector("[data-search-results]").hidden = false;
      field.value = asked;
      status.textContent = "查找没有启动：可能是浏览器太旧，或者网络断了。可以刷新再试，也可以从下面的列表找。";
    }
  });
}
