// A day until which one can apply is shown until it has passed, then the next one known; a list made today has none that
// is over.
attach("due", (element) => {
  const next = JSON.parse(element.dataset.due).find(([over]) => Date.now() < Date.parse(over));
  if (!next) return element.remove();
  const time = element.querySelector("time");
  [, time.dateTime, time.textContent] = next;
});
