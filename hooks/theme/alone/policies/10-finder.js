// All policies as columns, and which of them have what is chosen: values of one facet add up, facets narrow each other.

const openFinder = (said) => {
  const count = said.url.length;
  const names = Object.keys(said.ids);
  // per facet and policy the values as bits, in words of 30
  const masks = new Map(names.map((name) => [name, said.values[name].map((values) => {
    const words = [];
    for (const value of values) words[Math.floor(value / 30)] |= 1 << value % 30;
    return words;
  })]));

  const wanted = (chosen) => names.filter((name) => (chosen[name] || []).length).map((name) => {
    const words = [];
    for (const id of chosen[name]) {
      const value = said.ids[name].indexOf(id);
      if (value >= 0) words[Math.floor(value / 30)] |= 1 << value % 30;
    }
    return { name, words };
  });

  const has = (mask, words) => words.some((word, at) => word & mask[at]);

  // The policies that have all that is chosen and are among `found` (all where that is null), and for every value how
  // many would be left with it: by what all other facets leave.
  const look = (chosen, found) => {
    const conditions = wanted(chosen);
    const counts = Object.fromEntries(names.map((name) => [name, said.ids[name].map(() => 0)]));
    const hits = [];
    for (let at = 0; at < count; at += 1) {
      if (found && !found.has(at)) continue;
      let misses = 0;
      let missed = "";
      for (const { name, words } of conditions) {
        if (!has(masks.get(name)[at], words)) {
          misses += 1;
          missed = name;
          if (misses > 1) break;
        }
      }
      if (misses > 1) continue;
      if (!misses) hits.push(at);
      for (const name of misses ? [missed] : names) {
        for (const value of said.values[name][at]) counts[name][value] += 1;
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
    url: said.url[at], title: said.title[at], number: said.number[at], issuer: said.issuer[at], day: said.day[at],
    deadline: said.deadline[at], status: said.status[at], sample: said.sample[at], explainers: said.explainers[at],
    values: Object.fromEntries(names.map((name) => [name, said.values[name][at].map((value) => said.ids[name][value])])),
  });

  return { names, ids: said.ids, look, sorted, owner, policy };
};
