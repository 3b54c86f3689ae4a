// Reads title and body with the browser's own Chinese voice, block by block. Long texts are spoken in sentences,
// because Chrome falls silent after some fifteen seconds of one utterance; and a pause stops and later says the
// sentence again, because Android knows no other pause.
attach("read-aloud", (holder) => {
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  const LONGEST = 60; // characters: well below fifteen seconds
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, tr, summary";
  const SILENT = "[data-silent], [aria-hidden=true], .footnote, sup, script, .sample-mark";
  const root = document.documentElement;
  const [play, stop] = ["play", "stop"].map((name) => holder.querySelector(`[data-read="${name}"]`));
  const label = holder.querySelector("[data-read-label]");
  let voice = null;
  let parts = [];
  let at = 0;
  let speaking = false;
  let current = null;

  const rank = ({ lang, localService }) => {
    const name = lang.toLowerCase().replace("_", "-");
    if (!/^(zh|cmn)\b/.test(name)) return -1;
    const likely = /hk|mo|yue/.test(name) ? 0 : /tw|hant/.test(name) ? 2 : 4;
    return likely + (localService ? 1 : 0);
  };
  const choose = () => {
    const [best] = speech.getVoices().filter((one) => rank(one) >= 0).sort((a, b) => rank(b) - rank(a));
    voice = best || null;
    holder.hidden = !voice;
  };

  const sentences = (text) => {
    const found = text.match(/[^。！？；!?;]+[。！？；!?;]*[”’」』）]*/g) || [];
    return found.flatMap((sentence) => {
      const cut = [];
      let rest = sentence.trim();
      while (rest.length > LONGEST) {
        const comma = Math.max(...["，", "、", "：", ",", " "].map((mark) => rest.lastIndexOf(mark, LONGEST - 1)));
        const length = comma > 0 ? comma + 1 : LONGEST;
        cut.push(rest.slice(0, length));
        rest = rest.slice(length).trim();
      }
      return rest ? [...cut, rest] : cut;
    });
  };
  const collect = () => {
    const texts = new Map();
    for (const area of document.querySelectorAll(".entry__title, .entry__subtitle, .entry__body")) {
      const words = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const { parentElement, data } = words.currentNode;
        const block = parentElement.closest(BLOCKS);
        if (!block || parentElement.closest(SILENT) || !data.trim()) continue;
        texts.set(block, (texts.get(block) || "") + (parentElement.matches("td, th") ? `${data}，` : data));
      }
    }
    return [...texts].flatMap(([block, text]) => sentences(text.replace(/\s+/g, " ")).map((sentence) => ({ block, sentence })));
  };

  const mark = (block) => {
    if (current === block) return;
    if (current) current.classList.remove("reading");
    current = block;
    if (!block) return;
    block.classList.add("reading");
    const closed = block.closest("details:not([open])");
    if (closed) closed.open = true;
    const still = root.dataset.elder || matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: block.offsetHeight < innerHeight / 2 ? "center" : "start", behavior: still ? "auto" : "smooth" });
  };
  const show = () => {
    const open = speaking || at > 0;
    holder.classList.toggle("read-aloud--speaking", speaking);
    holder.classList.toggle("read-aloud--open", open);
    stop.hidden = !open;
    label.textContent = speaking ? "暂停" : open ? "继续" : "朗读";
  };
  const say = () => {
    const part = parts[at];
    if (!part) return end();
    mark(part.block);
    const words = new SpeechSynthesisUtterance(part.sentence);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = root.dataset.elder ? 0.9 : 1;
    // what was cancelled reports its end too
    words.onend = () => { if (speaking && words === said) { at += 1; say(); } };
    words.onerror = (event) => { if (words === said && !["canceled", "interrupted"].includes(event.error)) end(); };
    said = words;
    speech.speak(words);
  };
  let said = null;
  const hush = () => { said = null; speaking = false; speech.cancel(); };
  const end = () => {
    const focused = document.activeElement === stop;
    hush();
    at = 0;
    mark(null);
    show();
    if (focused) play.focus();
  };

  play.addEventListener("click", () => {
    if (speaking) hush();
    else {
      if (!at) parts = collect();
      speech.cancel();
      speaking = true;
      say();
    }
    show();
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);
  // lists of voices arrive late
  if (speech.addEventListener) speech.addEventListener("voiceschanged", choose);
  else speech.onvoiceschanged = choose;
  choose();
});
