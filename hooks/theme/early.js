// Runs before the first paint, so that nobody sees a page change its theme or its size: what the reader chose before
// stands on the root element, and controls that need a script are there from the start. See components/header/script.js.
{
  const root = document.documentElement;
  root.dataset.script = "";
  try {
    if (localStorage.getItem("zhuanti-theme")) root.dataset.theme = localStorage.getItem("zhuanti-theme");
    if (localStorage.getItem("zhuanti-elder") === "on") root.dataset.elder = "on";
  } catch { /* storage refused: every page begins as the system has it */ }
}
