/* What to try where nothing was found, as links; loaded when that happens. */
(() => {
  "use strict";

  const { changed, latin, fill, linkTo } = window.caselawSearch;

  /* What would find something, as links: [[wanted, text], …], the search without what stands in its way. */
  function waysOut(texts, wanted, plan, answer, choices) {
    const query = wanted.get("q") || "";
    const ways = plan.alike.map(([printed]) => [
      changed(wanted, "q", null, printed),
      fill(texts.alike, { number: printed }),
    ]);
    if (plan.articles || plan.notes.some(([name]) => name === "no-number"))
      ways.push([changed(wanted, "plain", null, "1"), texts.plain]);
    if (wanted.get("phrase") || /["“”„«»]/.test(query)) {
      const loose = changed(changed(wanted, "phrase"), "q", null, query.replace(/["“”„«»]/g, " ").trim());
      ways.push([loose, texts.loose]);
    }
    if (answer.unknown.length) {
      const known = latin(query)
        .split(/\s+/)
        .filter((word) => !answer.unknown.some((one) => word.toLowerCase().includes(one.toLowerCase())));
      if (known.length)
        ways.push([changed(wanted, "q", null, known.join(" ")), fill(texts.known, { words: known.join(" ") })]);
    }
    for (const [facet, count] of Object.entries(answer.without)) {
      const names = choices
        .filter((choice) => choice.facet === facet)
        .map(({ text }) => text)
        .join(", ");
      const rest = facet === "year" ? changed(changed(wanted, "from"), "to") : changed(wanted, facet);
      if (count && names) ways.push([rest, fill(texts.without, { filter: names, n: count })]);
    }
    if (choices.length > 1)
      ways.push([
        new URLSearchParams([...wanted].filter(([name]) => ["q", "phrase", "plain"].includes(name))),
        texts.unfiltered,
      ]);
    return ways;
  }

  window.caselawSearch.showAdvice = (page, wanted, plan, answer, choices) => {
    const advice = page.querySelector("[data-advice]");
    const entries = waysOut(advice.dataset, wanted, plan, answer, choices).map(([rest, text]) => {
      const entry = document.createElement("li");
      entry.append(linkTo(rest, text));
      return entry;
    });
    const unknown = page.querySelector("[data-unknown]");
    unknown.textContent = answer.unknown.length
      ? fill(unknown.dataset.unknown, {
          words: answer.unknown.map((word) => fill(unknown.dataset.quoted, { text: word })).join(", "),
        })
      : "";
    advice.replaceChildren(...entries);
  };
})();
