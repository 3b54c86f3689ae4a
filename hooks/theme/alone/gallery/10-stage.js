// The stage: which scene stands on the screen, and how one gets to another. The scroller is the browser's own; this
// only looks where it came to rest, and tells those who want to know.
const still = (root) =>
  root.dataset.still !== undefined || document.documentElement.dataset.elder === "on" || matchMedia("(prefers-reduced-motion: reduce)").matches;

const stageOf = (root) => {
  const scroller = root.querySelector("[data-scroller]");
  const scenes = [...scroller.querySelectorAll("[data-scene]")];
  const told = [];
  const stage = {
    root, scroller, scenes,
    index: 0, // the scene that stands there
    aim: 0, // where a way that has begun will end
    // (index, from): called when another scene has come to rest
    onArrival: (tell) => told.push(tell),
    // the scene that holds the middle of the screen
    here() {
      const middle = scroller.scrollTop + scroller.clientHeight / 2;
      const found = scenes.findIndex((scene) => scene.offsetTop + scene.offsetHeight > middle);
      return found < 0 ? scenes.length - 1 : found;
    },
    go(index, { smooth = true, focus = false } = {}) {
      const aim = Math.min(Math.max(index, 0), scenes.length - 1);
      stage.aim = aim;
      scroller.scrollTo({ top: scenes[aim].offsetTop, behavior: smooth && !still(root) ? "smooth" : "auto" });
      if (focus) scenes[aim].focus({ preventScroll: true });
      if (!smooth) stage.arrive();
    },
    // one screen on or back; within a scene that is longer than the screen only so far
    step(by) {
      const scene = scenes[stage.aim], high = scroller.clientHeight;
      const left = by > 0
        ? scene.offsetTop + scene.offsetHeight - scroller.scrollTop - high
        : scroller.scrollTop - scene.offsetTop;
      if (stage.aim === stage.index && left > 8 && scene.offsetHeight > high + 8)
        scroller.scrollBy({ top: by * Math.min(left, high * 0.8), behavior: still(root) ? "auto" : "smooth" });
      else if (scenes[stage.aim + by]) stage.go(stage.aim + by);
      return stage.aim;
    },
    arrive() {
      const from = stage.index;
      stage.index = stage.here();
      stage.aim = stage.index;
      if (from !== stage.index) told.forEach((tell) => tell(stage.index, from));
    },
    begin() {
      told.forEach((tell) => tell(stage.index, -1));
    },
  };

  let resting;
  const rest = () => {
    clearTimeout(resting);
    if (!stage.holding) stage.arrive();
  };
  scroller.addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(rest, 140);
  }, { passive: true });
  scroller.addEventListener("scrollend", rest);

  // turning the phone, larger type, full screen: what was read stays where it is
  const hold = () => {
    const index = stage.holding ? stage.held : stage.index;
    Object.assign(stage, { holding: true, held: index });
    fit();
    scroller.scrollTop = scenes[index].offsetTop;
    clearTimeout(stage.release);
    stage.release = setTimeout(() => {
      scroller.scrollTop = scenes[index].offsetTop;
      stage.holding = false;
      stage.arrive();
    }, 250);
  };
  // words that would leave nothing of their picture stand below it
  const fit = () => scenes.forEach((scene) => {
    const words = scene.querySelector(".scene__words");
    if (!scene.classList.contains("scene--pictured")) return;
    scene.classList.remove("is-long");
    scene.classList.toggle("is-long", words.scrollHeight > scroller.clientHeight * 0.7);
  });
  fit();
  if (window.ResizeObserver) {
    let size = "";
    new ResizeObserver(() => {
      const now = `${scroller.clientWidth} ${scroller.clientHeight}`;
      if (size && now !== size) hold();
      size = now;
    }).observe(scroller);
    // larger type, chosen while one reads
    const words = new ResizeObserver(fit);
    scenes.forEach((scene) => words.observe(scene.querySelector(".scene__words")));
  } else addEventListener("resize", hold);
  new MutationObserver(hold).observe(document.documentElement, { attributeFilter: ["data-elder"] });
  return stage;
};
