// Pictures with a dark twin follow the system by themselves; when the reader chooses, the sources must follow too.
attach("theme-picture", (holder) => {
  const root = document.documentElement;
  const sources = [...holder.querySelectorAll("source[data-scheme]")].map((source) => ({ source, system: source.media }));
  const follow = () => {
    for (const { source, system } of sources) {
      const chosen = root.dataset.theme;
      source.media = !chosen ? system : chosen === source.dataset.scheme ? source.dataset.when : "not all";
    }
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme"] });
  if (root.dataset.theme) follow();
});
