// All scripts are joined into one ES module, so nothing here is global. A feature names itself and how it starts;
// it starts once for each element that asks for it with data-module, and one that fails leaves the others running.
const attach = (name, start) => {
  const run = () => {
    for (const element of document.querySelectorAll(`[data-module~="${name}"]`)) {
      try {
        start(element);
      } catch (error) {
        console.error(`${name}:`, error);
      }
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run, { once: true });
  else run();
};
