// The builder at work: what is chosen, how it looks on two kinds of pages, the codes to copy.
const HOSTS = [
  { title: "手机宽度，浅色，UTF-8 网页", file: "host-utf8.html", width: 360, ground: "" },
  { title: "手机宽度，深色，GBK 网页", file: "host-gbk.xhtml", width: 360, ground: "dark" },
  { title: "电脑宽度，浅色，GBK 网页", file: "host-gbk.xhtml", width: 0, ground: "" },
  { title: "电脑宽度，深色，UTF-8 网页", file: "host-utf8.html", width: 0, ground: "dark" },
];
const READ = /\bembed--([a-z-]+)/;
const NAMES = { "": "默认", full: "完整图集", film: "视频", cards: "卡片", bar: "滚动标题条", lead: "头条", numbers: "数字条", search: "搜索框" };

export const start = (holder, heights) => {
  const { root, views, hosts } = holder.dataset;
  const form = holder.querySelector("[data-builder-form]");
  const said = holder.querySelector("[data-builder-said]");
  const { view, page, look, count, size, theme, color } = form.elements;
  const own = form.querySelector("[data-builder-own]");
  own.hidden = true;
  let query = "";

  const frames = HOSTS.map(({ title, file, width, ground }) => {
    const figure = document.createElement("figure");
    figure.className = width ? "builder__shot builder__shot--phone" : "builder__shot";
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    const frame = document.createElement("iframe");
    frame.className = "builder__frame";
    frame.title = title;
    frame.loading = "lazy";
    figure.append(caption, frame);
    holder.querySelector("[data-builder-frames]").append(figure);
    return { frame, file, ground };
  });

  const looks = () => view.selectedOptions[0].dataset.looks.split(";").map((part) => {
    const [file, name, shape, begins, most] = part.split(",");
    return { file, name, shape, begins: Number(begins), most: Number(most) };
  });

  const draw = () => {
    const option = view.selectedOptions[0];
    const chosen = looks().find(({ file }) => file === look.value) || looks()[0];
    const number = Math.min(Math.max(Math.round(Number(count.value)) || 1, 1), chosen.most);
    const type = Math.min(Math.max(Math.round(Number(size.value)) || 16, 12), 24);
    count.parentElement.hidden = chosen.most === 1;
    const [room, tall] = heights[chosen.shape][chosen.most === 1 ? chosen.begins : number];
    const asked = [];
    if (theme.value) asked.push(["theme", theme.value]);
    if (color.value !== color.dataset.own) asked.push(["color", color.value.slice(1)]);
    if (type !== 16) asked.push(["size", String(type)]);
    if (chosen.most > 1) asked.push(["count", String(number)]);
    const codes = codesOf({ root, path: option.value, look: chosen.file, page: option.dataset.page, title: option.value === "front" ? holder.dataset.name : option.dataset.title || option.textContent, room, tall, size: type, asked, query });
    for (const [name, code] of Object.entries(codes)) holder.querySelector(`[data-code=${name}]`).textContent = code;
    for (const { frame, file, ground } of frames) {
      const search = new URLSearchParams({ zhuanti: option.value, room });
      if (chosen.file) search.set("look", chosen.file);
      if (query) search.set("query", query);
      for (const [name, value] of asked) search.set(name, value);
      if (ground) search.set("ground", ground);
      if (ground && !theme.value) search.set("theme", "dark");
      const url = new URL(`${hosts}${file}?${search}`, document.baseURI).href;
      // a frame's own history would stand in the way of Back
      if (frame.src) frame.contentWindow.location.replace(url);
      else frame.src = url;
      frame.style.height = `calc(${chosen.shape === "stage" ? "600px" : `${tall}px`} + 160px)`;
    }
  };

  const choose = () => {
    const kept = look.value;
    look.replaceChildren(...looks().map(({ file, name }) => new Option(name, file)));
    if (looks().some(({ file }) => file === kept)) look.value = kept;
    look.parentElement.hidden = look.length === 1;
    const chosen = looks().find(({ file }) => file === look.value);
    count.max = chosen.most;
    count.value = chosen.begins;
    draw();
  };

  // Of any page of the site: its view says itself what shape it has.
  const paste = async () => {
    said.textContent = "";
    query = "";
    if (!page.value.trim()) return;
    const base = new URL(root);
    let url;
    try { url = new URL(page.value.trim(), root); } catch { said.textContent = "这不是一个网址。"; return; }
    if (url.host !== base.host && url.host !== location.host) { said.textContent = `请粘贴本专题的网址，以 ${root} 开头。`; return; }
    const start = [base.pathname, new URL(hosts, document.baseURI).pathname.replace(/embed\/$/, "")].find((begin) => url.pathname.startsWith(begin)) || "/";
    const path = decodeURI(url.pathname.slice(start.length)).replace(/(?:index\.html)?$/, "").replace(/^\/+|\/+$/g, "") || "front";
    if (path === "policies") query = url.search.slice(1);
    const known = [...view.options].find(({ value }) => value === path);
    if (known) {
      view.value = path;
      choose();
      return;
    }
    const answer = await fetch(new URL(`${views}${path}/`, document.baseURI).href);
    if (!answer.ok) { said.textContent = "本专题没有这一页，或者这一页不能嵌入。"; return; }
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const items = found.querySelector("[data-items]");
    const shape = READ.exec(found.querySelector("[data-embed]").className)[1];
    const parts = [["", NAMES[""], shape, items ? items.dataset.items : 1, items ? items.children.length : 1]];
    if (path.startsWith("galleries/")) parts.push(["full", NAMES.full, "stage", 1, 1]);
    if (found.querySelector("[data-film]")) parts.push(["film", NAMES.film, "film", 1, 1]);
    own.value = path;
    own.textContent = own.dataset.title = found.title;
    own.dataset.page = path === "front" ? "" : `${path}/`;
    own.dataset.looks = parts.map((part) => part.join(",")).join(";");
    own.hidden = false;
    view.value = path;
    choose();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  view.addEventListener("change", () => { page.value = ""; said.textContent = ""; query = ""; choose(); });
  look.addEventListener("change", choose);
  for (const field of [count, size, theme, color]) field.addEventListener("input", draw);
  page.addEventListener("change", () => paste().catch(() => { said.textContent = "没有读到这一页：网络断了，请再试一次。"; }));
  holder.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    const code = holder.querySelector(`[data-code=${button.dataset.copy}]`);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "已复制";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "已选中，请按复制键";
    }
    setTimeout(() => { button.textContent = `复制${holder.querySelector(`#way-${button.dataset.copy}`).textContent}代码`; }, 2000);
  });
  choose();
  holder.dataset.ready = "";
};
