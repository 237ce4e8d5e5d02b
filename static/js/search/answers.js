/* From what is asked to what is found: the query is read, the filters are taken from the form, the index answers. */
(() => {
  "use strict";

  const search = window.caselawSearch;

  // What the form asks for, and what the address does that the form has no field for: values that the library no longer
  // has, and how the query is to be read, which holds for the query for which it was said.
  search.wantedIn = (form) => {
    const wanted = search.readForm(form);
    const before = new URLSearchParams(location.search);
    for (const [name, value] of before) {
      const boxes = [form.elements[name] ?? []].flatMap((found) => (found.forEach ? [...found] : [found]));
      const isFacet = boxes.length && boxes.every((box) => box.type === "checkbox");
      if (isFacet && !boxes.some((box) => box.value === value)) wanted.append(name, value);
    }
    for (const name of ["plain", "alone"])
      if (before.get(name) && before.get("q") === wanted.get("q")) wanted.set(name, "1");
    return wanted;
  };

  const inWords = (page, items) => items.map((item) => search.inWords(page, item));

  // More cases of the last answer, counted from 0.
  search.casesFrom = async (page, from, to) => inWords(page, await (await search.open(page)).show(from, to));

  /* Promises {plan, choices, answer, where, count}, or null where the library has no case or another search is wanted by now: how the query was read, what is chosen,
     the answer of search/core.js with the first `count` cases, what their results need to know, and count(), which promises
     the counts of the facets. */
  search.answerTo = async (page, form, wanted, count, isWanted) => {
    const opened = await search.open(page);
    if (!opened.cases) return null;
    const query = wanted.get("q") || "";
    const options = {
      phrase: wanted.get("phrase"),
      plain: wanted.get("plain"),
      common: search.bare(page.dataset.common).split(" "),
    };
    const plan = search.plan(query, options, /\d/.test(query) ? await opened.references() : null);
    if (!isWanted()) return null; // overtaken by another while the numbers were loaded
    const { chosen, years } = search.choicesOf(form, wanted);
    const choices = search.describeChoices(page, wanted, { chosen, years }, plan.articles);
    const required = (plan.articles || []).map(({ found }) => ["article", found.map(({ key }) => key)]);
    const sort = wanted.get("sort") || (plan.clauses.length ? "relevance" : "newest");
    const { clauses, only } = plan;
    const asked = { clauses, only, required, chosen, years, sort, expand: !wanted.get("alone") };
    const answer = await opened.find(asked, count);
    answer.items = inWords(page, answer.items);
    return {
      plan,
      choices,
      answer,
      where: { root: page.dataset.root, wanted, hits: plan.hits, sort },
      count: opened.count,
    };
  };

  // What takes the list away is loaded when somebody wants it, and waits for all of the list.
  search.takeAway = async (page, tool, listed) => {
    await listed;
    await search.addScript(`${page.dataset.root}static/js/search-export.js`);
    return search.useTool(page, tool);
  };

  // Whoever steps into the form is about to search: what every search needs is fetched meanwhile.
  search.prepare = (page) =>
    search.open(page).then(
      (opened) => opened.prepare?.(),
      () => {}, // told when the reader searches
    );
})();
