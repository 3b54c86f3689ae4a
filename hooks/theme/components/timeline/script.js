// The kinds are pages of their own; here they change in place, and the address follows.
attach("timeline", (holder) => {
  let shown = location.pathname;
  const show = async (url, push) => {
    let next;
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(String(answer.status));
      next = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      location.assign(url);
      return;
    }
    const fresh = next.querySelector('[data-module~="timeline"]');
    if (!fresh) {
      location.assign(url);
      return;
    }
    // addresses inside are relative to the page they came from
    for (const element of fresh.querySelectorAll("[href], [src]")) {
      for (const name of ["href", "src"]) {
        if (element.hasAttribute(name)) element.setAttribute(name, new URL(element.getAttribute(name), url).href);
      }
    }
    const swap = () => {
      if (push) history.pushState(null, "", url);
      shown = location.pathname;
      document.title = next.title;
      holder.replaceChildren(...fresh.childNodes);
      holder.querySelector('.tabs [aria-current="page"]')?.focus({ preventScroll: true });
    };
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (document.startViewTransition && !calm) document.startViewTransition(swap);
    else swap();
  };
  holder.addEventListener("click", (event) => {
    const link = event.target.closest(".tabs a");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href, true);
  });
  // a step to another month of the same page is the browser's own
  addEventListener("popstate", () => {
    if (location.pathname !== shown) show(location.href, false);
  });
});
