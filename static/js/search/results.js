/* Makes the list items of search results from the template of the page; texts enter the page as text, never as HTML. */
(() => {
  "use strict";

  // Texts stand at even places, marked ones at odd places.
  function nodesOf({ before, pieces, after }) {
    const nodes = pieces.map((piece, place) => {
      if (place % 2 === 0) return document.createTextNode(piece);
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
    return [...(before ? ["… "] : []), ...nodes, ...(after ? [" …"] : [])];
  }

  // The address of a case takes along what to mark there, the query and the words as this text has them, and the way back.
  function addressOf(item, { root, wanted, hits }) {
    const query = wanted.get("q");
    const forms = [...hits, ...item.hits];
    if (!query || !forms.length) return root + item.href.slice(1);
    const marks = new URLSearchParams([["q", query], ...forms.map((form) => ["hit", form])]);
    if ([...wanted.keys()].length > 1) marks.append("list", wanted);
    return `${root}${item.href.slice(1)}?${marks}`;
  }

  function fillExcerpts(list, item, address) {
    const [pattern] = list.children;
    list.replaceChildren(
      ...item.excerpts.map((excerpt) => {
        const entry = pattern.cloneNode(true);
        const link = entry.querySelector("a");
        const number = /^p(\d+)$/.exec(excerpt.anchor);
        if (number) {
          link.href = `${address}#${excerpt.anchor}`;
          link.textContent = number[1];
          link.setAttribute("aria-label", link.dataset.name.replace("{number}", number[1]));
        } else link.remove();
        entry.querySelector("[data-excerpt]").append(...nodesOf(excerpt));
        return entry;
      }),
    );
  }

  /* caselawSearch.renderResult(template, item, where): `item` is what the search shows of a case, `where` {root, wanted, hits}
     the relative address of the site and what was looked for. An element with data-field="court" shows that field, and goes
     where the case has none. */
  window.caselawSearch.renderResult = (template, item, where) => {
    const entry = template.content.firstElementChild.cloneNode(true);
    const address = addressOf(item, where);
    entry.id = `case-${item.id}`;
    for (const element of entry.querySelectorAll("[data-field]")) {
      const values = item.meta[element.dataset.field] || [];
      // A list has an element for each of its values.
      const filled = [values].flat().map((text) => Object.assign(element.cloneNode(), { textContent: text }));
      element.replaceWith(...filled);
    }
    const { lang, titleLang } = item.meta;
    if (titleLang) entry.querySelector(".search-result-title").lang = titleLang;
    if (lang) entry.querySelector("[data-excerpts]").lang = lang;
    entry.querySelector(".search-result-title a").href = address;
    fillExcerpts(entry.querySelector("[data-excerpts]"), item, address);
    const more = entry.querySelector("[data-further]");
    if (item.more) more.textContent = more.dataset.further.replace("{n}", item.more);
    else more.remove();
    return entry;
  };
})();
