// The index: places of pairs of touching units, and of words and numbers, in files of a few kilobytes. The format is
// written by hooks/zhuanti/outlets/search/parts.py.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < 64; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

const decoded = (signs) => {
  const numbers = [];
  let number = 0;
  let rest = 0;
  let shift = 0;
  for (let at = 0; at < signs.length; at += 1) {
    const value = VALUES[signs.charCodeAt(at)];
    rest += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) {
      number += rest;
      numbers.push(number);
      rest = shift = 0;
    }
  }
  return numbers;
};

const shardOf = (key, shards) => {
  let code = 0;
  for (const sign of key) code = (Math.imul(code, 31) + sign.codePointAt(0)) & 0xffffff;
  return (code ^ (code >> 7)) & (shards - 1);
};

// The keys that make up a run, each with its distance from the run's start.
const keysOf = (run) => {
  if (run.length === 1) return [{ key: run[0].unit, distance: 0 }];
  const distances = [];
  for (let at = 0; at + 1 < run.length; at += 2) distances.push(at);
  if (run.length % 2) distances.push(run.length - 2);
  return distances.map((distance) => {
    const [one, two] = [run[distance], run[distance + 1]];
    return { key: one.chinese && two.chinese ? one.unit + two.unit : `${one.unit} ${two.unit}`, distance };
  });
};

// Of these places, those that stand `by` before one of the others; both rise.
const kept = (places, others, by) => {
  const found = [];
  let at = 0;
  for (const place of places) {
    while (at < others.length && others[at] < place + by) at += 1;
    if (others[at] === place + by) found.push(place);
  }
  return found;
};

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

const WAIT = 15000;
const PAUSE = 800;

const fetched = async (url, again = true) => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), WAIT);
  try {
    const answer = await fetch(url, { signal: giveUp.signal });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return await answer.json();
  } catch (error) {
    // once more, for a network that stumbles and a preview that is still writing; not after a long wait
    if (!again || error.name === "AbortError") throw error;
    await new Promise((done) => { setTimeout(done, PAUSE); });
    return await fetched(url, false);
  } finally {
    clearTimeout(timer);
  }
};

// Each file is asked for once; one that did not come is asked for again.
const remembered = () => {
  const held = new Map();
  return (url) => {
    if (!held.has(url)) {
      held.set(url, fetched(url).catch((error) => {
        held.delete(url);
        throw error;
      }));
    }
    return held.get(url);
  };
};

const openPart = async (place, number, root, read) => {
  const folder = root + place.path;
  const about = await read(`${folder}entries.json`);
  const starts = decoded(about.starts);

  const places = async (run) => {
    const wanted = await Promise.all(keysOf(run).map(async ({ key, distance }) => {
      const shard = await read(`${folder}i${shardOf(key, place.shards)}.json`);
      return { distance, places: has(shard, key) ? decoded(shard[key]) : [] };
    }));
    wanted.sort((a, b) => a.places.length - b.places.length);
    const [first, ...others] = wanted;
    return others.reduce((found, other) => kept(found, other.places, other.distance - first.distance), first.places)
      .map((found) => found - first.distance);
  };

  // Which entries hold a run: how often, and whether in the title or the head.
  const entriesWith = async (run) => {
    const found = new Map();
    let entry = 0;
    for (const at of await places(run)) {
      while (entry + 1 < starts.length && starts[entry + 1] <= at) entry += 1;
      const inside = at - starts[entry];
      const hit = found.get(entry) || { count: 0, title: false, head: false };
      hit.count += 1;
      hit.title = hit.title || inside < about.titles[entry];
      hit.head = hit.head || (inside >= about.titles[entry] && inside < about.heads[entry]);
      found.set(entry, hit);
    }
    return found;
  };

  const shown = async (entry) => (await read(`${root}search/texts-${about.texts[Math.floor(entry / 4)]}.json`))[entry % 4];

  const hit = (entry, score) => ({
    score,
    order: number * 1e6 + entry,
    kind: about.kinds[entry],
    column: about.columns[entry],
    county: about.counties[entry].split(" "),
    area: about.areas[entry].split(" "),
    day: about.days[entry],
    year: about.days[entry].slice(0, 4),
    shown: () => shown(entry),
  });

  return { entriesWith, hit };
};

const scoreOf = ({ count, title, head }) => (title ? 30 : 0) + (head ? 8 : 0) + 4 * Math.log2(1 + count);

// Undated entries last; equal ones in a fixed order.
const newest = (a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? 1 : -1);

export const openIndex = async (url, root) => {
  const read = remembered();
  const { rules, parts: places } = await read(url);
  const reader = unitReader(rules);
  const parts = await Promise.all(places.map((place, number) => openPart(place, number, root, read)));

  // Entries that hold all runs, the fittest first; and of each run, how many entries hold it.
  const find = async (runs) => {
    const hits = [];
    const counts = runs.map(() => 0);
    await Promise.all(parts.map(async (part) => {
      const found = await Promise.all(runs.map((run) => part.entriesWith(run)));
      found.forEach((entries, number) => { counts[number] += entries.size; });
      for (const entry of found[0].keys()) {
        if (found.every((entries) => entries.has(entry))) {
          hits.push(part.hit(entry, found.reduce((sum, entries) => sum + scoreOf(entries.get(entry)), 0)));
        }
      }
    }));
    hits.sort((a, b) => b.score - a.score || newest(a, b));
    return { hits, counts };
  };

  return { ...reader, find };
};
