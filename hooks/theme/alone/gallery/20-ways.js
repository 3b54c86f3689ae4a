// The ways through: buttons, the list of names, keys, the wheel, and the address with its history.
const RESERVED = "input, textarea, select, video, audio, [contenteditable]";
const PRESSED = "a, button, summary, label";

const addControls = (stage) => {
  const way = stage.root.querySelector("[data-way]");
  const list = way.querySelector("[data-stops]"), opener = way.querySelector("[data-list]");
  const links = [...list.querySelectorAll("a")], steps = [...way.querySelectorAll("[data-step]")];
  const count = way.querySelector("[data-count-now]"), done = way.querySelector("[data-done]");
  way.hidden = false;

  const toggle = (open) => {
    list.classList.toggle("is-open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => toggle(!list.classList.contains("is-open")));
  stage.root.addEventListener("click", ({ target }) => {
    if (!list.contains(target) && !opener.contains(target)) toggle(false);
  });
  way.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !list.classList.contains("is-open")) return;
    toggle(false);
    opener.focus();
  });
  links.forEach((link, index) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(false);
    stage.jump(index);
  }));
  steps.forEach((button) => button.addEventListener("click", () => stage.step(Number(button.dataset.step))));

  const position = document.createElement("p");
  position.className = "hidden-visually";
  position.setAttribute("role", "status");
  document.body.append(position);
  stage.onArrival((index, from) => {
    links.forEach((link, at) => {
      link.parentElement.classList.toggle("is-past", at <= index);
      if (at === index) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    const current = links[index].parentElement;
    list.scrollTop = current.offsetTop + current.offsetHeight / 2 - list.clientHeight / 2;
    steps[0].setAttribute("aria-disabled", String(index === 0));
    steps[1].setAttribute("aria-disabled", String(index === links.length - 1));
    count.textContent = index + 1;
    done.style.setProperty("--done", index / (links.length - 1 || 1));
    if (from >= 0) position.textContent = `第 ${index + 1} 屏，共 ${links.length} 屏：${links[index].textContent}`;
  });
};

const addKeys = (stage) => {
  const KEYS = {
    ArrowDown: 1, ArrowRight: 1, PageDown: 1, ArrowUp: -1, ArrowLeft: -1, PageUp: -1,
    Home: -Infinity, End: Infinity, " ": 1,
  };
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(key in KEYS)) return;
    if (target.closest(RESERVED) || (key === " " && target.closest(PRESSED))) return;
    event.preventDefault();
    const by = key === " " && event.shiftKey ? -1 : KEYS[key];
    if (!Number.isFinite(by)) return stage.jump(by > 0 ? stage.scenes.length - 1 : 0);
    const aim = stage.step(by);
    // the keyboard reads on where the eyes are; what is pressed beside the scenes keeps it
    if (document.activeElement === document.body || stage.scroller.contains(document.activeElement))
      stage.scenes[aim].focus({ preventScroll: true });
  });
  // the keyboard reached something on another scene
  stage.scroller.addEventListener("focusin", ({ target }) => {
    const index = stage.scenes.indexOf(target.closest("[data-scene]"));
    if (index >= 0 && target !== stage.scenes[index] && index !== stage.aim) target.scrollIntoView({ block: "nearest" });
  });
};

// A wheel turns one screen at a time; touchpads, whose way ends slowly, are left to the browser, and so is a long scene.
const addWheel = (stage) => {
  let turned = 0, quiet;
  stage.scroller.addEventListener("wheel", (event) => {
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const scene = stage.scenes[stage.index], { scrollTop, clientHeight } = stage.scroller;
    const ends = event.deltaY > 0 ? scene.offsetTop + scene.offsetHeight - scrollTop - clientHeight : scrollTop - scene.offsetTop;
    if (scene.offsetHeight > clientHeight + 8 && ends > 8) return;
    // at its ends a frame lets the page around it go on
    if (parent !== window && (event.deltaY > 0 ? stage.index === stage.scenes.length - 1 : stage.index === 0)) return;
    event.preventDefault();
    clearTimeout(quiet);
    quiet = setTimeout(() => { turned = 0; }, 180);
    if (Math.sign(turned) !== Math.sign(event.deltaY)) turned = 0;
    const before = Math.abs(turned);
    turned += event.deltaY;
    // at the first clear turn, then again for every long one
    if (Math.floor((before + 970) / 1000) < Math.floor((Math.abs(turned) + 970) / 1000)) stage.step(Math.sign(turned));
  }, { passive: false });
};

// #s3 is the third scene. Reading on renews the address, a jump is a step of its own, so Back undoes jumps alone.
// In a frame it is none: Back belongs to the page around it.
const addHistory = (stage) => {
  const address = (index) => `#s${index + 1}`;
  const keep = (how, index) => {
    try { history[how](history.state, "", address(index)); } catch { /* more often than the browser likes */ }
  };
  const wanted = () => {
    const found = /^#s(\d+)$/.exec(location.hash);
    return found && stage.scenes[found[1] - 1] ? found[1] - 1 : -1;
  };
  stage.jump = (index) => {
    if (index === stage.index) return stage.scenes[index].focus({ preventScroll: true });
    keep(parent === window ? "pushState" : "replaceState", index);
    stage.go(index, { focus: true });
  };
  stage.onArrival((index, from) => {
    if (from >= 0 && wanted() !== index) keep("replaceState", index);
  });
  addEventListener("popstate", () => {
    const index = Math.max(wanted(), 0);
    if (index !== stage.aim) stage.go(index, { smooth: false, focus: true });
  });
  history.scrollRestoration = "manual";
  if (wanted() > 0) stage.go(wanted(), { smooth: false });
};
