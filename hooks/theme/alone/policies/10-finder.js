// All policies as columns, and which of them have what is chosen: values of one facet add up, facets narrow each other.

const STATUS_SHAPES = { 现行有效: "current", 即将失效: "closing", 部分修改: "amended", 尚未施行: "pending", 施行日期未标注: "unknown", 已失效: "expired", 已被替代: "replaced" };

// The file is true for the moment it was made; what has come since is put right before anything is counted.
const upToDate = (said, now) => {
  const ids = (facet, wanted) => wanted.map((id) => said.ids[facet].indexOf(id)).filter((value) => value >= 0);
  for (const [at, steps] of Object.entries(said.later)) {
    const step = steps.filter(([begins]) => Date.parse(begins) <= now).pop();
    if (step) [said.status[at], said.values.status[at]] = [step[1], ids("status", [step[2]])];
  }
  said.deadline = said.url.map(() => "");
  for (const [at, days] of Object.entries(said.closes)) {
    const next = days.find(([, , over]) => Date.parse(over) > now);
    const soon = next && !(Date.parse(next[1]) > now);
    said.deadline[at] = next ? next[0] : "";
    said.values.closing[at] = ids("closing", next ? [...(soon ? ["soon"] : []), "open"] : []);
  }
  return said;
};

const openFinder = (file, now = Date.now()) => {
  const said = upToDate(file, now);
  const count = said.url.length;
  const names = Object.keys(said.ids);
  // A facet's choice as a table of its values: what is chosen counts 1.
  const wanted = (chosen) => names.filter((name) => (chosen[name] || []).length).map((name) => {
    const table = new Uint8Array(said.ids[name].length);
    for (const id of chosen[name]) {
      const value = said.ids[name].indexOf(id);
      if (value >= 0) table[value] = 1;
    }
    return { name, table, values: said.values[name] };
  });

  const has = (values, table) => {
    for (let at = 0; at < values.length; at += 1) if (table[values[at]]) return true;
    return false;
  };

  // The policies that have all that is chosen and are among `found` (all where that is null), and for every value how
  // many would be left with it: by what all other facets leave.
  const look = (chosen, found) => {
    const conditions = wanted(chosen);
    const counts = Object.fromEntries(names.map((name) => [name, new Uint32Array(said.ids[name].length)]));
    const add = (name, at) => {
      const [values, held] = [said.values[name][at], counts[name]];
      for (let place = 0; place < values.length; place += 1) held[values[place]] += 1;
    };
    const hits = [];
    for (let at = 0; at < count; at += 1) {
      if (found && !found.has(at)) continue;
      let misses = 0;
      let missed = "";
      for (const { name, table, values } of conditions) {
        if (has(values[at], table)) continue;
        misses += 1;
        missed = name;
        if (misses > 1) break;
      }
      if (misses > 1) continue;
      if (misses) {
        add(missed, at);
      } else {
        hits.push(at);
        for (const name of names) add(name, at);
      }
    }
    return { hits, counts };
  };

  // The file has the newest first; the order of deadlines is found once.
  const due = [...Array(count).keys()].sort((a, b) => {
    const [one, two] = [said.deadline[a] || "9999", said.deadline[b] || "9999"];
    return one === two ? a - b : one < two ? -1 : 1;
  });
  const rank = new Uint32Array(count);
  due.forEach((at, place) => { rank[at] = place; });
  const sorted = (hits, sort, scores) => {
    if (sort === "deadline") return hits.sort((a, b) => rank[a] - rank[b]);
    if (sort === "relevance" && scores) return hits.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    return hits;
  };

  // from the number under which the search index knows an entry to the policy it belongs to
  const owner = new Map();
  said.orders.forEach((orders, at) => { for (const order of orders) owner.set(order, at); });

  const policy = (at) => ({
    url: said.url[at], title: said.title[at], number: said.number[at], issuer: said.issuer[at],
    word: said.word[at], day: said.day[at],
    deadline: said.deadline[at], status: said.status[at], sample: said.sample[at], explainers: said.explainers[at],
    values: Object.fromEntries(names.map((name) => [name, said.values[name][at].map((value) => said.ids[name][value])])),
  });

  return { names, ids: said.ids, look, sorted, owner, policy, deadline: said.deadline };
};
