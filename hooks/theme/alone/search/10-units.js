// What search takes for a unit of text. The rules come with the index, from the code that made it
// (hooks/zhuanti/outlets/search/units.py); both sides must read every text alike.

// Half-width forms for full-width ones; every character keeps its place.
const folded = (text) =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (sign) => (sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));

// A reader of texts by these rules: gives units with their place in the text, and whether each touches the one before.
export const unitReader = (rules) => {
  const pattern = new RegExp(rules.units, "gu");
  const han = new RegExp(`^${rules.han}`, "u");
  const invisible = new RegExp(rules.invisible, "gu");
  const isNumber = (unit) => unit >= "0" && unit <= "9\uffff";

  const touch = (text, before, start, end, unit, chinese) => {
    if (start === before.end) return true;
    if (start !== before.end + 1) return false;
    const sign = text[before.end];
    if (rules.inner.includes(sign)) return !chinese && !before.chinese;
    if (rules.open.includes(sign)) return isNumber(unit) && end < text.length && rules.close.includes(text[end]);
    return rules.close.includes(sign) && isNumber(before.unit) && before.start > 0 && rules.open.includes(text[before.start - 1]);
  };

  const units = (given) => {
    const text = folded(given);
    const found = [];
    let before = null;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const chinese = han.test(match[0]);
      const unit = chinese ? match[0] : match[0].toLowerCase();
      const touches = before !== null && touch(text, before, start, end, unit, chinese);
      before = { unit, chinese, start, end, touches };
      found.push(before);
    }
    return found;
  };

  // A question: words between spaces, each a run or several; all of them are meant. A run also says how it was typed.
  const phrases = (question) => {
    const runs = new Map();
    for (const word of question.replace(invisible, "").split(/\s+/)) {
      const found = [];
      for (const unit of units(word)) {
        if (unit.touches) found[found.length - 1].push(unit);
        else found.push([unit]);
      }
      for (const run of found) {
        const key = run.map(({ unit }) => unit).join(" ");
        if (!runs.has(key)) runs.set(key, Object.assign(run, { typed: word.slice(run[0].start, run[run.length - 1].end) }));
      }
    }
    return [...runs.values()];
  };

  return { units, phrases };
};
