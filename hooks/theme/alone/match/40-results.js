// The result: three groups of policies, each with its conditions.

const WORDS = { met: ["符合", "current"], unknown: ["待确认", "unknown"], failed: ["不符合", "expired"] };
const ORDER = ["failed", "unknown"];
export const GROUPS = [
  { verdict: "met", title: "很可能适用", text: "每一条都符合。申报之前，仍请核对原文。" },
  { verdict: "unknown", title: "需确认", text: "没有一条不符合，但有几条还不知道。" },
  { verdict: "failed", title: "不适用", text: "至少有一条不符合，原因写在每项下面。" },
];

const make = (name, className, text = "") => {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
};

// Soonest deadline first; of what has to be confirmed, what is least unsure.
const byNeed = (a, b) => a.open - b.open || (a.policy.closes || "9").localeCompare(b.policy.closes || "9");

export const judgeAll = (policies, answers, today) =>
  policies.map((policy) => {
    const { verdict, lines } = judge(policy.lines, answers, today);
    const unknown = lines.filter((line) => line.verdict === "unknown");
    const asked = unknown.filter((line) => line.facts.some((fact) => !(fact in answers)));
    return { policy, verdict, lines, open: unknown.length, asked: asked.length };
  });

const drawLine = (line, answers, questionOf) => {
  const [word, shape] = WORDS[line.verdict];
  const item = make("li", "fit__line");
  item.append(make("span", `status status--${shape}`, word), make("span", "fit__text", line.text));
  const missing = line.verdict === "unknown" && line.facts.find((fact) => !(fact in answers));
  if (missing) {
    const link = make("a", "fit__ask", "去回答");
    link.href = `#${questionOf(missing)}`;
    item.append(link);
  }
  return item;
};

const drawList = (title, items, className) => {
  const list = make(className === "steps" ? "ol" : "ul", className);
  for (const item of items) list.append(make("li", `${className}__item`, item));
  const part = make("div", "fit__list");
  part.append(make("h5", "fit__list-title", title), list);
  return part;
};

const outside = (text, url) => Object.assign(make("a", "fit__official", text), { href: url });

// What a benefit rests on: the document, what tells it from others, and the way to the original.
const drawRest = ([name, url, word, number, date, official], root) => {
  const item = make("li", "fit__rest");
  if (!url) {
    item.append(`依据${name}，本专题没有收录`);
    return item;
  }
  const way = Object.assign(make("a", "fit__document", name), { href: root + url });
  item.append("依据", way, `（${[number, date, word].filter(Boolean).join("，")}）`);
  item.append(official ? outside("官方原文", official) : "来源没有给出原文网址");
  return item;
};

const drawFit = (found, { template, root, answers, questionOf, picked }) => {
  const { policy, lines } = found;
  const node = template.content.cloneNode(true);
  const part = (name) => node.querySelector(`.fit__${name}`);
  part("way").textContent = policy.title;
  part("way").href = root + policy.url;
  if (!policy.sample) node.querySelector("[data-sample]").remove();
  part("benefit").textContent = (policy.benefits || [])[0] || "";
  const facts = [policy.deadline && `截止：${policy.deadline}${Date.now() >= Date.parse(policy.over) ? "（已截止）" : ""}`, policy.contact && `受理：${policy.contact}`].filter(Boolean);
  part("rests").append(...(policy.documents || []).map((document) => drawRest(document, root)));
  if (!policy.documents) part("rests").remove();
  part("facts").replaceChildren(...facts.map((fact) => make("span", "", fact)));
  const met = lines.filter((line) => line.verdict === "met");
  const open = lines.filter((line) => line.verdict !== "met").sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const draw = (line) => drawLine(line, answers, questionOf);
  part("lines--open").append(...open.map(draw));
  if (!open.length) part("lines--open").remove();
  part("lines--met").append(...met.map(draw));
  part("more--met .fit__summary").textContent = open.length ? `符合的 ${met.length} 条` : `${met.length} 条都符合`;
  if (!met.length) part("more--met").remove();
  const lists = [
    ...(policy.materials ? [drawList("申报材料", policy.materials, "tick")] : []),
    ...(policy.steps ? [drawList("办理流程", policy.steps, "steps")] : []),
  ];
  if (lists.length && found.verdict !== "failed") part("lists").append(...lists);
  else part("more--lists").remove();
  const check = part("check");
  check.value = policy.id;
  check.checked = picked.has(policy.id);
  check.setAttribute("aria-label", `把“${policy.title}”加入比较`);
  return node;
};

// One group: what suits nobody is folded, for it is long and rarely wanted.
const drawGroup = ({ verdict, title, text }, found, tools) => {
  const node = tools.group.content.cloneNode(true);
  const section = node.querySelector("section");
  section.classList.add(`fits--${verdict}`);
  node.querySelector(".fits__title").append(title, make("span", "fits__count", String(found.length)));
  node.querySelector(".fits__text").textContent = text;
  const items = node.querySelector(".fits__items");
  items.append(...found.sort(byNeed).map((one) => drawFit(one, tools)));
  if (verdict === "failed") {
    const details = make("details", "fits__folded");
    details.open = tools.unfolded;
    const summary = make("summary", "fits__summary", "看是哪些、为什么");
    details.append(summary, items);
    section.append(details);
  }
  return node;
};

export const drawGroups = (found, tools) =>
  GROUPS.map((group) => [group, found.filter((one) => one.verdict === group.verdict)])
    .filter(([, members]) => members.length)
    .map(([group, members]) => drawGroup(group, members, tools));
