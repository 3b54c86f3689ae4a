// What single kinds of scenes do: a slider between two pictures, a question, passing the story on; and full screen.
const addCompare = (stage) => stage.root.querySelectorAll("[data-compare]").forEach((compare) => {
  const slider = compare.querySelector("input"), pair = slider.parentElement;
  const [before, after] = [...compare.querySelectorAll("figcaption")].map((label) => label.textContent);
  const show = () => {
    pair.style.setProperty("--cut", `${slider.value}%`);
    slider.setAttribute("aria-valuetext", `${before} ${slider.value}%，${after} ${100 - slider.value}%`);
  };
  compare.classList.add("is-live");
  slider.hidden = false;
  slider.addEventListener("input", show);
  show();
});

const addQuiz = (stage) => stage.root.querySelectorAll("[data-quiz]").forEach((quiz) => {
  const verdict = quiz.querySelector("[data-quiz-verdict]"), answer = quiz.querySelector("[data-quiz-answer]");
  quiz.addEventListener("submit", (event) => event.preventDefault());
  quiz.addEventListener("change", ({ target }) => {
    const chosen = target.closest("label"), right = chosen.dataset.right !== undefined;
    quiz.querySelectorAll("label").forEach((label) => label.classList.toggle("is-wrong", label === chosen && !right));
    quiz.classList.add("is-answered");
    verdict.textContent = right ? "答对了。" : `不对，正确答案是：${quiz.querySelector("[data-right]").textContent.trim()}`;
    answer.open = true;
  });
});

const addSharing = (stage) => stage.root.querySelectorAll("[data-share]").forEach((share) => {
  const { title, address } = share.dataset;
  const send = share.querySelector("[data-share-send]"), copy = share.querySelector("[data-share-copy]");
  const said = share.querySelector("[data-share-said]"), shown = share.querySelector("[data-share-address]");
  // in WeChat no page may open its own sheet: only its menu passes a page on
  const wechat = /MicroMessenger/i.test(navigator.userAgent);
  share.querySelector("[data-share-wechat]").hidden = !wechat;
  send.hidden = wechat || !navigator.share;
  copy.hidden = false;
  // a reader who lets it be has changed nothing
  send.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "链接已复制，可以去粘贴了。";
    } catch {
      getSelection().selectAllChildren(shown);
      said.textContent = "这个浏览器不让网页复制，上面的地址已选中，请长按或按 Ctrl+C 复制。";
    }
  });
});

const addFullscreen = (stage) => {
  const button = stage.root.querySelector("[data-fullscreen]"), root = document.documentElement;
  if (!document.fullscreenEnabled) return;
  button.classList.add("is-there");
  button.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen().catch(() => button.classList.remove("is-there"));
  });
  document.addEventListener("fullscreenchange", () => {
    const full = Boolean(document.fullscreenElement);
    button.setAttribute("aria-pressed", String(full));
    button.setAttribute("aria-label", full ? "退出全屏" : "全屏");
  });
};
