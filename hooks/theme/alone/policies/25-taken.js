// What is chosen as rows of a table and as events of a calendar. The list itself needs neither the documents' own dates
// nor their official addresses, so they are fetched from the open data once somebody takes the list away.

const HEAD = ["标题", "是否示例", "发文字号", "发文机关", "层级", "状态", "状态计算日期", "政策领域", "适用对象", "成文日期", "发布日期", "施行日期", "失效日期", "申报截止", "解读", "原文网址", "网址"];
const WIDTHS = [48, 10, 22, 30, 10, 14, 14, 24, 30, 12, 12, 12, 12, 12, 48, 60, 60];

// The day in China, wherever the reader is.
const chinaDay = (now = Date.now()) => new Date(now + 8 * 3600000).toISOString().slice(0, 10);

const fetched = async (url) => {
  const answer = await fetch(new URL(url, document.baseURI));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

// `policies` as the finder tells them; `named` gives a facet's ids their words. Status and deadline are today's.
const tableOf = async (policies, named, { open, root }) => {
  const place = (url) => /(?:documents|explainers)\/[^/]+\/$/.exec(url)[0];
  const more = new Map((await fetched(open)).policies.map((policy) => [place(policy.url), policy]));
  const whole = (url) => new URL(`${root}policies/${url}`, document.baseURI).href;
  return [HEAD, ...policies.map(({ url, title, sample, number, issuer, status, deadline, values, explainers }) => {
    const { issued = "", released = "", effective = "", expires = "", official_url: official = "" } = more.get(url) || {};
    return [
      title, sample ? "是" : "否", number, issuer, named("level", values.level), status, status && chinaDay(), named("area", values.area),
      named("audience", values.audience), issued, released, effective, expires, deadline,
      explainers.map(([name, way]) => `${name} ${whole(way)}`).join("；"), official, whole(url),
    ];
  })];
};

// The deadlines to come of what explains these policies, with the same ids as in the site's own calendars.
const calendarOf = async (policies, { calendar: engine, explainers, root }) => {
  const { calendar } = await import(new URL(engine, document.baseURI).href);
  const base = new URL(root, document.baseURI).href;
  const wanted = new Set(policies.flatMap(({ url, explainers: told }) => [url, ...told.map(([, way]) => way)]));
  const over = (closes) => closes.includes("T") ? Date.parse(closes) <= Date.now() : closes < chinaDay();
  const events = (await fetched(explainers)).policies
    .filter(({ url, closes }) => closes && wanted.has(url.replace(/^policies\//, "")) && !over(closes))
    .map((policy) => ({ ...policy, url: base + policy.url }));
  return calendar(events, "政策申报截止", new Date());
};
