// The page: what is asked stands in the address, what is found in the list.

const PAGE = 10;
const FILTERS = ["kind", "column", "county", "area", "year"];

const passes = (hit, filters, but = "") =>
  FILTERS.every((name) => name === but || !filters[name] || [].concat(hit[name]).includes(filters[name]));

const quoted = (words) => words.map((word) => `“${word}”`).join("");

export const start = async (holder) => {
  const part = (name) => holder.querySelector(`[data-search-${name}]`);
  const [form, results, status, message, advice, drop, list, more, narrow, chosen, shelves, template] = [
    "form", "results", "status", "message", "advice", "drop", "hits", "more", "narrow", "chosen", "shelves", "hit",
  ].map(part);
  const root = document.documentElement;
  const field = form.elements.namedItem("q");
  const selects = [...holder.querySelectorAll("select")];
  const index = await openIndex(new URL(holder.dataset.index, document.baseURI).href, new URL(holder.dataset.root, document.baseURI).href);

  let shown = PAGE;
  let turn = 0;

  const asked = () => ({ q: field.value.trim(), ...Object.fromEntries(selects.map((select) => [select.name, select.value])) });

  const address = (question) => {
    const given = new URLSearchParams(Object.entries(question).filter(([, value]) => value));
    const query = given.toString();
    return location.pathname + (query ? `?${query}` : "");
  };

  // Replaces the entry of the history while the reader types, adds one for each decision.
  const keep = (add) => {
    clearTimeout(keep.timer);
    const url = address(asked());
    const state = { shown, y: scrollY };
    if (add && url !== location.pathname + location.search) history.pushState(state, "", url);
    else history.replaceState(state, "", url);
  };

  const fill = () => {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") || "";
    for (const select of selects) {
      const value = given.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    shown = (history.state && history.state.shown) || PAGE;
  };

  const write = (element, parts) => {
    element.replaceChildren(...parts.map(({ text, marked: isMarked }) => {
      if (!isMarked) return document.createTextNode(text);
      const mark = document.createElement("mark");
      mark.className = "hit__mark";
      mark.textContent = text;
      return mark;
    }));
  };

  const drawn = (item, hit, runs, question) => {
    const node = template.content.cloneNode(true);
    const find = (name) => node.querySelector(`.hit__${name}`);
    const link = node.querySelector("a");
    link.href = `${new URL(holder.dataset.root + item.url, document.baseURI).href}#q=${encodeURIComponent(question)}`;
    write(link, marked(item.title, runs, index.units));
    find("label").textContent = item.label;
    if (!item.sample) find("sample").remove();
    write(find("text"), excerpt(item, runs, index.units));
    const below = [...item.notes, ...(hit.day ? [hit.day] : [])];
    find("below").replaceChildren(...below.map((note) => {
      const span = document.createElement("span");
      span.textContent = note;
      return span;
    }));
    return node;
  };

  const count = (hits, filters) => {
    for (const select of selects) {
      if (!FILTERS.includes(select.name)) continue;
      const open = hits.filter((hit) => passes(hit, filters, select.name));
      for (const option of select.options) {
        const held = option.value ? open.filter((hit) => [].concat(hit[select.name]).includes(option.value)).length : open.length;
        option.dataset.name = option.dataset.name || option.textContent;
        option.textContent = `${option.dataset.name}（${held}）`;
        option.disabled = held === 0 && option.value !== "" && !option.selected;
      }
    }
    const active = FILTERS.filter((name) => filters[name]).length;
    chosen.textContent = active ? `已选 ${active} 项` : "";
  };

  const say = (text, told = "", canDrop = false) => {
    status.textContent = text;
    message.hidden = !told && !canDrop;
    advice.textContent = told;
    drop.hidden = !canDrop;
  };

  const empty = (text, told, canDrop) => {
    say(text, told, canDrop);
    list.replaceChildren();
    more.hidden = true;
    shelves.hidden = false;
  };

  const missing = (found, runs) => {
    const words = runs.map((run) => run.typed);
    if (found.hits.length) {
      const told = `不加筛选有 ${found.hits.length} 篇。`;
      return empty(`在选定的范围里没有找到${quoted(words)}。`, told, true);
    }
    const nowhere = words.filter((_, number) => found.counts[number] === 0);
    if (runs.length === 1) return empty(`没有找到含有${quoted(words)}的内容。`, "可以换个说法、减少几个字，或者从下面的列表找。");
    const told = nowhere.length ? `本站没有出现过${quoted(nowhere)}，去掉它再试。` : "每个词都有，但没有一篇同时含有它们，可以减少一个词。";
    return empty(`没有找到同时含有${quoted(words)}的内容。`, told);
  };

  const show = async (question, filters, here) => {
    const all = index.phrases(question);
    const single = (run) => run.length === 1 && run[0].chinese;
    const runs = all.filter((run) => !single(run));
    if (!runs.length) {
      return empty(all.length ? "请再输入一个字：单个汉字范围太大。" : "请输入要查的词语、数字或文号。", "");
    }
    const found = await index.find(runs);
    if (here !== turn) return undefined;
    count(found.hits, filters);
    narrow.hidden = !found.hits.length;
    const hits = found.hits.filter((hit) => passes(hit, filters));
    if (filters.sort === "date") hits.sort(newest);
    if (!hits.length) return missing(found, runs);
    const items = await Promise.all(hits.slice(0, shown).map(async (hit) => [await hit.shown(), hit]));
    if (here !== turn) return undefined;
    list.replaceChildren(...items.map(([item, hit]) => drawn(item, hit, runs, question)));
    const left = hits.length - items.length;
    const ignored = all.filter(single).map((run) => run.typed);
    say(`找到 ${hits.length} 篇${left ? `，显示前 ${items.length} 篇` : ""}`, ignored.length ? `单个字${quoted(ignored)}没有参加查找。` : "");
    more.hidden = !left;
    more.textContent = `再看 ${Math.min(left, PAGE)} 篇`;
    shelves.hidden = true;
    return undefined;
  };

  const run = async () => {
    turn += 1;
    const here = turn;
    const { q, ...filters } = asked();
    document.title = document.title.replace(/^.*?( · |$)/, `${q ? `“${q}”的查找结果` : "搜索"}$1`);
    results.hidden = !q;
    if (!q) {
      narrow.hidden = true;
      shelves.hidden = false;
      delete root.dataset.asked;
      return;
    }
    list.setAttribute("aria-busy", "true");
    try {
      await show(q, filters, here);
    } catch (error) {
      console.warn("search:", error);
      if (here === turn) empty("没有查成：网络断了，或者网站刚刚更新。", "请刷新页面再试，也可以从下面的列表找。");
    }
    if (here === turn) {
      list.removeAttribute("aria-busy");
      delete root.dataset.asked;
    }
  };

  const changed = (add) => {
    shown = PAGE;
    keep(add);
    return run();
  };

  field.addEventListener("input", (event) => {
    if (event.isComposing) return; // half-typed pinyin
    shown = PAGE;
    clearTimeout(keep.timer);
    keep.timer = setTimeout(() => keep(false), 400);
    run();
  });
  field.addEventListener("compositionend", () => changed(false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed(true);
  });
  for (const select of selects) select.addEventListener("change", () => changed(true));
  drop.addEventListener("click", () => {
    for (const select of selects) if (FILTERS.includes(select.name)) select.value = "";
    changed(true);
    field.focus();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    shown += PAGE;
    keep(false);
    await run();
    const next = list.children[first];
    if (next) next.querySelector("a").focus();
  });
  // Up and down from the field through the hits.
  holder.addEventListener("keydown", (event) => {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.isComposing) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  addEventListener("popstate", () => {
    fill();
    run();
  });
  addEventListener("pagehide", () => keep(false));

  // What was typed while the engine was on its way counts.
  const early = field.value;
  fill();
  if (early) field.value = early;
  if (selects.some((select) => select.value && select.name !== "sort")) narrow.open = true;
  if (matchMedia("(min-width: 720px)").matches) narrow.open = true;
  await run();
  const y = history.state && history.state.y;
  if (y) scrollTo(0, y);
  else if (!field.value) field.focus({ preventScroll: true });
};
