/* The forms of a word: by which beginnings an index is searched, so that one form finds the others.

   caselawSearch.openForms() stands alone, because its text goes into the worker. It gives
     plain(word)             a word without capitals and marks, as the index keeps it; đ stays
     skeleton(word)          what inflection hardly changes: caselaw/search_tables.py lists those of each language
     beginnings(language, word)   the beginnings that the forms of a word may have in a language, the likeliest first

   Pagefind has no stemmer for Albanian, and with one per language it would load a program per language. It does find
   words by their beginning; so only the word that was typed is cut here, never what the index holds. */
(() => {
  "use strict";

  window.caselawSearch.openForms = function openForms() {
    // Longest first. A figure after a colon tells how many letters must be left, else three.
    const ENDINGS = {
      en: "ations:4 ating:4 ators:4 ation:4 ments:4 ated:4 ates:4 ator:4 ings:4 ions:4 ment:4 ing:4 ion:4 ors:5 ers:5 ate:4 ed:4 es:4 ly:5 or:5 er:5 s e:4",
      sq: "uarit uarve uara uari uar ave eve ive esh ash ish ve it in un ut et at es en an se ne te ja je a e i u s t",
      sr: "ovima evima ama ima ovi evi ova eva ove eve oga ega omu emu ome om em og eg oj im ih a e i o u",
    };
    const IRREGULAR = { children: "child", women: "wom", woman: "wom" };
    const cuts = Object.fromEntries(
      Object.entries(ENDINGS).map(([language, endings]) => [
        language,
        endings.split(" ").map((ending) => ending.split(":")),
      ]),
    );

    const plain = (word) =>
      word
        .toLowerCase()
        .normalize("NFD")
        .replace(/[^\p{L}\p{N}]/gu, "");

    const skeleton = (word) => {
      const bare = plain(word).replace(/đ|dj/g, "d");
      return bare.slice(0, 1) + bare.slice(1).replace(/[aeiouy]/g, "");
    };

    function cut(language, word) {
      if (/\d/.test(word)) return word;
      if (language === "en" && Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
      if (language === "en" && /[sui]s$/.test(word)) return word;
      const [ending = ""] =
        (cuts[language] || []).find(([end, least = 3]) => word.endsWith(end) && word.length - end.length >= least) ||
        [];
      return word.slice(0, word.length - ending.length);
    }

    // What else stands in texts for a beginning: other spellings, and vowels and consonants that come and go.
    const CHANGES = {
      en: [
        [/ies$/, "y"],
        [/([^aeiou])y$/, "$1ie"],
        [/(lab|hon|fav|col|harb|behavi|neighb|endeav)our/, "$1or"],
        [/(lab|hon|fav|col|harb|behavi|neighb|endeav)or(?!a)/, "$1our"],
        [/is$/, "iz"],
        [/iz$/, "is"],
      ],
      sq: [],
      sr: [
        [/([^aeiou])a([^aeiou])$/, "$1$2"],
        [/([^aeiou])([^aeiou])$/, "$1a$2"],
        [/lac$/, "oc"],
        [/c$/, "k"],
        [/k$/, "c"],
        [/z$/, "g"],
        [/g$/, "z"],
      ],
    };

    // đ is often typed as dj or d.
    function spellings(language, word) {
      const found = new Set([word, word.replaceAll("đ", "dj"), word.replaceAll("dj", "đ")]);
      if (language === "sr")
        for (const at of [...word.matchAll(/d(?!j)/g)].slice(0, 3).map(({ index }) => index))
          found.add(`${word.slice(0, at)}đ${word.slice(at + 1)}`);
      return [...found];
    }

    function beginnings(language, word) {
      const bare = plain(word);
      const roots = [cut(language, bare)];
      for (const [pattern, instead] of CHANGES[language] || [])
        for (const root of language === "en" ? [roots[0], bare] : [roots[0]])
          if (root.length > 2 && pattern.test(root)) roots.push(root.replace(pattern, instead));
      return [...new Set(roots.flatMap((root) => spellings(language, root)))];
    }

    return { plain, skeleton, beginnings };
  };
})();
