// The codes for one choice: ASCII alone, so that a page of any encoding can hold them (outlets/embeds/builder.py writes
// the same ones for what a view shows by itself).
const ascii = (text) => [...text].map((sign) => (sign.codePointAt(0) > 127 ? `&#${sign.codePointAt(0)};` : sign)).join("");
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&#34;").replace(/'/g, "&#39;");
const firmly = (...rules) => rules.map((rule) => `${rule}!important`).join(";");

// with the one word that outranks the resets of other people's pages
const FILLS = firmly("position:absolute", "left:0", "top:0", "width:100%", "max-width:none", "height:100%", "max-height:none", "margin:0", "padding:0", "border:0");

// ``asked`` are the parameters that differ from what a view does by itself, in the order in which codes name them.
const codesOf = ({ root, path, look, page, title, room, tall, size, asked, query, fragment }) => {
  const address = `${root}embed/v1/${path}/${look ? `${look}.html` : ""}`;
  const search = new URLSearchParams(query);
  for (const [name, value] of asked) search.set(name, value);
  const src = escaped([...search].length ? `${address}?${search}` : address);
  const box = firmly("position:relative", "height:0", `font-size:${size}px`, `padding:0 0 ${tall}px`, `padding:0 0 ${room}`);
  const link = `<a href="${escaped(`${root}${page}${query ? `?${query}` : ""}`)}">${escaped(title)}</a>`;
  const data = [["zhuanti", path], ["look", look], ["query", query], ...asked].filter(([, value]) => value).map(([name, value]) => `data-${name}="${escaped(value)}"`).join(" ");
  const frame = `<iframe src="${src}" title="${escaped(title)}" width="100%" height="${tall}" loading="lazy" style="${FILLS}"></iframe>`;
  const codes = {
    script: `<div ${data} style="${box}">${link}</div>\n<script async src="${root}embed/v1/embed.js"></script>`,
    iframe: `<div style="${box}">${frame}</div>\n<p>${link}</p>`,
    fragment: `curl -fsS ${root}embed/v1/${fragment} -o zhuanti.tmp && mv zhuanti.tmp zhuanti.html\n<!--#include file="zhuanti.html" -->`,
    wordpress: `${root}${page}`,
    link,
  };
  return Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, ascii(code)]));
};
