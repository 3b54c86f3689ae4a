// The pictures of an entry, large: one dialog for all, opened by any of their links. Back closes it, as on a phone
// everything that lies over a page is closed. Where there is no <dialog>, the link leads to the file.
attach("lightbox", (entry) => {
  const links = [...entry.querySelectorAll("a[data-zoom]")];
  if (!links.length || !window.HTMLDialogElement || !HTMLDialogElement.prototype.showModal) return;
  const LARGEST = 6, CLOSE_UP = 2.5, SWIPE = 48, TAP = 300;
  const make = (name, className, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), { className, ...properties });
    element.append(...children);
    return element;
  };
  const button = (text, act) => {
    const made = make("button", "lightbox__button", { type: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  };

  const picture = make("img", "lightbox__picture", { alt: "", draggable: false });
  const stage = make("div", "lightbox__stage", {}, picture);
  const count = make("p", "lightbox__count");
  const caption = make("p", "lightbox__caption");
  const credit = make("p", "lightbox__credit");
  const words = make("div", "lightbox__words", {}, caption, credit);
  const before = button("上一张", () => turn(-1));
  const after = button("下一张", () => turn(1));
  const larger = button("放大", () => zoom(scale > 1 ? 1 : CLOSE_UP));
  const bar = make("div", "lightbox__bar", {}, count, larger, button("关闭", () => dialog.close()));
  const turning = make("div", "lightbox__turning", { hidden: links.length < 2 }, before, after);
  const dialog = make("dialog", "lightbox", {}, bar, stage, words, turning);
  dialog.setAttribute("aria-label", "大图");
  count.setAttribute("aria-live", "polite");
  // its place stays, so that the buttons keep theirs
  if (links.length < 2) count.classList.add("hidden-visually");

  let index = 0, scale = 1, x = 0, y = 0;
  const place = () => {
    // at least the picture's middle part stays on the screen
    const roomX = stage.clientWidth * (scale - 1) / 2, roomY = stage.clientHeight * (scale - 1) / 2;
    x = Math.min(Math.max(x, -roomX), roomX);
    y = Math.min(Math.max(y, -roomY), roomY);
    picture.style.transform = scale > 1 ? `translate(${x}px, ${y}px) scale(${scale})` : "";
    picture.toggleAttribute("data-large", scale > 1);
    larger.textContent = scale > 1 ? "还原" : "放大";
  };
  // (px, py): the point of the stage that stays where it is, from its middle
  const zoom = (wanted, px = 0, py = 0) => {
    const next = Math.min(Math.max(wanted, 1), LARGEST);
    x = px - (px - x) * next / scale;
    y = py - (py - y) * next / scale;
    scale = next;
    place();
  };
  const show = (wanted) => {
    index = wanted;
    const link = links[index], small = link.querySelector("img:not([aria-hidden])");
    const figure = link.closest("figure");
    const said = figure && figure.querySelector("figcaption");
    picture.alt = small.alt;
    picture.width = small.getAttribute("width");
    picture.height = small.getAttribute("height");
    picture.src = link.href;
    const isCredit = said && said.matches("[data-credit]");
    caption.textContent = said && !isCredit ? said.textContent : small.alt;
    credit.textContent = isCredit ? said.textContent : "";
    count.textContent = `${index + 1} / ${links.length}`;
    before.setAttribute("aria-disabled", String(index === 0));
    after.setAttribute("aria-disabled", String(index === links.length - 1));
    scale = 1;
    place();
  };
  const turn = (step) => {
    if (links[index + step]) show(index + step);
  };

  const open = (wanted) => {
    if (!dialog.isConnected) document.body.append(dialog);
    show(wanted);
    dialog.showModal();
    history.pushState({ lightbox: true }, "");
  };
  dialog.addEventListener("close", () => {
    if (history.state && history.state.lightbox) history.back();
    links[index].focus({ preventScroll: true });
    links[index].scrollIntoView({ block: "nearest" });
  });
  addEventListener("popstate", () => { if (dialog.open) dialog.close(); });
  links.forEach((link, place) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(place);
  }));

  const KEYS = {
    ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), Home: () => show(0), End: () => show(links.length - 1),
    "+": () => zoom(scale * 1.5), "=": () => zoom(scale * 1.5), "-": () => zoom(scale / 1.5), 0: () => zoom(1),
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  // one finger drags what is large and swipes what is not; two pinch; a double tap goes close and back
  const fingers = new Map();
  let from = null, lastTap = -Infinity;
  const middle = (event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
  };
  const spread = () => {
    const [one, two] = [...fingers.values()];
    return { far: Math.hypot(one[0] - two[0], one[1] - two[1]), at: [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2] };
  };
  const begin = () => {
    const [first] = fingers.values();
    from = fingers.size === 2 ? { ...spread(), scale, x, y } : { at: first, x, y, alone: !from };
  };
  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, middle(event));
    picture.setAttribute("data-held", "");
    if (fingers.size <= 2) begin();
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, middle(event));
    if (fingers.size === 2) {
      const now = spread();
      ({ scale, x, y } = from);
      zoom(from.scale * now.far / from.far, ...from.at);
      x += now.at[0] - from.at[0];
      y += now.at[1] - from.at[1];
      place();
    } else if (scale > 1 && fingers.size === 1) {
      const [px, py] = middle(event);
      x = from.x + px - from.at[0];
      y = from.y + py - from.at[1];
      place();
    }
  });
  const lift = (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.delete(event.pointerId);
    if (fingers.size) return begin();
    picture.removeAttribute("data-held");
    const [px, py] = middle(event);
    const moved = [px - from.at[0], py - from.at[1]];
    const alone = from.alone && event.type === "pointerup";
    from = null;
    if (!alone) return;
    if (Math.hypot(...moved) < 10) {
      const again = event.timeStamp - lastTap < TAP;
      lastTap = again ? -Infinity : event.timeStamp;
      if (again) zoom(scale > 1 ? 1 : CLOSE_UP, px, py);
    } else if (scale === 1 && Math.abs(moved[0]) > SWIPE && Math.abs(moved[0]) > 1.5 * Math.abs(moved[1])) {
      turn(moved[0] < 0 ? 1 : -1);
    }
  };
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(scale * Math.exp(-event.deltaY / 300), ...middle(event));
  }, { passive: false });
});
