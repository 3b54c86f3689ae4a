// A hit of the search opens its article with #q= and the words in the address; what marks them is fetched only then.
attach("found", async (article) => {
  if (!location.hash.startsWith("#q=")) return;
  try {
    const { start } = await import(new URL(article.dataset.found, document.baseURI).href);
    start(article);
  } catch (error) {
    console.warn("found:", error);
  }
});
