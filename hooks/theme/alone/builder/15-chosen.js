// What can be chosen of one page: the looks of its views. Those of lists stand in the page; any other page of the site is
// asked for, because its view says itself what shape it has.
const NAMES = { "": "默认", full: "完整图集", film: "视频" };
const SHAPE = /\bembed--([a-z-]+)/;
const PATH = /^[\w-]+(?:\/[\w-]+)*$/;

const looksOf = (option) => option.dataset.looks.split(";").map((part) => {
  const [file, name, shape, begins, most, fragment] = part.split(",");
  return { file, name, shape, begins: Number(begins), most: Number(most), fragment };
});

// Where in the site a pasted address leads: its path, and of its question only known facets with values that are words.
const placeOf = (text, { root, site, facets }) => {
  let url;
  try { url = new URL(text, root); } catch { return { fault: "这不是一个网址。" }; }
  const homes = [new URL(root), new URL(site, document.baseURI)];
  const home = homes.find(({ host, pathname }) => url.host === host && url.pathname.startsWith(pathname));
  if (!home) return { fault: `请粘贴本专题的网址，以 ${root} 开头。` };
  const path = url.pathname.slice(home.pathname.length).replace(/(?:index\.html)?$/, "").replace(/\/+$/, "") || "front";
  if (!PATH.test(path)) return { fault: "本专题没有这一页，或者这一页不能嵌入。" };
  const known = [...url.searchParams].filter(([name, value]) => facets.split(" ").includes(name) && /^[\w-]+$/.test(value));
  return { path, query: path === "policies" ? new URLSearchParams(known).toString() : "" };
};

// One more thing to choose: a page of the site that is in no list, or nothing where it has no view.
const found = async (path, site) => {
  const answer = await fetch(new URL(`${site}embed/v1/${path}/`, document.baseURI).href);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const view = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = view.querySelector("[data-embed]");
  const shape = SHAPE.exec(main.className)[1];
  if (shape === "gone") return null;
  const items = view.querySelector("[data-items]");
  const looks = [["", NAMES[""], shape, items ? items.dataset.items : 1, items ? items.children.length : 1]];
  if (path.startsWith("galleries/")) looks.push(["full", NAMES.full, "stage", 1, 1]);
  if ("film" in main.dataset) looks.push(["film", NAMES.film, "film", 1, 1]);
  const option = new Option(view.title, path);
  Object.assign(option.dataset, { page: `${path}/`, looks: looks.map((part) => [...part, `${path}/fragment.html`].join(",")).join(";") });
  return option;
};
