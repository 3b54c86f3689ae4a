// A hit of the search opens its article with the words marked: the address carries them behind #q=. Works where text
// fragments do not; the marks can be taken away, and print leaves them out.
const TOKENS = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\ud840-\ud8ff][\udc00-\udfff]|[A-Za-z\u00c0-\u024f\u0370-\u04ff]+|[0-9]+/g;
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, th, td, dt, dd, figcaption, summary, pre, caption";
const MOST = 400;
const folded = (text) =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (sign) => (sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));
const isWord = (token) => /^[0-9A-Za-z\u00c0-\u04ff]/.test(token);
const clash = (one, other) => (/[0-9]/.test(one) ? /[0-9]/ : /[A-Za-z\u00c0-\u04ff]/).test(other || "");

// Runs of a question: what touches in it, with at most one sign beside a word or number.
const runsOf = (question) => {
  const runs = [];
  for (const word of folded(question).split(/\s+/)) {
    let end = -1;
    let last = "";
    for (const match of word.matchAll(TOKENS)) {
      const gap = match.index - end;
      const near = end >= 0 && (gap === 0 || (gap === 1 && (isWord(last) || isWord(match[0]))));
      if (near) runs[runs.length - 1].push(match[0]);
      else runs.push([match[0]]);
      end = match.index + match[0].length;
      last = match[0];
    }
  }
  return runs.filter((run) => run.length > 1 || isWord(run[0]));
};

const patternOf = (run) =>
  new RegExp(run.reduce((all, token, at) => all + (at && (isWord(token) || isWord(run[at - 1])) ? "[^\\n0-9A-Za-z\\u3400-\\u9fff]?" : "") + token, ""), "gi");

// The text of an article with line ends between its blocks, and where each of its pieces begins in it.
const read = (article) => {
  const pieces = [];
  let text = "";
  let block = null;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const here = node.parentElement.closest(BLOCKS);
    if (!here) continue;
    if (here !== block) text += "\n";
    block = here;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text: folded(text), pieces };
};

const spans = (text, runs) => {
  const found = [];
  for (const run of runs) {
    for (const match of text.matchAll(patternOf(run))) {
      const end = match.index + match[0].length;
      const cut = (isWord(run[0]) && clash(run[0][0], text[match.index - 1])) || (isWord(run[run.length - 1]) && clash(run[run.length - 1], text[end]));
      if (!cut) found.push([match.index, end]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start], at) => at === 0 || start >= Math.max(...found.slice(Math.max(0, at - 8), at).map(([, end]) => end))).slice(0, MOST);
};

const mark = (pieces, found) => {
  const groups = [];
  for (const [start, end] of found.reverse()) {
    const marks = [];
    for (const { node, start: from } of pieces) {
      const [begin, stop] = [Math.max(start, from), Math.min(end, from + node.length)];
      if (begin >= stop) continue;
      const middle = node.splitText(begin - from);
      middle.splitText(stop - begin);
      const element = document.createElement("mark");
      element.className = "found__mark";
      middle.replaceWith(element);
      element.append(middle);
      marks.push(element);
    }
    groups.unshift(marks);
  }
  return groups;
};

const button = (text, act) => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "found__button";
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
};

export const start = (article) => {
  let question = "";
  try { question = decodeURIComponent(location.hash.slice(3)); } catch { return; }
  const { text, pieces } = read(article);
  const groups = mark(pieces, spans(text, runsOf(question)));
  if (!groups.length) return;
  for (const [first] of groups) {
    const closed = first.closest("details:not([open])");
    if (closed) closed.open = true;
  }
  let at = 0;
  const go = () => groups[at][0].scrollIntoView({ block: "center" });
  const bar = document.createElement("div");
  bar.className = "found";
  bar.setAttribute("role", "status");
  const words = document.createElement("span");
  words.className = "found__words";
  words.textContent = `已标出 ${groups.length} 处“${question}”`;
  bar.append(words);
  if (groups.length > 1) {
    bar.append(button("下一处", () => {
      at = (at + 1) % groups.length;
      go();
    }));
  }
  bar.append(button("去掉标记", () => {
    for (const element of groups.flat()) {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent.normalize();
    }
    bar.remove();
    history.replaceState(history.state, "", location.pathname + location.search);
  }));
  article.after(bar);
  go();
};
