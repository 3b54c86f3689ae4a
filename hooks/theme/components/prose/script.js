// A table or listing that scrolls sideways must be reachable without a mouse; one that fits needs no stop.
attach("scrollers", (holder) => {
  const boxes = holder.querySelectorAll("table, pre, pre > code");
  const mark = () => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  // tells at once, and again when styles arrive late or the window turns
  new ResizeObserver(mark).observe(holder);
});
