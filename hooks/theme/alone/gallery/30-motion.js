// What was seen comes in; figures count up; one switch rests it all.
const addMotion = (stage) => {
  const { root, scroller, scenes } = stage;
  const button = root.querySelector("[data-still-switch]"), word = button.querySelector(".gbar__word");
  button.addEventListener("click", () => {
    const rest = root.dataset.still === undefined;
    root.toggleAttribute("data-still", rest);
    button.setAttribute("aria-pressed", String(rest));
    word.textContent = rest ? "继续动效" : "暂停动效";
    button.setAttribute("aria-label", word.textContent);
    root.dispatchEvent(new CustomEvent("still", { detail: rest }));
  });

  const seen = (scene) => {
    if (scene.classList.contains("is-seen")) return;
    scene.classList.add("is-seen");
    const figure = scene.querySelector("[data-count]");
    if (figure && !still(root)) countUp(figure, root);
  };
  seen(scenes[0]);
  // an observer that is late, on a busy machine or in an old browser, must not leave a screen empty
  stage.onArrival((index) => seen(scenes[index]));
  if (!window.IntersectionObserver) return scenes.forEach(seen);
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) seen(entry.target);
  }, { root: scroller, rootMargin: "-30% 0px" });
  seen(scenes[stage.index]);
  root.dataset.live = "";
  scenes.forEach((scene) => watch.observe(scene));
};

// On a copy that nobody listens to; the true figure stands below it all the time, and is what remains.
const countUp = (figure, root) => {
  const value = Number(figure.dataset.count), decimals = Number(figure.dataset.decimals);
  if (!Number.isFinite(value)) return;
  const grouped = figure.dataset.grouped !== undefined;
  const text = (number) => number.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: grouped });
  const running = document.createElement("span");
  running.className = "number__running";
  running.setAttribute("aria-hidden", "true");
  running.textContent = text(0);
  figure.append(running);
  figure.classList.add("is-counting");
  const LASTS = 1400, begun = performance.now();
  const frame = (now) => {
    const part = Math.min((now - begun) / LASTS, 1);
    if (part < 1 && !still(root)) {
      running.textContent = text(value * (1 - (1 - part) ** 3));
      return requestAnimationFrame(frame);
    }
    running.remove();
    figure.classList.remove("is-counting");
  };
  requestAnimationFrame(frame);
};

// The next two pictures are asked for as soon as the one on the screen is there. Before it prints, a browser fetches
// those that are lazy itself and waits for them; one made eager then it would not wait for.
const addPreloading = (stage) => {
  const fetchAll = (scene) => scene && scene.querySelectorAll('img[loading="lazy"]').forEach((image) => { image.loading = "eager"; });
  const near = () => [0, 1, 2, -1].forEach((by) => fetchAll(stage.scenes[stage.index + by]));
  const ready = () => {
    near();
    stage.onArrival(near);
  };
  if (document.readyState === "complete") ready();
  else addEventListener("load", ready, { once: true });
  addEventListener("beforeprint", () => {
    stage.root.querySelectorAll("img").forEach((image) => { image.decoding = "sync"; });
  });
};
