/* The line under the box, which says how the query was read and which terms of other languages were searched for too. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;
  const { changed, queryOf } = caselawSearch;

  const fill = (caselawSearch.fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""));

  const linkTo = (caselawSearch.linkTo = (wanted, text) => {
    const link = document.createElement("a");
    link.href = queryOf(wanted) || location.pathname.split("/").pop();
    link.textContent = text;
    return link;
  });

  // Notes of a plan, [[name, values], …]: their texts are attributes of the line.
  caselawSearch.showPlan = (page, wanted, plan, also = []) => {
    const line = page.querySelector("[data-plan]");
    const texts = line.dataset;
    const said = plan.notes.map(([name, values]) =>
      fill(texts[`note-${name}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())], values),
    );
    const { tags } = page.dataset;
    const terms = also.map(({ language, text }) => {
      const term = document.createElement("span");
      term.lang = JSON.parse(tags)[language] || language;
      term.textContent = text;
      return term;
    });
    if (wanted.get("plain") && wanted.get("q")) said.push(texts.notePlain);
    const instead = plan.only?.length || plan.articles || plan.notes.some(([name]) => name === "no-number");
    line.replaceChildren(
      said.join(" ") || texts.usual,
      ...(instead ? [" ", linkTo(changed(wanted, "plain", null, "1"), texts.instead)] : []),
      ...(terms.length ? [" ", texts.noteAlso, " "] : []),
      ...terms.flatMap((term, at) => (at ? [", ", term] : [term])),
      ...(terms.length ? [". ", linkTo(changed(wanted, "alone", null, "1"), texts.alone)] : []),
    );
  };
})();
