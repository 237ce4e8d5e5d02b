/* Articles of laws and dates in a query, and how it is read with them; loaded for queries that hold a figure.

   caselawSearch.readReferences(query, references) gives {only, hits, alike, notes} where the query names cases by number,
   {articles, notes, rest} where it names articles: [{number, found: [{key, text}]}] of the laws that have each, and what is
   left of the query; {rest, notes} where it is a date; else null. Notes as in search/plan.js. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;
  const page = document.querySelector("[data-search]");
  const { tree } = page.dataset;

  // Letter by letter, so that a place in the folded text is the same place in the text.
  const fold = (text) =>
    text
      .split("")
      .map((letter) => letter.normalize("NFD")[0].toLowerCase()[0])
      .join("");
  const NOT_IN_WORD = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
  const word = (pattern) => NOT_IN_WORD.join(pattern);
  // Article and section in English, Albanian and Serbian, with one number or several.
  const ARTICLE = new RegExp(
    word(
      "(?:art(?:icles?|ikull?\\p{L}*|s)?|nen\\p{L}{0,4}|clan\\p{L}{0,3}|cl|sections?|sec|§+)\\s*\\.?\\s*" +
        "(\\d+[a-z]?(?:\\s*(?:,|and|dhe|i|e|&)\\s*\\d+[a-z]?)*)",
    ),
    "u",
  );
  const PARAGRAPH =
    /^(?:\s*(?:[/.]\s*\d+|\(\s*\w{1,4}\s*\)|[,.]?\s*(?:§+|(?:sub-?|nen-?|pod)?(?:par(?:agraph\p{L}*|agraf\p{L}*|a)?|stav\p{L}*|st|item|pik\p{L}|tack\p{L}|aline\p{L}+))\.?\s*\(?\d+(?:\.\d+)*\)?|\d+\.\d+))+/u;
  const LAW_WORDS = new RegExp(
    word(
      "(?:of the|of|the|and|te|dhe|i|e|se|law|code|criminal|penal\\p{L}*|kod\\p{L}*|ligj\\p{L}*|zakon\\p{L}*|krivicn\\p{L}*|" +
        "convention|konvent\\p{L}*|konvencij\\p{L}*|kosov\\p{L}*)",
    ),
    "gu",
  );

  // A name in any case of its grammar: of each word of a longer name the beginning, then what is free, as are the particles
  // between its words. A short form stands as it is.
  function nameOf(name) {
    const parts = fold(name).split(/[^\p{L}\p{N}]+/u);
    if (parts.length < 3) return parts.join("[^\\p{L}\\p{N}]+");
    const long = parts.filter((part) => part.length > 3 || /\d/.test(part));
    return long
      .map((part) => (/\d/.test(part) ? part : `${part.slice(0, Math.max(3, part.length - 3))}\\p{L}*`))
      .join("(?:[^\\p{L}\\p{N}]+\\p{L}{1,3})*[^\\p{L}\\p{N}]+");
  }

  function lawsIn(text, laws) {
    const named = laws
      .flatMap((law) => law.names.map((name) => ({ law, pattern: word(nameOf(name)) })))
      .filter(({ pattern }) => new RegExp(pattern, "u").test(text))
      .sort((one, other) => other.pattern.length - one.pattern.length);
    // What is called alike are versions of one law.
    const alike = named.filter(({ pattern }) => pattern === named[0].pattern);
    return { chosen: named.length ? alike.map(({ law }) => law) : laws, pattern: named[0]?.pattern };
  }

  const cut = (text, from, to) => text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

  function findArticles(query, laws) {
    let text = query.normalize("NFC");
    const { chosen, pattern } = lawsIn(fold(text), laws);
    const numbers = [];
    for (let match; (match = ARTICLE.exec(fold(text)));) {
      const end = match.index + match[0].length;
      const [paragraph] = PARAGRAPH.exec(fold(text).slice(end)) || [""];
      numbers.push(...match[1].match(/\d+[a-z]?/g));
      text = cut(text, match.index, end + paragraph.length);
    }
    const names = pattern ? [...fold(text).matchAll(new RegExp(pattern, "gu"))] : [];
    for (const name of names) text = cut(text, name.index, name.index + name[0].length);
    // "PCCK 139": a law and a number, and nothing else.
    const alone = /^\s*(\d+[a-z]?)\s*$/.exec(text);
    if (!numbers.length && names.length && alone) {
      numbers.push(alone[1]);
      text = "";
    }
    if (!numbers.length) return null;
    for (const found of [...fold(text).matchAll(LAW_WORDS)])
      text = cut(text, found.index, found.index + found[0].length);
    const articles = numbers.map((number) => ({
      number,
      found: chosen
        .filter((law) => law.articles.includes(number))
        .map((law) => ({ key: `${law.key}/${number}`, text: `${law.short[tree] ?? law.short.en} ${number}` })),
    }));
    return { articles, rest: text.replace(/^[\s,.;:()]+|[\s,.;:()]+$/g, "") };
  }

  // 29.04.2013, 29/4/2013 and 2013-04-29 as the date stands in results: "29 April 2013".
  function findDate(query) {
    const [, day, month, year] = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\.?\s*$/.exec(query) || [];
    const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : query.trim();
    if (!/^\d{4}-\d\d-\d\d$/.test(iso) || Number.isNaN(new Date(iso).getTime())) return null;
    return caselawSearch.dateOf(page, iso);
  }

  caselawSearch.readReferences = (query, references) => {
    const number = caselawSearch.findNumber(query, references);
    if (number) {
      const { cases, printed, alike } = number;
      const name = cases.length ? "number" : "no-number";
      const notes = [[name, { number: printed.join(", ") || query.trim() }]];
      return { only: cases, hits: printed, alike, notes };
    }
    const date = findDate(query);
    if (date) return { rest: date, notes: [] };
    const found = !/["“”„«»]/.test(query) && findArticles(query, references.laws);
    if (!found) return null;
    return { ...found, notes: [["article", { number: found.articles.map(({ number }) => number).join(" + ") }]] };
  };
})();
