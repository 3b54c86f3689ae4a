// Answers: from the form, into the form, and into a link where the reader asks for one.

const YEAR = /^(19|20)\d\d$/;
const NUMBER = /^\d{1,9}(\.\d{1,4})?$/;

const factsIn = (form) => [...form.querySelectorAll("[data-fact]")];

// What was typed as a number: full-width figures and separators of thousands are as good as others.
const numberOf = (typed, kind, unit, thisYear) => {
  const text = typed.normalize("NFKC").replace(/[,，\s]/g, "");
  if (!text) return { answer: undefined };
  if (kind === "year") {
    return YEAR.test(text) && Number(text) <= thisYear ? { answer: Number(text) } : { fault: "请写四位数的年份，不晚于今年" };
  }
  if (!NUMBER.test(text)) return { fault: "请只写数字" };
  return unit === "%" && Number(text) > 100 ? { fault: "占比不会超过 100" } : { answer: Number(text) };
};

// The answers that were given; what cannot be read is said beside its field and counts as no answer.
export const readAnswers = (form, thisYear) => {
  const answers = Object.create(null);
  for (const holder of factsIn(form)) {
    const { fact, kind, unit } = holder.dataset;
    if (kind === "one" || kind === "many") {
      const chosen = [...holder.querySelectorAll("input:checked")].map((input) => input.value);
      const isNone = holder.querySelector("[data-none]:checked");
      if (isNone) answers[fact] = [];
      else if (chosen.some(Boolean)) answers[fact] = chosen.filter(Boolean);
      continue;
    }
    const field = holder.querySelector("input");
    const { answer, fault } = numberOf(field.value, kind, unit, thisYear);
    const said = holder.querySelector("[data-fault]");
    said.textContent = fault || "";
    said.hidden = !fault;
    field.setAttribute("aria-invalid", String(Boolean(fault)));
    if (answer !== undefined) answers[fact] = answer;
  }
  return answers;
};

// 「都没有」 and the others shut each other out.
export const keepApart = (input) => {
  if (input.type !== "checkbox" || !input.checked) return;
  for (const other of input.closest("[data-fact]").querySelectorAll("input")) {
    if (other !== input && ("none" in other.dataset || "none" in input.dataset)) other.checked = false;
  }
};

// The answers in words, for the head of the printed list.
export const inWords = (form, answers) =>
  factsIn(form)
    .filter((holder) => holder.dataset.fact in answers)
    .map((holder) => {
      const { fact, name, unit } = holder.dataset;
      const names = [...holder.querySelectorAll("input:checked")].map((input) => input.nextElementSibling.textContent);
      return `${name} ${names.length ? names.join("、") : `${answers[fact]} ${unit}`.trim()}`;
    });

// #a=county:linqing;industry:bearings,it;revenue:5700;certificates: (the last: none of them)
export const asFragment = (answers) =>
  `#a=${Object.entries(answers).map(([fact, answer]) => `${fact}:${Array.isArray(answer) ? answer.join(",") : answer}`).join(";")}`;

// Fills the form from a link; what it does not know, it leaves. Tells whether there was anything.
export const fillFrom = (form, fragment) => {
  const given = /^#a=([\w:;,.-]+)$/.exec(fragment.replace(/%2C/gi, ",").replace(/%3A/gi, ":").replace(/%3B/gi, ";"));
  if (!given) return false;
  const pairs = given[1].split(";").map((pair) => pair.split(":"));
  const answers = new Map(pairs.filter((pair) => pair.length === 2));
  for (const holder of factsIn(form)) {
    const value = answers.get(holder.dataset.fact);
    if (value === undefined) continue;
    const ids = value.split(",");
    for (const input of holder.querySelectorAll("input")) {
      if (input.type === "text") input.value = value;
      else if (ids.includes(input.value)) input.checked = true;
    }
  }
  return true;
};
