/* The search page of MiniSearch: loads the whole index and shows the first ten results of what the address asks for. */
(() => {
  "use strict";

  const wanted = new URLSearchParams(location.search);
  let index;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  window.receiveIndex = (text) => {
    index = text;
  };

  async function search() {
    await Promise.all(["minisearch.js", "options.js", "index.js"].map(load));
    const opened = window.MiniSearch.loadJSON(index, OPTIONS);
    const court = wanted.get("court");
    const filter = court && ((result) => result.court === court);
    const found = opened.search(wanted.get("q") || window.MiniSearch.wildcard, filter ? { filter } : {});
    const items = found.slice(0, 10).map(({ title, number, date }) => {
      const item = document.createElement("li");
      item.className = "search-result";
      item.textContent = `${title}, ${number}, ${date}`;
      return item;
    });
    document.querySelector("ol").replaceChildren(...items);
  }

  if (location.search) search();
})();
