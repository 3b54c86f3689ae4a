// Marks the section that is being read: the last heading above the middle of the screen.
attach("contents", (holder) => {
  if (!window.IntersectionObserver) return;
  const links = new Map();
  for (const link of holder.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const above = new Set();
  const mark = () => {
    let current = null;
    for (const heading of links.keys()) if (above.has(heading)) current = heading;
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) above.add(target);
      else above.delete(target);
    }
    mark();
    // the watched area reaches from far above down to the middle of the screen
  }, { rootMargin: "1000000px 0px -55% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
});
