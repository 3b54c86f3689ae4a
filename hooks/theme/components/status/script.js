// A page is true for the moment it was made. What a status or a deadline will be later, and from when, was worked out
// then and travels with it; here the step is picked that holds today, and the reader is told that it was.
attach("status", (element) => {
  const { later, built, ends } = element.dataset;
  const now = Date.now();
  const step = JSON.parse(later).filter(([begins]) => !(Date.parse(begins) > now)).pop();
  if (!step) return;
  const [begins, word, shape, reason] = step;
  const day = (instant) => Math.floor((instant + 288e5) / 864e5); // days by the calendar in China
  element.textContent = word.replace("{n}", day(Date.parse(ends)) - day(now));
  if (!(Date.parse(begins) > Date.parse(built))) return;
  element.className = `status status--${shape}`;
  const told = element.parentElement.querySelector("[data-reason]");
  if (told) told.textContent = reason;
  const [year, month, date] = built.split("T")[0].split("-").map(Number);
  const note = document.createElement("span");
  note.className = "status-note";
  note.textContent = `页面生成于${year}年${month}月${date}日，按今天的日期更正`;
  (told ?? element).after(note);
});
