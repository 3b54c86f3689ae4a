// The builder at work: what is chosen, how it looks on two kinds of pages, the codes to copy.
export const start = (holder, heights) => {
  const { root, site, name: siteName } = holder.dataset;
  const part = (name) => holder.querySelector(`[data-builder-${name}]`);
  const [form, switches, said, note, pane, frame] = ["form", "switches", "said", "note", "window", "frame"].map(part);
  const { view, page, look, count, size, theme, color } = form.elements;
  const added = document.createElement("optgroup");
  added.label = "粘贴的网址";
  let query = "";

  const within = (field, most, otherwise) => Math.min(Math.max(Math.round(Number(field.value)) || otherwise, Number(field.min)), most);

  const chosen = () => {
    const option = view.selectedOptions[0];
    const { file, shape, begins, most, fragment } = looksOf(option).find((each) => each.file === look.value) || looksOf(option)[0];
    const number = most > 1 ? within(count, most, begins) : begins;
    const type = within(size, 24, 16);
    const [room, tall] = heights[shape][number];
    const asked = [];
    if (theme.value) asked.push(["theme", theme.value]);
    if (color.value !== color.dataset.own) asked.push(["color", color.value.slice(1)]);
    if (type !== 16) asked.push(["size", String(type)]);
    if (most > 1) asked.push(["count", String(number)]);
    const title = option.value === "front" ? siteName : option.textContent;
    return { root, path: option.value, look: file, page: option.dataset.page, title, room, tall: Math.round(tall * type / 16), size: type, asked, query, fragment };
  };

  const show = ({ path, look: file, room, asked }) => {
    const { wide, host } = switches.elements;
    pane.classList.toggle("builder__window--phone", wide.value === "phone");
    pane.style.setProperty("--zoom", Math.min(1, pane.clientWidth / (wide.value === "phone" ? 360 : 1200)));
    const search = new URLSearchParams({ zhuanti: path, room, ...(file && { look: file }), ...(query && { query }), ...Object.fromEntries(asked) });
    const url = new URL(`${site}embed/${host.value}?${search}`, document.baseURI).href;
    if (frame.dataset.shows === url) return;
    // a frame's own history would stand in the way of Back
    if (frame.dataset.shows) frame.contentWindow.location.replace(url);
    else frame.src = url;
    frame.dataset.shows = url;
  };

  const draw = () => {
    const choice = chosen();
    for (const [name, code] of Object.entries(codesOf(choice))) holder.querySelector(`[data-code=${name}]`).textContent = code;
    note.hidden = !query;
    note.textContent = query ? "选了条件：脚本、iframe 和链接按条件显示；片段和 WordPress 显示全部政策。" : "";
    show(choice);
  };

  const choose = () => {
    const kept = look.value;
    const looks = looksOf(view.selectedOptions[0]);
    look.replaceChildren(...looks.map(({ file, name }) => new Option(name, file)));
    look.value = looks.some(({ file }) => file === kept) ? kept : looks[0].file;
    look.parentElement.hidden = looks.length === 1;
    const { most, begins } = looks.find(({ file }) => file === look.value);
    count.max = most;
    count.value = begins;
    count.parentElement.hidden = most === 1;
    draw();
  };

  const paste = async () => {
    const text = page.value.trim();
    said.textContent = "";
    if (!text) return;
    const place = placeOf(text, holder.dataset);
    if (!place.fault && ![...view.options].some(({ value }) => value === place.path)) {
      const option = await found(place.path, site).catch(() => { place.fault = "没有读到这一页，请检查网络后再试。"; });
      if (page.value.trim() !== text) return;
      if (option) {
        view.prepend(added);
        added.append(option);
      } else place.fault = place.fault || "本专题没有这一页，或者这一页不能嵌入。";
    }
    if (place.fault) {
      said.textContent = place.fault;
      return;
    }
    query = place.query;
    view.value = place.path;
    choose();
  };

  const copy = async (button) => {
    const code = holder.querySelector(`[data-code=${button.dataset.copy}]`);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "已复制";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "已选中，请按复制键";
    }
    setTimeout(() => { button.textContent = "复制"; }, 2000);
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  view.addEventListener("change", () => { page.value = said.textContent = query = ""; choose(); });
  look.addEventListener("change", choose);
  for (const field of [count, size, theme, color]) field.addEventListener("input", draw);
  page.addEventListener("change", paste);
  switches.addEventListener("change", draw);
  addEventListener("resize", () => show(chosen()));
  holder.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copy]");
    if (button) copy(button);
  });
  if (innerWidth < 720) switches.elements.wide.value = "phone";
  choose();
  holder.dataset.ready = "";
};
