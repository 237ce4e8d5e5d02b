/* What a query refers to by number: case numbers, ECLI, articles of laws. All of it is in references.js of an index, which
   is loaded for queries that hold a figure.

   caselawSearch.findNumber(query, references)   {cases, printed, alike} if the whole query is a case number or ECLI of the
                                                 library (cases: numbers of the cases) or at least has the shape of one (no
                                                 cases; `alike`: [[printed, case]] with the same figures), else null
   caselawSearch.findArticles(query, references) {articles, number, rest} if the query names an article: [{key, text}] of
                                                 the laws that have it, its number, and what is left of the query; else null */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;

  // "number" in the languages of courts, and what stands before application numbers.
  const FILLER =
    /(?<!\p{L})(?:nr|no|nos|br|num|number|numri|broj|application|app|appl|case|lënda|rasti|çështja|kërkesa|predmet|slučaj|predstavka)(?!\p{L})\.?/giu;
  const ATTACHED = /(?<=\p{Lu})(?:NR|NO|BR)(?=\d)/gu;

  // As caselaw/case_numbers.py does, and without the words that readers put before a number: capitals, no punctuation but the stroke, four figures for the year (PKR11/2023).
  const normalise = (number) =>
    number
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(FILLER, " ")
      .toUpperCase()
      .replace(ATTACHED, "")
      .replace(/[^\p{L}\p{N}/]/gu, "")
      .replace(/(?<=\/)(\d{2})(?!\d)/g, (_, year) => (Number(year) > 70 ? "19" : "20") + year);
  const figures = (key) => key.replace(/^\D+/, "");

  // Letters, then 123/2015 or 2015:012345. A date (12/3/2015) and a directive (2011/36/EU) are none.
  const SHAPE = /^\p{L}{0,12}\d{1,6}\/(?:19|20)\d\d$/u;
  // Courts put short letters before the figures; "Medicus 309/10" is a word and a number.
  const LETTERS = /^\s*(?:\p{L}{1,6}(?!\p{L})[\s.:–-]*){0,4}\d/u;
  const CMIS = /^\s*(?:\p{L}[\p{L}.\s-]{0,12})?(?:19|20)\d\d\s*:\s*\d{4,6}\s*$/u;
  const ECLI = /^\s*ECLI\s*:/i;

  caselawSearch.findNumber = (query, { numbers }) => {
    const wanted = normalise(query);
    if (!/\d/.test(wanted)) return null;
    const keyed = numbers.flatMap(([number, ...printed]) =>
      printed.map((text) => ({ number, text, key: normalise(text) })),
    );
    let found = keyed.filter(({ key }) => key === wanted);
    // Figures alone name the case whatever letters its court puts before them.
    if (!found.length && /^\d+[/]?\d*$/.test(wanted)) found = keyed.filter(({ key }) => figures(key) === wanted);
    const result = {
      cases: [...new Set(found.map(({ number }) => number))],
      printed: found.map(({ text }) => text),
      alike: [],
    };
    if (found.length && (wanted.includes("/") || /\D/.test(wanted) || CMIS.test(query))) return result;
    const shaped = SHAPE.test(wanted) && LETTERS.test(query.replace(FILLER, " "));
    if (!shaped && !CMIS.test(query) && !ECLI.test(query)) return null;
    const same = keyed.filter(({ key }) => figures(key) === figures(wanted));
    return { ...result, alike: same.map(({ text, number }) => [text, number]) };
  };

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // Article, section and paragraph in English, Albanian and Serbian; folded, so without marks.
  const ARTICLE =
    /(?<![\p{L}\p{N}])(?:art(?:icle|icles|ikull\p{L}*)?|nen\p{L}{0,4}|clan\p{L}{0,3}|cl|section|sec|§+)\s*\.?\s*(\d+[a-z]?)(?![\p{L}\p{N}])/u;
  const PARAGRAPH =
    /^\s*(?:\/\s*\d+|(?:\(\s*\w{1,3}\s*\)\s*)+|[,.]?\s*(?:par(?:agraph|agrafi|agrafit|a)?|stav|st|pika|tacka)\.?\s*\(?\d+\)?)*/u;
  const JOINING = /(?<![\p{L}\p{N}])(?:of the|of|the|te|i|e|se|law|ligji\p{L}*|zakona?)(?![\p{L}\p{N}])/gu;

  caselawSearch.findArticles = (query, { laws }) => {
    const folded = fold(query);
    const match = ARTICLE.exec(folded);
    if (!match) return null;
    const after = folded.slice(match.index + match[0].length).replace(PARAGRAPH, " ");
    let rest = `${folded.slice(0, match.index)} ${after}`;
    // The longest name of a law that stands in the query; what is called alike are versions of one law.
    const named = laws
      .flatMap((law) =>
        law.names.map((name) => ({ law, pattern: `(?<![\\p{L}\\p{N}])${escape(fold(name))}(?![\\p{L}\\p{N}])` })),
      )
      .filter(({ pattern }) => new RegExp(pattern, "u").test(rest))
      .sort((one, other) => other.pattern.length - one.pattern.length);
    const chosen = named.length
      ? named.filter(({ pattern }) => pattern === named[0].pattern).map(({ law }) => law)
      : laws;
    if (named.length) rest = rest.replace(new RegExp(named[0].pattern, "u"), " ");
    rest = rest
      .replace(JOINING, " ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const articles = chosen
      .filter((law) => law.articles.includes(match[1]))
      .map((law) => ({ key: `${law.key}/${match[1]}`, text: `${law.names[0]} ${match[1]}` }));
    return { articles, number: match[1], rest };
  };
})();
