/* The texts of all languages. Runs in a worker of ours; loads of each language only what a search needs.

   caselawSearch.openLibrary(engine, read, start, tools) stands alone, because its text goes into the worker. It gives
     find(clause, how)      promises {found, unknown, also}: case → {score, marks}; marks by language, see excerpts.js. `how` is
                            {own, languages, expand}: the reader's language, those to search, whether terms are searched for in
                            other languages too; `also` lists the terms that were: [{language, text}]
     item(number, marks, languages)   promises what a result shows, in the first of the languages in which the case has a text
     facets()               promises the table for counts.js
   A clause is {kind: "words", words} or {kind: "phrase", texts}: one of the texts. */
(() => {
  "use strict";

  window.caselawSearch.openLibrary = function openLibrary(engine, read, start, tools) {
    const COUNTERPART = 0.5; // what was typed weighs more than what it is called in another language
    const forms = tools.openForms();
    const opened = new Map(); // language → promise of {texts, ids, numbers}
    const gates = new Map(); // language → promise of the skeletons of its words
    const textsOf = new Map();
    const readTerms = async (letter) => (start.terms.includes(letter) ? read(`terms-${letter}`) : []);
    const terms = tools.openTerms(forms, start.common, readTerms);

    const once = (map, key, make) => map.get(key) || map.set(key, make()).get(key);
    const textsIn = (language) =>
      once(textsOf, language, () =>
        tools.openTexts(engine, read, { ...start.languages[language], language, version: start.version }, forms),
      );
    const open = (language) =>
      once(opened, language, async () => {
        const texts = textsIn(language);
        const ids = await texts.ids();
        const cases = await texts.read(`${language}/cases`);
        return {
          texts,
          numbers: new Map(ids.map((id, at) => [id, cases[at]])),
          ids: new Map(ids.map((id, at) => [cases[at], id])),
        };
      });

    // Which of the words cannot stand in a text of the language.
    async function lacking(language, words) {
      const table = await once(gates, language, async () =>
        (await textsIn(language).read(`${language}/words`)).split(" "),
      );
      const known = new Set(table);
      const may = (word) =>
        forms.beginnings(language, word).some((beginning) => {
          const skeleton = forms.skeleton(beginning).slice(0, 4);
          return skeleton.length === 4 ? known.has(skeleton) : table.some((entry) => entry.startsWith(skeleton));
        });
      return words.filter((word) => !may(word));
    }

    async function search(language, { kind, words, text }) {
      const { texts, numbers } = await open(language);
      const { results, unknown } = await (kind === "phrase" ? texts.phrase(text) : texts.words(words));
      const length = kind === "phrase" ? text.split(" ").length : 1;
      return {
        unknown,
        results: results.map(({ id, score, words: places }) => [numbers.get(id), score, { places, length }]),
      };
    }

    async function findPart({ kind, words, texts, also }, { own, languages }, result) {
      const found = new Map();
      const unknown = [];
      const answered = [];
      async function searchIn(language, one, weight = 1) {
        // The reader's own index is loaded anyway, and tells by itself what it lacks.
        const without = language === own ? [] : await lacking(language, one.words);
        if (without.length) return without;
        const answer = await search(language, one);
        for (const [number, score, mark] of answer.results) {
          const hit = found.get(number) || { score: 0, marks: {} };
          hit.score = Math.max(hit.score, score * weight);
          (hit.marks[language] ||= []).push(mark);
          found.set(number, hit);
        }
        if (answer.results.length) answered.push(language);
        return answer.unknown;
      }

      const asked =
        kind === "phrase" ? texts.map((text) => ({ kind, text, words: text.split(" ") })) : [{ kind, words }];
      for (const language of languages) for (const one of asked) unknown.push(await searchIn(language, one));
      // A counterpart is not looked for where each case of its language also has a text in another one that has answered:
      // it would find next to nothing new, and its index would be loaded for that.
      for (const language of languages) {
        const isCovered = start.languages[language].within.some((other) => answered.includes(other));
        if (isCovered && !answered.includes(language)) continue;
        for (const term of also.filter((one) => one.language === language)) {
          const before = answered.length;
          await searchIn(language, { kind: "words", words: term.words }, COUNTERPART);
          if (answered.length > before) result.also.push({ language, text: term.text });
        }
      }
      // Unknown is what no language knows.
      const [first = [], ...others] = unknown;
      if (!found.size) result.unknown.push(...first.filter((word) => others.every((other) => other.includes(word))));
      return found;
    }

    async function find(clause, how) {
      const result = { unknown: [], also: [] };
      const isWords = clause.kind === "words" && how.expand;
      const parts = isWords ? await terms.split(clause.words) : [{ words: clause.words, also: [] }];
      const found = [];
      for (const part of parts) found.push(await findPart({ ...clause, ...part }, how, result));
      return { ...result, found };
    }

    async function item(number, marks, languages) {
      for (const language of languages) {
        const { texts, ids } = await open(language);
        if (!ids.has(number)) continue;
        const fragment = await texts.load(ids.get(number));
        return { ...tools.excerpt(fragment, marks[language] || []), language };
      }
      throw new Error(`the search index has no text of the case ${number}`);
    }

    const facets = () => textsIn(Object.keys(start.languages)[0]).read("facets");

    return { find, item, facets };
  };
})();
