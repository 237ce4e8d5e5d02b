/* The bar of a case that was opened from a search: which hit is the current one, the way to the next, to the previous and
   back, and the end of it. Its texts stand in components/hit-bar.html; the query enters the page as text only. */
(() => {
  "use strict";

  const { wanted, mark, unmark } = window.caselawHits;
  const bar = document.querySelector("[data-hit-bar]");
  const article = document.querySelector("article.case");
  const params = new URLSearchParams(location.search);
  const query = (params.get("q") || params.get("hit") || "").trim().slice(0, 200);
  if (!bar || !article || !query) return;

  const part = (name) => bar.querySelector(`[data-hit-${name}]`);
  let hits = [];
  let current = 0;
  let moved = false; // within the page, so that the entry before in the history is this page too

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function setCurrent(number) {
    for (const piece of hits[current]) piece.removeAttribute("aria-current");
    current = number;
    for (const piece of hits[current]) piece.setAttribute("aria-current", "true");
    const place = { number: current + 1, total: hits.length };
    part("status").textContent = fill(bar.dataset.place, place);
  }

  function step(by) {
    if (!hits.length) return;
    setCurrent((current + by + hits.length) % hits.length);
    window.caselawReveal(hits[current][0]);
    hits[current][0].scrollIntoView({ block: "center", inline: "nearest" });
  }

  // The browser has gone to the paragraph of the address: reading goes on from there.
  function firstFrom(target) {
    const isBehind = ([first]) =>
      target.contains(first) || target.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
    return Math.max(0, target ? hits.findIndex(isBehind) : 0);
  }

  function show(found) {
    hits = found;
    bar.hidden = false;
    part("query").textContent = fill(bar.dataset[hits.length ? "query" : "none"], { query });
    for (const button of bar.querySelectorAll("[data-hit-only]")) {
      button.hidden = (button.dataset.hitOnly === "some") !== hits.length > 0;
    }
    if (hits.length) setCurrent(firstFrom(document.getElementById(location.hash.slice(1))));
  }

  function close() {
    const marked = hits;
    hits = [];
    bar.hidden = true;
    document.getElementById("main").focus({ preventScroll: true }); // or the focus would be lost with the button
    const rest = new URLSearchParams(location.search);
    for (const name of ["q", "hit", "list"]) rest.delete(name);
    const search = String(rest);
    history.replaceState(history.state, "", location.href.split(/[?#]/)[0] + (search && `?${search}`) + location.hash);
    unmark(marked, () => {});
  }

  // The list of results as the reader left it, filters and all, where the browser says that it was the page before.
  function leadBack(link) {
    const results = link.href;
    const before = document.referrer;
    const cameFrom = before.split(/[?#]/)[0] === results;
    // From a folder the browser does not say it; then the address tells the search, if it was more than a query.
    const list = new URLSearchParams(params.get("list") || [["q", query]]);
    const id = location.pathname.split("/").pop().replace(".html", "");
    link.href = `${cameFrom ? before : `${results}?${list}`}#case-${id}`;
    window.addEventListener("hashchange", () => (moved = true));
    link.addEventListener("click", (event) => {
      const [entry] = performance.getEntriesByType("navigation");
      // In a tab of its own there is nothing to go back to.
      if (
        !cameFrom ||
        moved ||
        history.length < 2 ||
        entry?.type !== "navigate" ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      history.back();
    });
  }

  leadBack(part("back"));
  for (const [name, by, key] of [
    ["previous", -1, "p"],
    ["next", 1, "n"],
  ]) {
    part(name).addEventListener("click", () => step(by));
    window.caselawShortcuts.add(key, part(name), () => step(by));
  }
  for (const button of bar.querySelectorAll("[data-hit-close]")) button.addEventListener("click", close);
  mark(article, wanted(params), show);
})();
