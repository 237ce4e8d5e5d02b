/* The search itself: Pagefind for the texts, facets.js for everything that is counted. Runs in a worker of ours.

   caselawSearch.makeCore stands alone, because its text goes into the worker. makeCore(texts, start, tools) gives
     find({clauses, only, required, chosen, years, sort}, shown)  promises {total, without, unknown, items}
     show(from, to)                                     promises the items of the last find
     count()                                            promises the counts of the last find
   A clause is {kind, texts}: one of the texts, as words or as a phrase. It finds a set of cases; a case must be in all sets,
   among `only` (numbers of cases, or null), in each of the `required` unions [[facet, keys], …] that the query names, and in
   one of the chosen values of each facet, {court: ["sc"]}; `years` is
   [from, to] or null. The counts say per facet what each value would find; `without` what would be found without a facet. */
(() => {
  "use strict";

  window.caselawSearch.makeCore = function makeCore(texts, start, { openFacets, excerpt }) {
    let cases = null; // Pagefind's id of each case, the newest first, and the number of a case by that id
    let facets = null;
    let last = { asked: "", order: [], hits: [], choice: [[], [], {}, null] };

    // Pagefind's list of pages is CBOR: texts, and behind each a number. `order` tells which case each page is.
    async function openCases() {
      const pages = (await texts.read(start.meta)).match(new RegExp(`${start.prefix}_[0-9a-f]+`, "g"));
      const order = JSON.parse(await texts.read("order"));
      const numbers = new Map(order.map((number, place) => [pages[place], number]));
      const ids = [];
      for (const [id, number] of numbers) ids[number] = id;
      return { ids, numbers };
    }

    const openTable = async () => openFacets(JSON.parse(await texts.read("facets")), start.cases);

    // Which cases a clause finds: number of the case → {score, marks}, see search/excerpts.js for the marks.
    async function findCases(clause) {
      const found = new Map();
      let unknown = [];
      for (const text of clause.texts) {
        const answer = await texts.search({ kind: clause.kind, text });
        if (text === clause.texts[0]) ({ unknown } = answer);
        for (const { id, score, words } of answer.results) {
          const number = cases.numbers.get(id);
          const hit = found.get(number) || { score: 0, marks: [] };
          hit.score = Math.max(hit.score, score);
          hit.marks.push({ places: words, length: clause.kind === "phrase" ? text.split(" ").length : 1 });
          found.set(number, hit);
        }
      }
      return { found, unknown: found.size ? [] : unknown };
    }

    async function find({ clauses, only, required, chosen, years, sort }, shown) {
      cases ||= await openCases();
      // Another filter or order of the same query needs no new search of the texts.
      const asked = JSON.stringify(clauses);
      const hits = asked === last.asked ? last.hits : [];
      if (!hits.length) for (const clause of clauses) hits.push(await findCases(clause)); // one by one: the program is one
      const choice = [
        [...hits.map(({ found }) => [...found.keys()]), ...(only ? [only] : [])],
        required,
        chosen,
        years,
      ];
      // The facets are large; a search without filters has its first results before they are loaded.
      if (required.length || years || Object.keys(chosen).length) facets ||= await openTable();
      const { order, without } = (facets || openFacets({}, start.cases)).count(...choice);
      const score = (number) => hits.reduce((sum, { found }) => sum + found.get(number).score, 0);
      const scores = new Map(order.map((number) => [number, score(number)]));
      if (sort === "oldest") order.reverse();
      if (sort === "relevance") order.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
      last = { asked, order, hits, choice };
      const unknown = hits.flatMap((hit) => hit.unknown);
      return { without, total: order.length, unknown, items: await show(0, shown) };
    }

    function show(from, to) {
      const { order, hits } = last;
      return Promise.all(
        order.slice(from, to).map(async (number) => {
          const marks = hits.flatMap(({ found }) => found.get(number).marks);
          return excerpt(await texts.load(cases.ids[number]), marks);
        }),
      );
    }

    async function count() {
      facets ||= await openTable();
      return facets.count(...last.choice).counts;
    }

    return { find, show, count };
  };
})();
