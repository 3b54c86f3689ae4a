// Everything that is heard, and films. Music never begins by itself, rests while a film or a recording plays and while
// the page is out of sight.
const addSound = (stage) => {
  const button = stage.root.querySelector("[data-music]");
  let music, wanted = false, voices = new Set();
  const tune = () => {
    if (!music) return;
    if (wanted && !voices.size && !document.hidden) music.play().catch(() => { wanted = false; show(); });
    else music.pause();
  };
  const show = () => {
    button.setAttribute("aria-pressed", String(wanted));
    button.setAttribute("aria-label", wanted ? "关闭背景音乐" : "背景音乐");
  };
  if (button) button.addEventListener("click", () => {
    wanted = !wanted;
    if (!music) {
      music = new Audio(new URL(button.dataset.music, document.baseURI).href);
      Object.assign(music, { loop: true, volume: 0.5 });
      stage.music = music;
    }
    show();
    tune();
  });
  document.addEventListener("visibilitychange", tune);
  // of one media element: whether it is heard now
  stage.hear = (voice, heard) => {
    if (heard) voices.add(voice);
    else voices.delete(voice);
    tune();
  };
  stage.root.querySelectorAll("video, audio").forEach((voice) => {
    for (const name of ["play", "playing", "volumechange"]) voice.addEventListener(name, () => stage.hear(voice, !voice.paused));
    for (const name of ["pause", "ended"]) voice.addEventListener(name, () => stage.hear(voice, false));
  });
};

const addFilms = (stage) => stage.root.querySelectorAll("[data-film]").forEach((film) => {
  const video = film.querySelector("video"), start = film.querySelector("[data-film-start]");
  const index = stage.scenes.indexOf(film.closest("[data-scene]"));
  // in the page, not over everything: both spellings, and WeChat's own
  for (const [name, value] of [["webkit-playsinline", ""], ["x5-playsinline", ""], ["x5-video-player-type", "h5-page"], ["x-webkit-airplay", "allow"]])
    video.setAttribute(name, value);
  let touched = false, ours = false;
  const offer = () => { start.hidden = !video.paused; };
  const play = () => {
    const begun = video.play();
    // older browsers return nothing; a refusal leaves the poster and the button
    if (begun) begun.then(offer, offer);
  };
  const track = video.textTracks[0];
  if (track) track.mode = "showing";
  start.addEventListener("click", () => {
    touched = true;
    video.muted = false;
    play();
  });
  for (const name of ["play", "pause", "ended"]) video.addEventListener(name, () => {
    offer();
    // what a reader stopped stays so
    if (name === "pause" && !ours && !video.ended) touched = true;
    ours = false;
  });
  const rest = () => {
    if (video.paused) return;
    ours = true;
    video.pause();
  };
  offer();
  stage.onArrival((now) => {
    if (now !== index) return rest();
    if (touched || still(stage.root)) return;
    video.muted = true;
    play();
  });
  stage.root.addEventListener("still", ({ detail }) => { if (detail) rest(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) rest(); });
});

// What is said in a recording, beside it: the lines of its captions, the one that is heard now marked.
const addRecordings = (stage) => stage.root.querySelectorAll("[data-sound]").forEach((sound) => {
  const audio = sound.querySelector("audio"), script = sound.querySelector("[data-sound-script]");
  const element = sound.querySelector("track"), index = stage.scenes.indexOf(sound.closest("[data-scene]"));
  stage.onArrival((now) => { if (now !== index) audio.pause(); });
  if (!element) return;
  const lines = new Map();
  element.addEventListener("load", () => {
    for (const cue of element.track.cues) {
      const line = document.createElement("li");
      line.className = "sound__line";
      line.textContent = cue.text;
      script.append(line);
      lines.set(cue, line);
    }
    script.hidden = !lines.size;
  });
  element.track.addEventListener("cuechange", () => {
    const active = [...element.track.activeCues || []];
    lines.forEach((line, cue) => {
      if (active.includes(cue)) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
    });
  });
  element.track.mode = "hidden";
});
