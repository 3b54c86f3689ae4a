// Chromium leaves a half-seen cover where it is when the keyboard reaches it; the whole of it is wanted.
attach("gallery-row", (row) => {
  row.addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) target.closest("li").scrollIntoView({ block: "nearest", inline: "nearest" });
  });
});
