// The index at work: what is chosen stands in the address, the list and the counts follow, and it is said aloud.

const PAGE = 20; // as many as the page comes with
const SORTS = ["date", "deadline", "relevance"];

export const start = async (holder) => {
  const part = (name) => holder.querySelector(`[data-policies-${name}]`);
  const [form, status, chips, list, none, more] = ["form", "status", "chips", "list", "none", "more"].map(part);
  const [sortLabel, paging, csv, xlsx, printed, take, dates, said] = ["sort", "paging", "csv", "xlsx", "print", "take", "calendar", "said"].map(part);
  const field = form.elements.q;
  const sort = sortLabel.querySelector("select");
  const byWords = sort.querySelector("[value=relevance]");
  const row = holder.querySelector("[data-policy-row]").content;
  const root = holder.dataset.root;
  const home = new URL(`${root}policies/`, document.baseURI); // a later page of the list becomes the index too
  const answer = await fetch(new URL(holder.dataset.data, document.baseURI));
  if (!answer.ok) throw new Error(`policies: ${answer.status}`);
  const finder = openFinder(await answer.json());
  const names = new Map(); // "facet/id" → words
  const boxes = [];
  const done = holder.querySelector("[data-facets-done]");
  let shown = PAGE;
  let hits = [];
  let order = ""; // what the reader chose; else relevance where words are asked, and dates
  let words = null; // what the search index found: places of policies with their scores, or null
  let turn = 0;

  const choose = (link) => {
    const facet = link.closest("[data-facet]").dataset.facet;
    const label = document.createElement("label");
    label.className = link.className;
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "facet__box";
    box.name = facet;
    box.value = link.dataset.value;
    const [name, count] = [link.querySelector(".facet__name"), link.querySelector(".facet__count")];
    names.set(`${facet}/${box.value}`, name.textContent);
    label.append(box, name, count);
    link.replaceWith(label);
    box.addEventListener("change", () => changed(true));
    boxes.push({ box, label, count: count.firstChild, facet, value: finder.ids[facet].indexOf(box.value) });
  };

  const asked = () => {
    const found = { chosen: {}, q: field.value.trim(), sort: order };
    for (const { box, facet } of boxes) if (box.checked) (found.chosen[facet] = found.chosen[facet] || []).push(box.value);
    return found;
  };

  const address = () => {
    const { chosen, q, sort: by } = asked();
    const query = new URLSearchParams();
    if (q) query.set("q", q);
    for (const name of finder.names) for (const id of chosen[name] || []) query.append(name, id);
    if (by) query.set("sort", by);
    return `${home.pathname}${query.size || [...query].length ? `?${query}` : ""}`;
  };

  const fill = () => {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") || "";
    order = SORTS.includes(query.get("sort")) ? query.get("sort") : "";
    for (const { box, facet } of boxes) {
      box.checked = query.getAll(facet).includes(box.value);
      if (box.checked) box.closest("details").open = true;
    }
  };

  let search = null;
  const find = async (q) => {
    if (!q) return null;
    search = search || import(new URL(holder.dataset.search, document.baseURI).href)
      .then(({ openIndex }) => openIndex(new URL(holder.dataset.index, document.baseURI).href, root));
    const index = await search;
    const runs = index.phrases(q).filter((run) => !(run.length === 1 && run[0].chinese));
    if (!runs.length) return null;
    const scores = new Map();
    for (const { order, score } of (await index.find(runs)).hits) {
      const at = finder.owner.get(order);
      if (at !== undefined) scores.set(at, Math.max(score, scores.get(at) || 0));
    }
    return scores;
  };

  const drawn = (at) => {
    const policy = finder.policy(at);
    const node = row.cloneNode(true);
    const put = (name, text) => {
      const element = node.querySelector(`[data-row=${name}]`);
      if (text) element.textContent = text;
      else element.remove();
      return element;
    };
    put("status", policy.status).classList.add(`status--${STATUS_SHAPES[policy.status]}`);
    put("number", policy.number);
    if (!policy.sample) node.querySelector("[data-row=sample]").remove();
    put("issuer", policy.issuer);
    put("word", policy.word);
    put("day", policy.day).dateTime = policy.day;
    if (!policy.day) node.querySelector("[data-row=dated]").remove();
    put("deadline", policy.deadline && `申报截止 ${policy.deadline}`);
    const link = node.querySelector("h2 a");
    link.href = new URL(policy.url, home).href;
    link.textContent = policy.title;
    const below = node.querySelector("ul");
    const item = below.firstElementChild;
    below.replaceChildren(...policy.explainers.map(([title, url]) => {
      const one = item.cloneNode(true);
      one.firstElementChild.href = new URL(url, home).href;
      one.firstElementChild.append(title);
      return one;
    }));
    if (!policy.explainers.length) below.remove();
    return node;
  };

  const drawMore = () => {
    more.hidden = hits.length <= shown;
    more.textContent = `再看 ${Math.min(PAGE, hits.length - shown)} 项`;
  };

  let whole = location.pathname === home.pathname; // the list as the page came, until something else is asked for

  const draw = () => {
    list.replaceChildren(...hits.slice(0, shown).map(drawn));
    none.hidden = hits.length > 0;
    drawMore();
  };

  const chip = (text, drop, all = false) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `policy-page__chip${all ? " policy-page__chip--all" : ""}`;
    button.textContent = text;
    if (!all) button.setAttribute("aria-label", `去掉条件：${text}`);
    button.addEventListener("click", () => {
      drop();
      changed(true).then(() => (chips.querySelector("button") || field).focus());
    });
    return button;
  };

  const drawChips = ({ q }) => {
    const on = boxes.filter(({ box }) => box.checked);
    const made = on.map(({ box, facet }) => chip(names.get(`${facet}/${box.value}`), () => { box.checked = false; }));
    if (q) made.unshift(chip(`“${q}”`, () => { field.value = ""; }));
    if (made.length > 1) {
      made.push(chip("清除全部", () => {
        for (const { box } of on) box.checked = false;
        field.value = "";
      }, true));
    }
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
    holder.querySelector("[data-facets-chosen]").textContent = on.length ? `已选 ${on.length} 项` : "";
    take.textContent = made.length ? "当前结果：" : "全部政策：";
    dates.hidden = !hits.some((at) => finder.deadline[at]);
    said.textContent = "";
  };

  const run = async () => {
    const here = (turn += 1);
    const now = asked();
    try {
      words = await find(now.q);
    } catch (error) {
      console.warn("policies:", error);
      if (here === turn) status.textContent = "没有查成：网络断了，或者网站刚刚更新。请刷新再试。";
      return;
    }
    if (here !== turn) return;
    const { hits: found, counts } = finder.look(now.chosen, words);
    const first = words ? "relevance" : "date";
    byWords.hidden = byWords.disabled = !words;
    sort.value = now.sort === "relevance" ? first : now.sort || first;
    hits = finder.sorted(found, sort.value, words);
    for (const { box, label, count, facet, value } of boxes) {
      const left = String(counts[facet][value]);
      if (count.data !== left) count.data = left;
      label.classList.toggle("facet__value--none", left === "0" && !box.checked);
    }
    const plain = !words && sort.value === "date" && !Object.keys(now.chosen).length && shown === PAGE;
    if (!plain || !whole) draw();
    else drawMore();
    whole = whole && plain;
    drawChips(now);
    done.textContent = `看 ${hits.length} 项结果`;
    status.textContent = chips.hidden ? `共 ${hits.length} 项政策` : `找到 ${hits.length} 项政策`;
  };

  const changed = (add) => {
    shown = PAGE;
    const url = address();
    if (add && url !== location.pathname + location.search) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
    return run();
  };

  const named = (facet, ids) => ids.map((id) => names.get(`${facet}/${id}`)).join("、");
  const table = () => tableOf(hits.map(finder.policy), named, holder.dataset);
  const events = () => calendarOf(hits.map(finder.policy), holder.dataset);
  const taken = async (event, name, make) => {
    event.preventDefault();
    said.textContent = "";
    try {
      handOver(await make(), name.replace("{day}", chinaDay()));
    } catch (error) {
      console.warn("policies:", error);
      said.textContent = "没有存成：网络断了，或者网站刚刚更新。请刷新再试。";
    }
  };

  for (const link of holder.querySelectorAll("a[data-value]")) choose(link);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed(true);
  });
  field.addEventListener("search", () => changed(true));
  sort.addEventListener("change", () => {
    order = sort.value === (words ? "relevance" : "date") ? "" : sort.value;
    changed(true);
  });
  more.addEventListener("click", () => {
    const first = shown;
    shown += PAGE;
    draw();
    const next = list.children[first];
    if (next) next.querySelector("a").focus();
  });
  csv.addEventListener("click", (event) => taken(event, "政策清单-{day}.csv", async () => new Blob([csvOf(await table())], { type: "text/csv;charset=utf-8" })));
  xlsx.addEventListener("click", (event) => taken(event, "政策清单-{day}.xlsx", async () => workbookOf(await table(), WIDTHS, "政策清单")));
  dates.addEventListener("click", (event) => {
    if (chips.hidden) return; // the site's own file has all of them
    taken(event, "申报截止-{day}.ics", async () => new Blob([await events()], { type: "text/calendar;charset=utf-8" }));
  });
  const all = () => {
    shown = hits.length;
    draw();
  };
  done.hidden = false;
  done.addEventListener("click", () => {
    done.closest("[data-facets]").open = false;
    status.scrollIntoView({ block: "center" });
    (list.querySelector("a") || field).focus({ preventScroll: true });
  });
  printed.addEventListener("click", () => {
    all();
    print();
  });
  addEventListener("beforeprint", all);
  addEventListener("popstate", () => {
    shown = PAGE;
    fill();
    run();
  });

  const early = field.value;
  fill();
  if (early) field.value = early;
  paging.remove();
  await run();
};

// for the list that stands on other people's pages (embeds/policies.js)
export { openFinder, STATUS_SHAPES };
