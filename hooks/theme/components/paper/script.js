// On paper: the title in the head of every page (only a custom property reaches it), and what is folded, unfolded.
{
  document.documentElement.style.setProperty("--running-head", JSON.stringify(document.title));
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("main details:not([open]), .md-main details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
}
