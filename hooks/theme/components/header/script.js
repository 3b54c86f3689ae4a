// The two switches of the bar. What the reader chooses stands on the root element and is kept on the reader's own
// machine; early.js puts it back before the first paint of the next page.
{
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const keep = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* a private window keeps nothing */ }
  };

  // Light and dark: the system decides until the reader does.
  attach("theme", (header) => {
    const button = header.querySelector("[data-theme-switch]");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep("zhuanti-theme", root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  });

  // 长辈版: larger type, stronger contrast, bigger targets, no motion (modes/elder.css).
  attach("elder", (header) => {
    header.querySelector("[data-elder-switch]").addEventListener("click", () => {
      if (root.dataset.elder) delete root.dataset.elder;
      else root.dataset.elder = "on";
      keep("zhuanti-elder", root.dataset.elder || "off");
      // the way back stands where the choice was made
      scrollTo(0, 0);
    });
  });

  // a page that the browser kept whole may be older than the last choice
  addEventListener("pageshow", (event) => {
    if (!event.persisted || root.dataset.framed !== undefined) return;
    try {
      const theme = localStorage.getItem("zhuanti-theme");
      if (theme) root.dataset.theme = theme;
      if (localStorage.getItem("zhuanti-elder") === "on") root.dataset.elder = "on";
      else delete root.dataset.elder;
    } catch { /* nothing was kept, so nothing is older */ }
  });
}
