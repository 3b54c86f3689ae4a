// On paper: the title in the head of every page (only a custom property reaches it), the day, for status and deadlines are
// those of that day, and what is folded, unfolded.
{
  document.documentElement.style.setProperty("--running-head", JSON.stringify(document.title));
  let unfolded = [];
  addEventListener("beforeprint", () => {
    const day = document.querySelector("[data-paper-printed]");
    if (day) {
      day.hidden = false;
      day.lastElementChild.textContent = new Date().toLocaleDateString("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "long" });
    }
    unfolded = [...document.querySelectorAll("main details:not([open]), .md-main details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
}
