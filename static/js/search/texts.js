/* The texts of one language, and Pagefind, which searches them. Runs in a worker of ours.

   caselawSearch.openTexts(engine, read, start, forms) stands alone, because its text goes into the worker. `start` is what
   start.js says of the language, read(name) promises a part of the search. It gives
     words([word, …])    promises {results, unknown}: Pagefind's results for texts with all the words in any form, and
                         those of the words that no text holds
     phrase(text)        promises {results, unknown} for these very words, one after the other
     read(name)          promises a packed part of the search
     ids()               promises the ids of all texts
     load(id)            promises what the index keeps of a text

   Results never depend on what was searched before: Pagefind finds the beginnings of words in all that it has loaded so
   far, so that each search gets an engine of its own, and all that is loaded for it is the whole range of its words. */
(() => {
  "use strict";

  window.caselawSearch.openTexts = function openTexts(engine, read, start, forms) {
    const FOLDER = "/bundle/"; // what Pagefind believes to be the place of its files
    const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789đ"];
    const respond = (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const text = () => new TextDecoder().decode(bytes);
      return { arrayBuffer: async () => bytes.buffer, json: async () => JSON.parse(text()) };
    };
    const fetch = (address) => {
      const name = address.slice(FOLDER.length).split("?")[0];
      return read(name.startsWith("wasm.") ? "wasm" : `${start.language}/${name}`).then(respond);
    };
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

    async function openEngine() {
      // A title weighs more than a mention; the labels of what is coded find a case, but rank it no higher.
      const ranking = { metaWeights: { title: 5, number: 5, court: 1, date: 1, terms: 0.5 } };
      const opened = new Engine({ basePath: FOLDER, baseUrl: "/", metaCacheTag: start.version, ranking });
      await opened.init("zxx", { load_wasm: true });
      return opened;
    }

    // Of several beginnings, what any of them finds.
    function unite(answers) {
      const united = new Map();
      for (const { id, score, words } of answers.flat()) {
        const before = united.get(id);
        united.set(id, { id, score: Math.max(score, before?.score ?? 0), words: [...(before?.words ?? []), ...words] });
      }
      return united;
    }

    async function words(list) {
      const searcher = await openEngine();
      const unknown = [];
      const groups = [[]]; // first the words with one beginning, which Pagefind joins by itself
      for (const word of list) {
        const known = [];
        for (const beginning of forms.beginnings(start.language, word)) {
          await searcher.preload(beginning);
          for (const letter of LETTERS) await searcher.preload(beginning + letter);
          if (searcher.knows(beginning)) known.push(beginning);
        }
        // A beginning of another finds all that the other finds.
        const shortest = known.filter((one) => !known.some((other) => other !== one && one.startsWith(other)));
        if (!shortest.length) unknown.push(word);
        else if (shortest.length === 1) groups[0].push(shortest[0]);
        else groups.push(shortest);
      }
      if (unknown.length) return { unknown, results: [] };
      const found = [];
      for (const beginnings of groups[0].length ? [[groups[0].join(" ")], ...groups.slice(1)] : groups.slice(1)) {
        const answers = [];
        for (const text of beginnings) answers.push((await searcher.search(text)).results);
        found.push(unite(answers));
      }
      const [first, ...others] = found;
      const results = [...first.values()].filter(({ id }) => others.every((other) => other.has(id)));
      for (const result of results) {
        for (const other of others) {
          result.score += other.get(result.id).score;
          result.words = [...result.words, ...other.get(result.id).words];
        }
      }
      return { unknown, results };
    }

    // Pagefind misses a phrase where a text holds a word with and without marks (në, ne), unless it looks at the marks.
    async function phrase(text) {
      const results = [];
      for (const exactDiacritics of [false, true]) {
        const searcher = await openEngine();
        searcher.exactDiacritics = exactDiacritics;
        results.push(...(await searcher.search(`"${text}"`)).results);
      }
      return { unknown: [], results };
    }

    return {
      words,
      phrase,
      load: (id) => files._loadFragment(id),
      read: async (name) => {
        const packed = new Uint8Array(await (await respond(await read(name))).arrayBuffer());
        return JSON.parse(new TextDecoder().decode(files.decompress(packed, name)));
      },
      // Pagefind's ids of all texts, in its order: its list is CBOR, texts and behind each a number.
      ids: async () => {
        const list = new Uint8Array(await (await respond(await read(`${start.language}/${start.meta}`))).arrayBuffer());
        return new TextDecoder()
          .decode(files.decompress(list, start.meta))
          .match(/zxx_[0-9a-f]+/g)
          .slice(0, start.pages);
      },
    };
  };
})();
