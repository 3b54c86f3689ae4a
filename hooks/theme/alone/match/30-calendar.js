// Deadlines as an iCalendar file (RFC 5545), made on the reader's own machine. Each has two alarms: a week and a day
// before. A day without an hour is a whole day, and its alarms ring at nine.

const LINE = 75; // octets

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

// No line longer than 75 octets, and no character parted.
const folded = (line) => {
  const size = (text) => new TextEncoder().encode(text).length;
  const lines = [""];
  let used = 0;
  for (const sign of line) {
    const more = size(sign);
    if (used + more > LINE) {
      lines.push(" ");
      used = 1;
    }
    lines[lines.length - 1] += sign;
    used += more;
  }
  return lines.join("\r\n");
};

const compact = (moment) => moment.toISOString().replace(/[-:]|\.\d{3}/g, "");

const when = (closes) => {
  if (closes.includes("T")) return [[`DTSTART:${compact(new Date(closes))}`], ["-P7D", "-P1D"]];
  const next = new Date(Date.parse(`${closes}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);
  const day = (iso) => iso.replaceAll("-", "");
  return [[`DTSTART;VALUE=DATE:${day(closes)}`, `DTEND;VALUE=DATE:${day(next)}`], ["-P6DT15H", "-PT15H"]];
};

const alarm = (trigger, text) => ["BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:${trigger}`, `DESCRIPTION:${escaped(text)}`, "END:VALARM"];

// Events are {uid, title, sample, closes, contact, url}, as the site's own calendars have them (outlets/policies); ``name``
// is the calendar's.
export const calendar = (events, name, now) => {
  const body = events.flatMap(({ uid, title, sample, closes, contact, url }) => {
    const text = `${sample ? "示例：" : ""}申报截止：${title}`;
    const [times, triggers] = when(closes);
    const told = [sample && "这是示例，不是真实的政策。", contact && `受理单位：${contact}`, "是否适用，以发文机关原文为准。", url].filter(Boolean).join("\n");
    return [
      "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${compact(now)}`, ...times, `SUMMARY:${escaped(text)}`,
      `DESCRIPTION:${escaped(told)}`, `URL:${url}`, "TRANSP:TRANSPARENT", ...triggers.flatMap((trigger) => alarm(trigger, text)), "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhuanti//match//ZH", `X-WR-CALNAME:${escaped(name)}`, ...body, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};
