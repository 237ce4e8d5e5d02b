/* The search itself: Pagefind for the texts, facets.js for everything that is counted. Runs in a worker of ours.

   caselawSearch.makeCore stands alone, because its text goes into the worker. makeCore(engine, read, start, tools) gives
     find({clauses, only, required, chosen, years, sort}, shown)  promises {total, counts, without, unknown, items}
     show(from, to)                                     promises the items of the last find
   A clause is {kind, texts}: one of the texts, as words or as a phrase. It finds a set of cases; a case must be in all sets,
   among `only` (numbers of cases, or null), in each of the `required` unions [[facet, keys], …] that the query names, and in
   one of the chosen values of each facet, {court: ["sc"]}; `years` is
   [from, to] or null. `counts` says per facet what each value would find; `without` what would be found without a facet.

   Results never depend on what was searched before: Pagefind finds the beginnings of words in all that it has loaded so
   far, so that each clause gets an engine of its own, and all that is loaded for it is the whole range of its words. */
(() => {
  "use strict";

  window.caselawSearch.makeCore = function makeCore(engine, read, start, { openFacets, excerpt }) {
    const FOLDER = "/bundle/"; // what Pagefind believes to be the place of its files
    const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];
    const respond = (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const text = () => new TextDecoder().decode(bytes);
      return { arrayBuffer: async () => bytes.buffer, json: async () => JSON.parse(text()) };
    };
    const fetch = (address) => read(address.slice(FOLDER.length).split("?")[0]).then(respond);
    const { PagefindInstance } = engine(fetch, FOLDER);
    const files = new PagefindInstance({ basePath: FOLDER, baseUrl: "/" }); // reads texts, searches nothing
    const readTable = async (name) => {
      const packed = new Uint8Array(await (await respond(await read(name))).arrayBuffer());
      return JSON.parse(new TextDecoder().decode(files.decompress(packed, name)));
    };
    let facets = null;
    let last = { asked: "", order: [], hits: [] };

    class Engine extends PagefindInstance {
      chunks = [];

      decompress(data, name) {
        const content = super.decompress(data, name);
        if (name.endsWith(".pf_index")) this.chunks.push(content);
        return content;
      }

      // Whether a word that was loaded begins so. Where none does, Pagefind would find beginnings of the beginning. The
      // index is CBOR: before a text stands its length, as 0x60 + length or as 0x78 and the length.
      knows(beginning) {
        const wanted = new TextEncoder().encode(beginning);
        return this.chunks.some((chunk) => {
          for (let at = chunk.indexOf(wanted[0]); at > 0; at = chunk.indexOf(wanted[0], at + 1)) {
            if (!wanted.every((byte, place) => chunk[at + place] === byte)) continue;
            const header = chunk[at - 1];
            const length = header >= 0x60 && header < 0x78 ? header - 0x60 : chunk[at - 2] === 0x78 ? header : 0;
            if (length >= wanted.length) return true;
          }
          return false;
        });
      }
    }

    async function openEngine(program) {
      // A title weighs more than a mention; the labels of what is coded find a case, but rank it no higher.
      const ranking = { metaWeights: { title: 5, number: 5, court: 1, date: 1, terms: 0.5 } };
      const opened = new Engine({ basePath: FOLDER, baseUrl: "/", metaCacheTag: start.version, ranking });
      await opened.init(start.language, { load_wasm: program });
      return opened;
    }

    async function searchWords(text) {
      const searcher = await openEngine(true);
      const judge = await openEngine(false); // tells stems, in the mode in which Pagefind explains itself
      await judge.enterPlaygroundMode();
      judge.loadChunk = async () => {};
      const unknown = [];
      for (const word of text.split(" ")) {
        const { search_keywords: [stem] = [] } = await judge.search(`"${word}"`);
        if (!stem) continue;
        await searcher.preload(word);
        for (const letter of LETTERS) await searcher.preload(stem + letter);
        if (!searcher.knows(stem)) unknown.push(word);
      }
      return { unknown, results: unknown.length ? [] : (await searcher.search(text)).results };
    }

    // Pagefind misses a phrase where a text holds a word with and without marks (në, ne), unless it looks at the marks.
    async function searchPhrase(text) {
      const results = [];
      for (const exactDiacritics of [false, true]) {
        const searcher = await openEngine(true);
        searcher.exactDiacritics = exactDiacritics;
        results.push(...(await searcher.search(`"${text}"`)).results);
      }
      return { unknown: [], results };
    }

    // Which cases a clause finds: number of the case → {score, marks}, see search/excerpts.js for the marks.
    async function findCases({ kind, texts }) {
      const cases = new Map();
      let unknown = [];
      for (const text of texts) {
        const answer = await (kind === "phrase" ? searchPhrase : searchWords)(text);
        if (text === texts[0]) ({ unknown } = answer);
        for (const { id, score, words } of answer.results) {
          const number = facets.numbers.get(id.split("_").pop());
          const found = cases.get(number) || { score: 0, marks: [] };
          found.score = Math.max(found.score, score);
          found.marks.push({ places: words, length: kind === "phrase" ? text.split(" ").length : 1 });
          cases.set(number, found);
        }
      }
      return { cases, unknown: cases.size ? [] : unknown };
    }

    async function find({ clauses, only, required, chosen, years, sort }, shown) {
      facets ||= openFacets(await readTable("facets"));
      // Another filter or order of the same query needs no new search of the texts.
      const asked = JSON.stringify(clauses);
      const hits = asked === last.asked ? last.hits : [];
      if (!hits.length) for (const clause of clauses) hits.push(await findCases(clause)); // one by one: the program is one
      const sets = [...hits.map(({ cases }) => cases.keys()), ...(only ? [only] : [])];
      const { order, ...answer } = facets.count(sets, required, chosen, years);
      const score = (number) => hits.reduce((sum, { cases }) => sum + cases.get(number).score, 0);
      const scores = new Map(order.map((number) => [number, score(number)]));
      if (sort === "oldest") order.reverse();
      if (sort === "relevance") order.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
      last = { asked, order, hits };
      const unknown = hits.flatMap((hit) => hit.unknown);
      return { ...answer, total: order.length, unknown, items: await show(0, shown) };
    }

    function show(from, to) {
      const { order, hits } = last;
      return Promise.all(
        order.slice(from, to).map(async (number) => {
          const marks = hits.flatMap(({ cases }) => cases.get(number).marks);
          return excerpt(await files._loadFragment(`${start.prefix}_${facets.ids[number]}`), marks);
        }),
      );
    }

    return { find, show };
  };
})();
