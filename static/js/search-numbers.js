/* Case numbers and ECLI in a query, looked up in references.js of an index; both are loaded for queries that hold a figure.

   caselawSearch.findNumber(query, references) gives {cases, printed, alike} where the query holds numbers of cases of the
   library (cases: numbers of the cases), or is one by its shape (no cases; alike: [[printed, case]] with the same figures);
   else null. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;

  // "number" in the languages of courts, and what readers put before a number.
  const FILLER =
    /(?<!\p{L})(?:nr|no|nos|br|num|number|numri|broj|application|app|appl|case|lënda|rasti|çështja|kërkesa|predmet|slučaj|predstavka)(?!\p{L})\.?/giu;
  const ATTACHED = /(?<=\p{Lu})(?:NR|NO|BR)(?=\d)/gu;

  // As caselaw/case_numbers.py does, and without those words: capitals, no punctuation but stroke and colon, no zeros in
  // front, four figures for the year (PKR11/2023, 2021:75432).
  const normalise = (number) =>
    number
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(FILLER, " ")
      .toUpperCase()
      .replace(ATTACHED, "")
      .replace(/[^\p{L}\p{N}/:]/gu, "")
      .replace(/(?<![\d/:])0+(?=\d)|(?<=:)0+(?=\d)/g, "")
      .replace(/(?<=\/)(\d{2})(?!\d)/g, (_, year) => (Number(year) > 70 ? "19" : "20") + year);
  const figures = (key) => key.replace(/^\D+/, "");

  // Letters, then 123/2015 or 2015:012345. A date (12/3/2015) and a directive (2011/36/EU) are none.
  const SHAPE = /^\p{L}{0,12}(?:\d{1,6}\/(?:19|20)\d\d|(?:19|20)\d\d:\d{3,6})$/u;
  // Courts put short letters before the figures; "Medicus 309/10" is a word and a number.
  const LETTERS = /^\s*(?:\p{L}{1,6}(?!\p{L})[\s.:–-]*){0,4}\d/u;
  const ECLI = /^\s*(?:ECLI\s*:|CE:ECHR:)/i;
  // A number within a longer query, with up to three groups of letters before it.
  const WITHIN =
    /(?<!\p{L})((?:\p{L}{1,6}[.\s–-]+){0,3}\p{L}{0,6})[.\s]*(\d{1,6}\s*\/\s*(?:\d{4}|\d{2})|\d{4}:\d{3,6})(?![\d/])/gu;

  // The numbers that share a run of figures with the query; to compare all of a large library would block the page.
  function candidates(query, { numbers }) {
    const runs = (query.match(/\d+/g) || []).map((run) => run.replace(/^0+(?=\d)/, ""));
    const counts = runs.filter((run) => !/^(?:19|20)\d\d$/.test(run)); // a year is written in two ways
    const telling = counts.length ? counts : runs;
    return numbers.flatMap(([number, ...printed]) =>
      printed
        .filter((text) => telling.some((run) => text.includes(run)))
        .map((text) => ({ number, text, key: normalise(text) })),
    );
  }

  // The whole number, or, of figures alone, every case with these figures, whatever letters its court puts before them.
  function lookUp(wanted, keyed) {
    const found = keyed.filter(({ key }) => key === wanted || key === `ECLI:${wanted}`);
    if (found.length || !/^\d+[/:]?\d*$/.test(wanted)) return found;
    return keyed.filter(({ key }) => figures(key) === wanted);
  }

  // Letters before the figures may be words of the query: of "judgment PKR 1/10" and "PKR 1/10" the longest that is known.
  function lookUpWithin(query, keyed) {
    return [...query.matchAll(WITHIN)].flatMap(([, letters, number]) => {
      const parts = letters.split(/(?=\p{L}+[.\s–-]*)(?<=[.\s–-])/u);
      const readings = parts.map((_, at) => normalise(parts.slice(at).join("") + number));
      const found = readings.map((reading) => lookUp(reading, keyed)).find((some) => some.length);
      return found ?? (/\b\p{Lu}{2,}/u.test(letters) ? [] : lookUp(normalise(number), keyed));
    });
  }

  caselawSearch.findNumber = (query, references) => {
    const wanted = normalise(query);
    if (!/\d/.test(wanted)) return null;
    const keyed = candidates(query, references);
    const isNumber = wanted.includes("/") || /\D/.test(wanted);
    let found = isNumber ? lookUp(wanted, keyed) : [];
    const shaped = ECLI.test(query) || (SHAPE.test(wanted) && LETTERS.test(query.replace(FILLER, " ")));
    if (!found.length && !shaped && !/["“”„«»]/.test(query)) found = lookUpWithin(query, keyed);
    if (!found.length && !shaped) return null;
    const same = found.length ? [] : keyed.filter(({ key }) => figures(key) === figures(wanted));
    return {
      cases: [...new Set(found.map(({ number }) => number))],
      printed: [...new Set(found.map(({ text }) => text))],
      alike: same.map(({ text, number }) => [text, number]),
    };
  };
})();
