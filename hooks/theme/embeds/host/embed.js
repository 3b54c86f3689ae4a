/* Shows views of the site on any page: <div data-zhuanti="columns/in-action"><a href="...">...</a></div>.
   Runs as a classic script, in pages of any encoding, any number of times. ES2017, ASCII. */
(() => {
  "use strict";
  const me = document.currentScript;
  if (!me || !me.src) return;
  const base = new URL("./", me.src);
  const frames = new Map(); // window of a frame -> its holder
  const style = (element, rules) => Object.keys(rules).forEach((name) => element.style.setProperty(name, rules[name], "important"));

  const address = (holder) => {
    const { zhuanti, look, theme, color, size, count, query } = holder.dataset;
    const url = new URL(zhuanti.replace(/^\/+|\/+$/g, "") + "/" + (look ? look + ".html" : ""), base);
    if (!url.href.startsWith(base.href)) return null;
    url.search = query || "";
    for (const [name, value] of [["theme", theme], ["color", color], ["size", size], ["count", count]]) if (value) url.searchParams.set(name, value.replace(/^#/, ""));
    return url.href;
  };

  // A view is not asked for before it is a screen away: on a slow machine each costs the page a tenth of a second. The
  // browser's own lazy loading begins several screens early.
  const near = window.IntersectionObserver && new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => {
    if (!isIntersecting) return;
    near.unobserve(target);
    fill(target, address(target));
  }), { rootMargin: "100% 0px" });

  const show = (holder) => {
    if (holder.dataset.zhuantiShown !== undefined) return;
    const url = address(holder);
    if (!url) return;
    holder.dataset.zhuantiShown = "";
    style(holder, { position: "relative", display: "block", overflow: "hidden" });
    if (/^\d+$/.test(holder.dataset.size) && !holder.style.fontSize) style(holder, { "font-size": holder.dataset.size + "px" });
    // The room may be kept by a rule of the page's own, whose style sheet can come after this script but not after the first frame.
    requestAnimationFrame(() => {
      if (!holder.style.minHeight && !parseFloat(getComputedStyle(holder).paddingBottom)) style(holder, { "min-height": "200px" });
    });
    if (near) near.observe(holder);
    else fill(holder, url);
  };

  const fill = (holder, url) => {
    const link = holder.querySelector("a");
    const frame = document.createElement("iframe");
    frame.title = (link && link.textContent.trim()) || document.title;
    frame.setAttribute("scrolling", "no");
    frame.setAttribute("allowfullscreen", "");
    frame.setAttribute("allowtransparency", "true");
    style(frame, { position: "absolute", left: 0, top: 0, width: "100%", "max-width": "none", "min-width": 0, height: "100%", "max-height": "none", "min-height": 0, margin: 0, padding: 0, border: 0, visibility: "hidden", background: "transparent", "color-scheme": "normal" });
    frame.src = url;
    holder.appendChild(frame);
    frames.set(frame.contentWindow, { holder, frame, changes: 0, since: 0 });
  };

  addEventListener("message", ({ source, origin, data }) => {
    const known = frames.get(source);
    if (!known || origin !== base.origin || !data || data.zhuanti !== 1) return;
    const { holder, frame } = known;
    if (data.type === "ready") {
      source.postMessage({ zhuanti: 1, type: "hello" }, origin);
      style(frame, { visibility: "visible" });
      const link = holder.querySelector("a");
      if (link) style(link, { display: "none" });
    }
    const height = Number(data.height);
    if (data.type !== "height" || !(height > 0 && height < 20000) || Math.abs(height - holder.offsetHeight) < 2) return;
    // a page that grows with its frame would grow for ever: more than thirty changes in three seconds are not heard
    const now = Date.now();
    if (now - known.since > 3000) Object.assign(known, { since: now, changes: 0 });
    if (++known.changes > 30) return;
    style(holder, { height: height + "px", "min-height": 0, padding: 0 });
  });

  const all = () => document.querySelectorAll("[data-zhuanti]:not(script)").forEach(show);
  if (me.dataset.zhuanti) {
    const holder = document.createElement("div");
    Object.assign(holder.dataset, me.dataset);
    me.parentNode.insertBefore(holder, me.nextSibling);
  }
  all();
  // a CMS may put its blocks in later
  new MutationObserver(all).observe(document.documentElement, { childList: true, subtree: true });
})();
