/* The filters beside the results: how many cases each value would find, and what is chosen, each with a way to be rid of it. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;
  const { changed, queryOf, labelOf } = caselawSearch;

  // Counts of the answer, {facet: {key: number}}, into the form; null for those of the whole library.
  caselawSearch.showCounts = (page, counts) => {
    for (const option of page.querySelectorAll("[data-option]")) {
      const [facet, key] = option.dataset.option.split(":");
      const figure = option.querySelector("[data-count]");
      option.dataset.total ??= figure.textContent;
      const number = counts ? (counts[facet]?.[key] ?? 0) : Number(option.dataset.total);
      option.toggleAttribute("data-empty", number === 0);
      figure.textContent = number.toLocaleString(document.documentElement.lang);
    }
  };

  // The counts come after the results; until then the filters say that they are busy.
  caselawSearch.countOn = async (page, count, isWanted) => {
    const filters = page.querySelector("[data-filters]");
    filters.ariaBusy = "true";
    const counts = await count();
    if (!isWanted()) return;
    caselawSearch.showCounts(page, counts);
    filters.ariaBusy = "false";
  };

  const nameOf = (page, facet) => page.querySelector(`[data-filter="${facet}"]`)?.dataset.name ?? facet;

  /* What is chosen, as [{text, rest, facet}]: `rest` is the search without it. `articles` were named in the query, which
     then would be read as words; their facet is called "query". */
  caselawSearch.describeChoices = (page, wanted, { chosen, years }, articles) => {
    const list = Object.entries(chosen).flatMap(([facet, keys]) =>
      keys.map((key) => ({
        facet,
        text: `${nameOf(page, facet)}: ${labelOf(page, facet, key) ?? key}`,
        rest: changed(wanted, facet, key),
      })),
    );
    if (years) {
      const [from, to] = years.map((year) => (year % 9999 ? year : ""));
      const text = `${nameOf(page, "year")}: ${from === to ? from : `${from}–${to}`}`;
      list.push({ facet: "year", text, rest: changed(changed(wanted, "from"), "to") });
    }
    for (const { key, text } of (articles || []).flatMap(({ found }) => found)) {
      const rest = changed(wanted, "plain", null, "1");
      list.push({ facet: "query", text: `${nameOf(page, "article")}: ${labelOf(page, "article", key) ?? text}`, rest });
    }
    return list;
  };

  caselawSearch.showChoices = (page, wanted, choices) => {
    const list = page.querySelector("[data-chosen]");
    const template = list.querySelector("template");
    const entries = choices.map(({ text, rest }) => {
      const entry = template.content.firstElementChild.cloneNode(true);
      entry.querySelector("[data-text]").textContent = text;
      entry.querySelector("a").href = queryOf(rest) || location.pathname.split("/").pop();
      return entry;
    });
    const clear = list.querySelector("[data-clear]");
    const nothing = new URLSearchParams([...wanted].filter(([name]) => ["q", "sort", "phrase"].includes(name)));
    if (choices.some(({ rest }) => rest.get("plain"))) nothing.set("plain", "1");
    clear.querySelector("a").href = queryOf(nothing) || location.pathname.split("/").pop();
    clear.hidden = choices.length < 2;
    list.replaceChildren(template, ...entries, clear);
    list.hidden = !choices.length;
    for (const filter of page.querySelectorAll("[data-filter]")) {
      const count = choices.filter(({ facet }) => facet === filter.dataset.filter).length;
      filter.querySelector("[data-chosen-count]").textContent = count ? `(${count})` : "";
    }
  };
})();
