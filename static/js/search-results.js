/* Makes the list items of search results from the template of the page; texts enter the page as text, never as HTML. */
(() => {
  "use strict";

  // Pagefind marks hits by <mark> and escapes the angle brackets of the text itself.
  const MARKS = /<mark>(.*?)<\/mark>/s;

  function plain(escaped) {
    return escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  }

  // Splitting by a pattern with one group gives texts at even places and marked texts at odd ones.
  function excerptNodes(excerpt) {
    return excerpt.split(MARKS).map((piece, place) => {
      if (place % 2 === 0) return document.createTextNode(plain(piece));
      const mark = document.createElement("mark");
      mark.textContent = plain(piece);
      return mark;
    });
  }

  /* caselawSearch.renderResult(template, data, root): `data` is what Pagefind tells of one case, `root` the relative
     address of the site. An element with data-field="court" shows that field, and goes where the case has none. */
  window.caselawSearch.renderResult = (template, data, root) => {
    const item = template.content.firstElementChild.cloneNode(true);
    for (const element of item.querySelectorAll("[data-field]")) {
      const name = element.dataset.field;
      const text = name === "excerpt" ? data.excerpt : data.meta[name];
      if (!text) element.remove();
      else if (name === "excerpt") element.append(...excerptNodes(text));
      else element.textContent = text;
      if (data.meta.lang && "ownLanguage" in element.dataset) element.lang = data.meta.lang;
    }
    item.querySelector("a").href = root + data.url.slice(1);
    return item;
  };
})();
