// A list of policies by any choice of facets, as the index of the site has them in its address: ?area=energy&level=city.
// Lines come from the index's own file; what it does not know is left out, and without it the newest stay.
(async () => {
  const list = document.querySelector("[data-finder]");
  if (!list) return;
  const asked = new URLSearchParams(location.search);
  const root = new URL(list.dataset.root, document.baseURI);
  const chosen = new URLSearchParams();
  for (const name of list.dataset.facets.split(" ")) for (const id of asked.getAll(name)) chosen.append(name, id);
  if (![...chosen].length) return;
  const { openFinder, STATUS_SHAPES } = await import(new URL(list.dataset.engine, document.baseURI).href);
  const answer = await fetch(new URL(list.dataset.finder, document.baseURI).href);
  if (!answer.ok) throw new Error(`policies: ${answer.status}`);
  const finder = openFinder(await answer.json());
  const choice = {};
  for (const [name, id] of chosen) if (finder.names.includes(name)) (choice[name] = choice[name] || []).push(id);
  const { hits } = finder.look(choice, null);
  const blank = document.querySelector("[data-blank]").content.firstElementChild;
  const put = (row, part, text) => {
    const element = row.querySelector(`[data-part=${part}]`);
    if (text) element.textContent = text;
    else element.remove();
  };
  const shown = Math.min(hits.length, Number(list.dataset.items));
  const rows = hits.slice(0, 10).map((at, place) => {
    const { url, title, number, status, sample, word, day } = finder.policy(at);
    const row = blank.cloneNode(true);
    row.hidden = place >= shown;
    put(row, "status", status);
    if (status) row.querySelector("[data-part=status]").className = `status status--${STATUS_SHAPES[status]}`;
    put(row, "number", number);
    put(row, "sample", sample ? "\u793a\u4f8b" : "");
    put(row, "when", day && `${word} ${day}`);
    const link = row.querySelector("a");
    link.textContent = title;
    link.href = new URL(`policies/${url}`, root).href;
    return row;
  });
  list.className = list.className.replace(/--\d+/, `--${Math.max(shown, 1)}`);
  list.replaceChildren(...rows);
  const more = document.querySelector("[data-more]");
  more.href = new URL(`policies/?${chosen}`, root).href;
  more.textContent = more.textContent.replace(/\d+/, hits.length);
  document.querySelector("[data-none]").hidden = hits.length > 0;
  list.hidden = !hits.length;
})().catch((error) => console.warn("policies:", error));
