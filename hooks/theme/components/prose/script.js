// A table or listing that scrolls sideways must be reachable without a mouse; one that fits needs no stop.
// Only those near the window are measured: measuring all would lay out all of a long page before it is read.
attach("scrollers", (holder) => {
  const near = new Set();
  const scrolls = (box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible";
  const mark = () => {
    // all is read before anything is written, or each box would be laid out anew
    for (const [box, stop] of [...near].map((each) => [each, scrolls(each)])) {
      if (stop) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) near[isIntersecting ? "add" : "delete"](target);
    mark();
  }, { rootMargin: "200% 0px" });
  for (const box of holder.querySelectorAll("table, pre, pre > code")) watch.observe(box);
  // again when styles arrive late or the window turns
  new ResizeObserver(mark).observe(holder);
});
