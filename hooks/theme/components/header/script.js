// Light and dark: the system decides until the reader does; the choice is kept on the reader's own machine.
{
  const KEY = "zhuanti-theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const keep = (value) => {
    try { localStorage.setItem(KEY, value); } catch { /* a private window keeps nothing */ }
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

  // before the first paint, so that nobody sees the other theme flash
  if (stored()) root.dataset.theme = stored();

  attach("theme", (header) => {
    const button = header.querySelector("[data-theme-switch]");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  });
}
