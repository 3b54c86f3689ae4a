// Conditions of a policy in three-valued logic, as in zhuanti/content/conditions.py; one table of cases holds both
// together. A condition is what zhuanti/outlets/eligibility.py writes; answers are lists of option ids, or numbers;
// today is a day in China, 2026-11-25.

const opposite = { met: "failed", failed: "met", unknown: "unknown" };
const told = (holds) => (holds ? "met" : "failed");

// Of several that must all hold: one that fails decides, else one that nobody can tell.
export const together = (verdicts) =>
  verdicts.includes("failed") ? "failed" : verdicts.includes("unknown") ? "unknown" : "met";

// Whether so many whole years have passed, where only the year of the beginning is known.
const compared = (age, least) => (least === undefined ? "met" : age === least ? "unknown" : told(age > least));

const ofYear = (limits, year, thisYear) => {
  if (typeof year !== "number" || year > thisYear) return "unknown";
  const age = thisYear - year;
  return together([
    told(limits.since === undefined || year >= limits.since),
    told(limits.until === undefined || year <= limits.until),
    compared(age, limits.age_min),
    limits.age_max === undefined ? "met" : opposite[compared(age, limits.age_max)],
  ]);
};

export const verdictOf = (condition, answers, today) => {
  if (condition.all) return together(condition.all.map((part) => verdictOf(part, answers, today)));
  if (condition.any) return opposite[together(condition.any.map((part) => opposite[verdictOf(part, answers, today)]))];
  if (condition.not) return opposite[verdictOf(condition.not, answers, today)];
  if (condition.says) return "unknown";
  if (condition.over) return "failed";
  if (condition.from) return today >= condition.from ? "met" : "unknown";
  if (condition.until) return told(today <= condition.until);
  const answer = answers[condition.fact];
  if (condition.in) return Array.isArray(answer) ? told(condition.in.some((id) => answer.includes(id))) : "unknown";
  if (condition.year) return ofYear(condition.year, answer, Number(today.slice(0, 4)));
  if (typeof answer !== "number") return "unknown";
  return told((condition.min === undefined || answer >= condition.min) && (condition.max === undefined || answer <= condition.max));
};

// The facts a condition speaks of.
export const factsOf = (condition) =>
  condition.fact ? [condition.fact] : [...(condition.all || condition.any || (condition.not && [condition.not]) || [])].flatMap(factsOf);

// A policy's lines with their verdicts, and the verdict of all.
export const judge = (lines, answers, today) => {
  const judged = lines.map(([text, condition]) => ({ text, facts: factsOf(condition), verdict: verdictOf(condition, answers, today) }));
  return { verdict: together(judged.map((line) => line.verdict)), lines: judged };
};
