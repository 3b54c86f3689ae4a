// Before the first paint: a script runs, so the gallery may be a stage (as early.js does for the site's own pages).
document.documentElement.dataset.script = "";
