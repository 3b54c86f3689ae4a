// Puts into this page what its address asks for, as a pasted code would. Only the known words in their known shapes are
// taken; everything goes through data attributes and single properties, never through markup.
(() => {
  const SHAPES = {
    zhuanti: /^[\w-]+(?:\/[\w-]+)*$/, look: /^[a-z]+$/, theme: /^(?:dark|light|auto)$/, color: /^[0-9a-f]{6}$/i,
    size: /^\d\d$/, count: /^\d\d?$/, query: /^[\w=&-]+$/, room: /^[\w.%()*+, -]+$/,
  };
  const place = document.getElementById("place");
  const asked = new URLSearchParams(location.search);
  const given = {};
  for (const name of Object.keys(SHAPES)) if (SHAPES[name].test(asked.get(name) || "")) given[name] = asked.get(name);
  if (!given.zhuanti) return;
  document.body.className = given.theme || "";
  Object.assign(place.style, { position: "relative", height: 0, fontSize: `${given.size || 16}px`, paddingBottom: given.room || "" });
  delete given.room;
  Object.assign(place.dataset, given);
  const script = document.createElement("script");
  script.src = document.currentScript.dataset.script;
  document.body.append(script);
})();
