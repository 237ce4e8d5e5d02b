/* What a result shows, in the reader's language: the index keeps keys, and their labels stand beside the filters. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;

  caselawSearch.labelOf = (page, facet, key) =>
    page.querySelector(`[data-option="${CSS.escape(facet)}:${CSS.escape(key)}"]`)?.dataset.name;

  // "2013-04-29", "2013-04" or "2013", as precise as it is.
  const dateOf = (caselawSearch.dateOf = (page, iso) => {
    const [y, month, day] = iso.split("-");
    if (!month) return y;
    return caselawSearch.fill(JSON.parse(page.dataset.dates)[month - 1 + (day ? 0 : 12)], { y, d: Number(day) });
  });

  // What became of the decision later: its status, whose words stand in attributes of the template, and each decision.
  function statusOf(page, later, effect, unsure) {
    const template = page.querySelector("[data-result]");
    const { later: texts, decision, noDate, noLater, unverified } = template.dataset;
    if (!later) return noLater;
    const decisions = later.map(([outcome, court, decided]) =>
      caselawSearch.fill(decision, {
        outcome: caselawSearch.labelOf(page, "outcome", outcome) ?? outcome,
        court: caselawSearch.labelOf(page, "court", court) ?? court,
        date: decided ? dateOf(page, decided) : noDate,
      }),
    );
    const known = template.getAttribute(`data-${effect || "none"}`);
    const status = unsure ? caselawSearch.fill(unverified, { status: known }) : known;
    return caselawSearch.fill(texts, { status, decisions: decisions.join("; ") });
  }

  /* An item of search/core.js with its meta in words: {title, titleLang, court, number, date, iso, outcome, status,
     offences, language, lang, ecli}; lang and titleLang are tags, empty where they are the page's. */
  caselawSearch.inWords = (page, item) => {
    const { tree, tags } = page.dataset;
    const { titles, own, court, number, decided, outcome, later, effect, unsure, offences, ecli } = item.meta;
    const tagOf = (language) => (language === tree ? "" : JSON.parse(tags)[language] || language);
    const label = (facet, key) => caselawSearch.labelOf(page, facet, key) ?? key;
    const titled = tree in titles ? tree : own;
    return {
      ...item,
      href: `/${tree}/cases/${item.id}.html`,
      meta: {
        title: titles[titled],
        titleLang: tagOf(titled),
        court: label("court", court),
        number,
        date: dateOf(page, decided),
        iso: decided,
        outcome: label("outcome", outcome),
        status: statusOf(page, later, effect, unsure),
        offences: (offences || []).map((key) => label("offence", key)),
        language: label("language", item.language),
        lang: tagOf(item.language),
        ecli,
      },
    };
  };
})();
