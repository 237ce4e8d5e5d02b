/* The search itself: the texts of the library, and facets.js for everything that is counted. Runs in a worker of ours.

   caselawSearch.makeCore stands alone, because its text goes into the worker. makeCore(library, start, openFacets) gives
     find({clauses, only, required, chosen, years, sort, own, expand}, shown)  promises {total, without, unknown, also, items}
     show(from, to)                                     promises the items of the last find
     count()                                            promises the counts of the last find
   A clause of search/library.js finds a set of cases; a case must be in all sets, among `only` (numbers of cases, or
   null), in each of the `required` unions [[facet, keys], …] that the query names, and in one of the chosen values of each
   facet, {court: ["sc"]}; `years` is [from, to] or null. The counts say per facet what each value would find; `without`
   what would be found without a facet. A case is shown in a chosen language if it has a text in it, else in the reader's
   `own`, if the query was found there. */
(() => {
  "use strict";

  window.caselawSearch.makeCore = function makeCore(library, start, openFacets) {
    const all = Object.entries(start.languages)
      .sort(([one, { pages }], [other, { pages: more }]) => more - pages || (one < other ? -1 : 1))
      .map(([language]) => language);
    let facets = null;
    let last = { asked: "", order: [], hits: [], languages: [], choice: [[], [], {}, null] };

    const openTable = async () => openFacets(await library.facets(), start.cases);
    const first = (isFirst, languages) => [...languages].sort((one, other) => isFirst(other) - isFirst(one));
    const ownFirst = (own, languages) => first((one) => one === own, languages);
    const chosenFirst = (chosen, languages) => first((one) => Boolean(chosen?.includes(one)), languages);

    async function search(clauses, how) {
      const hits = [];
      const told = { unknown: [], also: [] };
      for (const clause of clauses) {
        const { found, unknown, also } = await library.find(clause, how); // one by one: the program is one
        hits.push(...found);
        told.unknown.push(...unknown);
        told.also.push(...also);
      }
      return { hits, told };
    }

    async function find({ clauses, only, required, chosen, years, sort, own, expand }, shown) {
      const languages = ownFirst(own, all);
      // Another filter or order of the same query needs no new search of the texts.
      const asked = JSON.stringify([clauses, expand]);
      const { hits, told } = asked === last.asked ? last : await search(clauses, { own, languages, expand });
      const choice = [[...hits.map((found) => [...found.keys()]), ...(only ? [only] : [])], required, chosen, years];
      // The facets are large; a search without filters has its first results before they are loaded.
      if (required.length || years || Object.keys(chosen).length) facets ||= await openTable();
      const { order, without } = (facets || openFacets({}, start.cases)).count(...choice);
      const score = (number) => hits.reduce((sum, found) => sum + found.get(number).score, 0);
      const scores = new Map(order.map((number) => [number, score(number)]));
      if (sort === "oldest") order.reverse();
      if (sort === "relevance") order.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
      last = { asked, order, hits, told, choice, languages: chosenFirst(chosen.language, languages) };
      return { ...told, without, total: order.length, items: await show(0, shown) };
    }

    // A case with several texts is shown in the language in which most of the query was found, the reader's own first.
    function show(from, to) {
      const { order, hits, languages } = last;
      return Promise.all(
        order.slice(from, to).map((number) => {
          const marks = {};
          const parts = hits.map((found) => found.get(number).marks);
          for (const [language, list] of parts.flatMap(Object.entries)) (marks[language] ||= []).push(...list);
          const count = (language) => parts.filter((part) => part[language]).length;
          const preferred = [...languages].sort((one, other) => count(other) - count(one));
          return library.item(number, marks, preferred);
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
