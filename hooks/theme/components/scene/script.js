// Where a scene stands is known once the styles are there, and a module does not wait for them.
const styled = () => Promise.all([...document.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.sheet || new Promise((done) => {
  for (const end of ["load", "error"]) link.addEventListener(end, done, { once: true });
})));

// What makes the document of scenes a stage is fetched by galleries alone; without it the scroller is still native.
attach("gallery", async (gallery) => {
  const [{ start }] = await Promise.all([import(new URL(gallery.dataset.engine, document.baseURI).href), styled()]);
  start(gallery);
});
