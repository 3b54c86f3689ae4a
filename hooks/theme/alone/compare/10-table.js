// The table: one row for each thing to compare, one column for each policy. On a narrow screen the same cells stand
// below each other, so each says whose it is.

const ROWS = [
  ["适用对象", (policy) => policy.audience],
  ["支持内容", (policy) => policy.benefits],
  ["申报条件", (policy) => policy.conditions],
  ["申报材料", (policy) => policy.materials],
  ["截止时间", (policy) => policy.deadline && [`${policy.deadline}${Date.now() >= Date.parse(policy.over) ? "（已截止）" : ""}`]],
  ["受理单位", (policy) => policy.contact && [policy.contact]],
  ["所依据的文件", (policy, link) => (policy.documents || []).map((document) => drawDocument(document, link))],
  ["解读来源", (policy) => policy.source && [drawSource(policy.source)]],
];

const make = (name, className, ...content) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
};

const outside = (text, url) => Object.assign(make("a", "compare__official", text), { href: url });

// A document with what tells it from others, and the way to the original, which is what counts.
const drawDocument = ([name, url, word, number, date, official], link) => {
  if (!url) return make("span", "", name, make("span", "compare__about", "本专题没有收录"));
  const about = make("span", "compare__about", [number, date, word].filter(Boolean).join("，"), official ? "　" : "，来源没有给出原文网址");
  if (official) about.append(outside("官方原文", official));
  return make("span", "", link(name, url), about);
};

const drawSource = ([name, url, date]) => make("span", "", url ? outside(name, url) : name, make("span", "compare__about", date));

export const drawTable = (policies, root, drop) => {
  const link = (title, url, after = "") => {
    const way = make("a", "compare__way", title);
    way.href = url.includes("://") ? url : root + url;
    return make("span", "", way, after);
  };
  const head = make("tr", "compare__row", make("td", "compare__corner"));
  for (const policy of policies) {
    const away = make("button", "compare__drop", "移出");
    away.type = "button";
    away.setAttribute("aria-label", `把“${policy.title}”移出比较`);
    away.addEventListener("click", () => drop(policy.id));
    const cell = make("th", "compare__policy", link(policy.title, policy.url), ...(policy.sample ? [" ", make("span", "sample-mark", "示例")] : []), away);
    cell.scope = "col";
    head.append(cell);
  }
  const body = ROWS.map(([name, valuesOf]) => {
    const title = make("th", "compare__name", name);
    title.scope = "row";
    const cells = policies.map((policy) => {
      const values = valuesOf(policy, link) || [];
      const list = values.length ? make("ul", "compare__values", ...values.map((value) => make("li", "", value))) : make("p", "compare__none", "没有写明");
      const whose = make("p", "compare__whose", policy.title);
      whose.setAttribute("aria-hidden", "true");
      return make("td", "compare__cell", whose, list);
    });
    return make("tr", "compare__row", title, ...cells);
  });
  const table = make("table", `compare__table compare__table--${policies.length}`, make("thead", "", head), make("tbody", "", ...body));
  return table;
};
