/* The texts of one index, and Pagefind, which searches them. Runs in a worker of ours.

   caselawSearch.openTexts(engine, read, start) stands alone, because its text goes into the worker. It gives
     search({kind, text})    promises {results, unknown}: Pagefind's results for the text, as words or as a phrase, and those
                             of its words that the index does not know
     read(name)              promises a packed part of the index as text
     load(id)                promises what the index keeps of a page

   Results never depend on what was searched before: Pagefind finds the beginnings of words in all that it has loaded so
   far, so that each search gets an engine of its own, and all that is loaded for it is the whole range of its words. */
(() => {
  "use strict";

  window.caselawSearch.openTexts = function openTexts(engine, read, start) {
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

    return {
      search: ({ kind, text }) => (kind === "phrase" ? searchPhrase : searchWords)(text),
      load: (id) => files._loadFragment(id),
      read: async (name) => {
        const packed = new Uint8Array(await (await respond(await read(name))).arrayBuffer());
        return new TextDecoder().decode(files.decompress(packed, name));
      },
    };
  };
})();
