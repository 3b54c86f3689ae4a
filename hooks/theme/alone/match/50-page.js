// The page: answers in, result out, at once. Nothing is asked of the network and nothing is kept: the answers live in
// the form, and in the address only of a link that the reader copied.

const MOST_COMPARED = 4;

// The day in China, wherever the reader is.
const chinaDay = () => new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10);

const save = (text, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

export const start = (holder, all) => {
  const part = (name) => holder.querySelector(`[data-match-${name}]`);
  const [form, bar, counts, status, words, groups, actions, said, link, compare] = [
    "form", "bar", "counts", "status", "answers", "groups", "actions", "said", "link", "compare",
  ].map(part);
  const policies = all.filter((policy) => policy.lines);
  const root = new URL(holder.dataset.root, document.baseURI).href;
  const first = status.textContent;
  const questionOf = (fact) => form.querySelector(`[data-fact="${fact}"]`).closest("fieldset").id;
  const picked = new Set();
  let found = [];
  let answers = {};

  const number = (verdict) => found.filter((one) => one.verdict === verdict).length;

  const sayCompared = () => {
    compare.hidden = picked.size < 2;
    compare.textContent = `比较所选的 ${picked.size} 项`;
    compare.href = `${new URL(holder.dataset.compare, document.baseURI).href}?p=${[...picked].join(",")}`;
    for (const check of groups.querySelectorAll(".fit__check")) check.disabled = picked.size >= MOST_COMPARED && !check.checked;
  };

  const show = () => {
    const today = chinaDay();
    answers = readAnswers(form, Number(today.slice(0, 4)));
    const isAnswered = Object.keys(answers).length > 0;
    found = isAnswered ? judgeAll(policies, answers, today) : [];
    const folded = groups.querySelector(".fits__folded");
    const tools = { group: part("group"), template: part("fit"), root, answers, questionOf, picked, unfolded: Boolean(folded && folded.open) };
    groups.replaceChildren(...drawGroups(found, tools));
    const numbers = GROUPS.map(({ verdict, title }) => `${title} ${number(verdict)}`);
    counts.replaceChildren(...numbers.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
    status.textContent = isAnswered ? `${numbers.join("，")}。` : first;
    words.textContent = isAnswered ? `按这些回答：${inWords(form, answers).join("；")}。` : "";
    for (const element of [bar, words, actions]) element.hidden = !isAnswered;
    link.hidden = true;
    said.textContent = "";
    part("calendar").disabled = !dated().length;
    sayCompared();
  };

  const dated = () => found.filter(({ policy, verdict }) => policy.closes && verdict !== "failed").map(({ policy }) => policy);

  // A link that was opened says what it says; once an answer changes it would lie.
  const forget = () => {
    if (location.hash.startsWith("#a=")) history.replaceState(history.state, "", location.pathname + location.search);
  };

  const copy = async () => {
    const address = location.href.split("#")[0] + asFragment(answers);
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "已复制。链接里有全部答案，只发给放心的人。";
    } catch {
      link.value = address;
      link.hidden = false;
      link.select();
      said.textContent = "浏览器不让自动复制，请复制下面这一行。链接里有全部答案，只发给放心的人。";
    }
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.isComposing) return;
    keepApart(event.target);
    forget();
    show();
  });
  groups.addEventListener("change", ({ target }) => {
    if (target.checked) picked.add(target.value);
    else picked.delete(target.value);
    sayCompared();
  });
  part("print").addEventListener("click", () => print());
  part("copy").addEventListener("click", copy);
  part("calendar").addEventListener("click", () => {
    const events = dated().map((policy) => ({ ...policy, url: root + policy.url }));
    save(calendar(events, "政策申报截止", new Date()), "deadlines.ics");
    said.textContent = `已生成日历文件，里面有 ${events.length} 个截止日期，打开它就能存进日历。`;
  });
  part("clear").addEventListener("click", () => {
    form.reset();
    picked.clear();
    forget();
    show();
    form.querySelector("input").focus();
  });
  addEventListener("hashchange", () => {
    if (!location.hash.startsWith("#a=")) return;
    form.reset();
    fillFrom(form, location.hash);
    show();
  });
  // What a page that comes back holds is read anew. The form forbids the browser to fill it (autocomplete), for it would
  // fill some fields and not others, and the result would be that of half the answers.
  addEventListener("pageshow", show);

  fillFrom(form, location.hash);
  show();
};
