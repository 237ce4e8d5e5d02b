/* Legal terms in a query, and their counterparts in other languages.

   caselawSearch.openTerms(forms, common, readTerms) stands alone, because its text goes into the worker. readTerms(letter)
   promises the terms that begin so in any language, [{en: [wording, …], sq: […]}, …]. It gives
     split(words)   promises the parts of a query, [{words, also: [{language, text, words}]}]: `also` is what to look for
                    instead of the words, in the language that is named */
(() => {
  "use strict";

  window.caselawSearch.openTerms = function openTerms(forms, common, readTerms) {
    const bare = (text) => text.split(/[\s,/]+/).filter((word) => word && !common.includes(forms.plain(word)));

    // Whether words are a wording, in whatever forms.
    const isWording = (language, words, wording) =>
      wording.length === words.length &&
      wording.every((word, at) => {
        const beginnings = forms.beginnings(language, word);
        return forms.beginnings(language, words[at]).some((beginning) => beginnings.includes(beginning));
      });

    const isSame = (_, words, wording) =>
      words.length === wording.length && wording.every((word, at) => forms.plain(word) === forms.plain(words[at]));

    function counterparts(words, terms) {
      const fitting = (fits) =>
        terms.filter((term) =>
          Object.entries(term).some(([language, wordings]) =>
            wordings.some((wording) => fits(language, words, bare(wording))),
          ),
        );
      // "judge" is no form of "judgment" where both are terms.
      const exact = fitting(isSame);
      const found = exact.length ? exact : fitting(isWording);
      const also = new Map();
      for (const [language, wordings] of found.flatMap(Object.entries)) {
        for (const text of wordings) {
          if (!isWording(language, words, bare(text)))
            also.set(`${language} ${text}`, { language, text, words: bare(text) });
        }
      }
      return [...also.values()];
    }

    async function split(words) {
      const letters = [...new Set(words.map((word) => forms.skeleton(word).slice(0, 1)))];
      const terms = (await Promise.all(letters.map(readTerms))).flat();
      const parts = [];
      let left = [];
      for (let at = 0; at < words.length;) {
        // The longest term that begins here.
        let length = Math.min(6, words.length - at);
        let also = [];
        for (; length; length--) {
          also = counterparts(words.slice(at, at + length), terms);
          if (also.length) break;
        }
        if (also.length) parts.push({ words: words.slice(at, at + length), also });
        else left.push(words[at]);
        at += length || 1;
      }
      return left.length ? [{ words: left, also: [] }, ...parts] : parts;
    }

    return { split };
  };
})();
