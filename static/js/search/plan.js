/* From what was typed to what is searched, so that every result can be explained.

   caselawSearch.plan(query, {phrase, plain, common}, references) gives {clauses, only, articles, notes, hits, alike}: clauses, only
   as in search/core.js; articles to filter by, or null; notes [[name, values], …] for the line under the box, whose texts
   are in the page (data-note-<name>); hits: what to mark in the text of a case where the index does not say; alike: case
   numbers with the same figures. With `plain`, numbers and articles are words like others. Words among `common` are left out, since they narrow
   nothing and cost most; they count in phrases. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;

  const LETTERS =
    "а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š".split(
      " ",
    );
  const CYRILLIC = Object.fromEntries(LETTERS.flatMap((letter, at, all) => (at % 2 ? [] : [[letter, all[at + 1]]])));
  caselawSearch.latin = (text) =>
    text.replace(/[\u0400-\u04FF]/g, (letter) => {
      const latin = CYRILLIC[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? latin : latin[0].toUpperCase() + latin.slice(1);
    });

  const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;
  // Two or more single letters with dots: L.D., l.d, L. D.; small letters only without spaces, for the "v." of "S.M. v. Croatia".
  const INITIALS = /(?<![\p{L}\p{N}.])(?:(?:\p{Lu}\.\s?)+\p{Lu}|(?:\p{L}\.)+\p{L})(?![\p{L}\p{N}])\.?/gu;

  // Without capitals and marks, which often are not typed.
  const bare = (caselawSearch.bare = (word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));

  const MOST_WORDS = 30; // a pasted page would keep the search busy for minutes

  const tokens = (text) =>
    text
      .split(/[\s,;]+|(?<=\p{L})\/(?=\p{L})/u)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
      .filter(Boolean);

  // đ is often typed as dj, and the other way round; Pagefind takes no notice of other marks.
  const spellings = (text) => [
    ...new Set([text, text.replaceAll("đ", "dj").replaceAll("Đ", "Dj"), text.replace(/dj/gi, "đ")]),
  ];

  function phraseClause(words) {
    return { kind: "phrase", texts: spellings(words.join(" ")) };
  }

  // The index holds the letters of initials together, also where a text has spaces between them (search_data.py).
  const joined = (text) => text.replace(INITIALS, (initials) => initials.replace(/[.\s]/g, ""));

  // Pagefind takes punctuation out of words: figures with some between them (309/10) must be found by their parts as well,
  // else 30/910 would find them. A single letter would match all words that begin with it.
  function wordClauses(words) {
    const letters = words.filter((word) => [...word].length === 1);
    const together = words.filter((word) => !letters.includes(word));
    const parts = together
      .filter((word) => /\d[^\p{L}\p{N}]+\d/u.test(word))
      .flatMap((word) => word.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
    return [
      ...(together.length ? [{ kind: "words", words: together }] : []),
      ...[...letters, ...parts].map((word) => phraseClause([word])),
    ];
  }

  function planText(text, phrase, common) {
    const clauses = [];
    const notes = [];
    const takeOut = (pattern, make) => {
      text = text.replace(pattern, (found, inner) => {
        make(typeof inner === "string" ? inner : found);
        return " ";
      });
    };
    const addPhrase = (inner) => {
      const words = tokens(inner);
      if (!words.length) return;
      clauses.push(phraseClause(tokens(joined(inner))));
      notes.push(["phrase", { phrase: words.join(" ") }]);
    };
    if (phrase) takeOut(/^.*$/s, (all) => addPhrase(all.replace(/["“”„«»]/g, " ")));
    takeOut(QUOTED, addPhrase);
    takeOut(INITIALS, (initials) => {
      clauses.push({ kind: "phrase", texts: [joined(initials).toLowerCase()] });
      notes.push(["initials", { initials: initials.trim() }]);
    });
    const typed = [...new Set(tokens(text))];
    const all = typed.slice(0, MOST_WORDS);
    if (all.length < typed.length) notes.push(["long", { n: MOST_WORDS }]);
    const words = all.filter((word) => !common.includes(bare(word)));
    const left = all.filter((word) => !words.includes(word));
    if (left.length) notes.push(["common", { common: left.join(", ") }]);
    clauses.push(...wordClauses(words));
    if (words.length) notes.unshift(["words", { words: words.join(" + ") }]);
    return { clauses, notes };
  }

  caselawSearch.plan = (query, { phrase, plain, common }, references) => {
    const latin = caselawSearch.latin(query);
    const nothing = { clauses: [], only: null, articles: null, notes: [], hits: [], alike: [] };
    const read = !phrase && !plain && references && caselawSearch.readReferences(latin, references);
    if (read?.only) return { ...nothing, ...read };
    const { clauses, notes } = planText(read ? read.rest : latin, phrase, common);
    if (latin !== query) notes.push(["latin", { latin }]);
    if (read) return { ...nothing, clauses, articles: read.articles || null, notes: [...read.notes, ...notes] };
    if (notes.length || !query) return { ...nothing, clauses, notes };
    return { ...nothing, only: [], notes: [["nothing", { query }]] };
  };
})();
