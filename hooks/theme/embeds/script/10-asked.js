// What the page that shows this view asked for in its address: ?theme=dark&color=1f6f5b&size=18&count=4.
// Whatever is not among the few known words and numbers stays as it came.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "dark") root.dataset.theme = "dark";
  if (theme === "auto") delete root.dataset.theme;
  const colour = /^(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.exec(asked.get("color") || "");
  if (colour) root.style.setProperty("--accent", `#${colour[0]}`);
  const size = Number(asked.get("size"));
  if (size >= 12 && size <= 24) root.style.fontSize = `${size}px`;
  const items = document.querySelector("[data-items]");
  const count = Number(asked.get("count"));
  if (items && Number.isInteger(count) && count > 0) {
    const shown = Math.min(count, items.children.length);
    items.className = items.className.replace(/--\d+/, `--${shown}`);
    items.dataset.items = shown;
    if (!items.closest("[data-bar]")) [...items.children].forEach((item, at) => { item.hidden = at >= shown; });
  }
})();
