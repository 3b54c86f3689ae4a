// The frame tells its height, and only to the page that asked for it: that page says hello, and the answer goes to the
// origin that the hello came from. Version 1 of these words is a promise (tests/frozen/embed_v1).
// WordPress frames have their own words for the same: a secret behind the address, "height" and "link". Its page says
// "ready" where its script came later than the frame, and would leave the frame hidden if nothing answered.
(() => {
  if (parent === window) return;
  const content = document.querySelector("[data-embed]");
  const fixed = content.dataset.embed === "fixed"; // a stage is as high as its frame, and never says so
  const secret = (/[#?&]secret=([\w-]{1,64})/.exec(location.hash) || [])[1];
  let host = "";
  let told = 0;
  const tell = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (fixed || !height || height === told) return;
    if (host) parent.postMessage({ zhuanti: 1, type: "height", height }, host);
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
    if (host || secret) told = height;
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !data) return;
    if (data.zhuanti === 1 && data.type === "hello") host = origin === "null" ? "*" : origin;
    else if (!secret || data.message !== "ready" || data.secret !== secret) return;
    told = 0;
    tell();
  });
  if (secret) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link) return;
      event.preventDefault();
      parent.postMessage({ message: "link", value: link.href, secret }, "*");
    });
  }
  if (window.ResizeObserver) new ResizeObserver(tell).observe(content);
  else addEventListener("resize", tell);
  parent.postMessage({ zhuanti: 1, type: "ready" }, "*");
  tell();
})();
