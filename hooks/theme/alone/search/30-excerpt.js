// Where the runs of a question stand in a text, and the piece of it that a hit shows.

const LENGTH = 92;

// Spans [start, end, number of the run], in the order of the text.
const spansOf = (units, runs) => {
  const spans = [];
  runs.forEach((run, number) => {
    for (let at = 0; at + run.length <= units.length; at += 1) {
      const fits = run.every(({ unit }, step) => units[at + step].unit === unit && (step === 0 || units[at + step].touches));
      if (fits) spans.push([units[at].start, units[at + run.length - 1].end, number]);
    }
  });
  return spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
};

// A piece of text as parts {text, marked}.
const parted = (text, spans, from, to) => {
  const parts = [];
  let at = from;
  for (const [start, end] of spans) {
    if (end <= at || start >= to) continue;
    const [begin, stop] = [Math.max(start, at), Math.min(end, to)];
    if (begin > at) parts.push({ text: text.slice(at, begin), marked: false });
    parts.push({ text: text.slice(begin, stop), marked: true });
    at = stop;
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false });
  return parts;
};

// A block's end inside a piece: nothing behind a mark that ends a sentence, else a space.
const joined = (_, before) => before + (/[。！？；：…”」）]/.test(before) ? "" : " ");

export const marked = (text, runs, units) => parted(text, spansOf(units(text), runs), 0, text.length);

// The piece with the most different runs in it; it begins with a sentence where one is near.
export const excerpt = ({ text, summary }, runs, units) => {
  const spans = spansOf(units(text), runs);
  if (!spans.length) return marked(summary.slice(0, LENGTH) + (summary.length > LENGTH ? "…" : ""), runs, units);
  let [best, most] = [spans[0], 0];
  for (const span of spans) {
    const inside = new Set(spans.filter(([start, end]) => start >= span[0] && end <= span[0] + LENGTH - 24).map(([, , number]) => number));
    if (inside.size > most) [best, most] = [span, inside.size];
  }
  const before = text.slice(Math.max(0, best[0] - 40), best[0]);
  const sentence = Math.max(...["。", "！", "？", "\n"].map((sign) => before.lastIndexOf(sign)));
  let from = best[0] - Math.min(best[0], 16);
  if (sentence >= 0) from = best[0] - before.length + sentence + 1;
  else if (best[0] <= 40) from = 0;
  const cut = Math.min(text.length, from + LENGTH);
  const to = spans.reduce((end, [start, stop]) => (start < end && stop > end ? stop : end), cut);
  const parts = parted(text, spans, from, to).map((part) => ({ ...part, text: part.text.replace(/(.?)\n/g, joined) }));
  if (from > 0 && sentence < 0) parts.unshift({ text: "…", marked: false });
  if (to < text.length) parts.push({ text: "…", marked: false });
  return parts;
};
