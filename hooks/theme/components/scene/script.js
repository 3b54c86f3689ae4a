// What makes the document of scenes a stage is fetched by galleries alone; without it the scroller is still native.
attach("gallery", async (gallery) => {
  const { start } = await import(new URL(gallery.dataset.engine, document.baseURI).href);
  start(gallery);
});
