// A table or listing that scrolls sideways must be reachable without a mouse; one that fits needs no stop.
attach("scrollers", (holder) => {
  const boxes = [...holder.querySelectorAll("table, pre, pre > code")];
  const scrolls = (box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible";
  const mark = () => {
    // all is read before anything is written, or each box would be laid out anew
    const stops = boxes.map(scrolls);
    boxes.forEach((box, place) => {
      if (stops[place] === box.hasAttribute("tabindex")) return;
      if (stops[place]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  };
  // called once at the start, and again when styles arrive late or the window turns
  if (boxes.length) new ResizeObserver(mark).observe(holder);
});
