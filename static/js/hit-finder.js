/* What a search looks for, and where it stands in a text.

   caselawHits.wanted(params) reads an address: each `hit` is a form that stands in this case, as the search engine found
   it (a word, a phrase, a case number). Without any, whoever typed the address gets the words of `q`.
   caselawHits.find(wanted, text) lists {start, end}, in order and without overlaps. */
(() => {
  "use strict";

  const { words, caseNumber } = window.caselawText;
  const caselawHits = (window.caselawHits = {});
  // Anybody can write an address: what is longer or more is left aside.
  const MOST_HITS = 100;
  const LONGEST = 200;
  const QUOTE = /["“”„«»]/;
  const SHORT = 3; // letters: shorter words are not beginnings of others, and may belong to a case number

  caselawHits.wanted = (params) => {
    const wanted = { phrases: new Map(), beginnings: [], numbers: new Map() };
    const forms = params.getAll("hit").slice(0, MOST_HITS);
    for (const form of forms) addForm(wanted, form.slice(0, LONGEST));
    // Of the parts between quotation marks every second one is quoted.
    const parts = forms.length ? [] : (params.get("q") || "").slice(0, LONGEST).split(QUOTE);
    for (const [place, part] of parts.entries()) (place % 2 ? addForm : addQuery)(wanted, part);
    return wanted;
  };

  function addForm(wanted, form) {
    const list = words(form);
    const number = caseNumber(list, form, list.length - 2);
    if (number && number.readings.length === list.length - 1) addNumber(wanted, number.figures, number.readings.at(-1));
    else
      addPhrase(
        wanted,
        list.map(({ word }) => word),
      );
  }

  function addPhrase({ phrases }, [first, ...rest]) {
    if (first)
      phrases.set(
        first,
        [...(phrases.get(first) || []), rest].sort((a, b) => b.length - a.length),
      );
  }

  function addNumber({ numbers }, figures, { letters }) {
    numbers.set(figures, (numbers.get(figures) || new Set()).add(letters));
  }

  function addQuery(wanted, query) {
    const list = words(query);
    const used = new Set();
    for (const place of list.keys()) {
      const number = caseNumber(list, query, place);
      if (!number) continue;
      used.add(place).add(place + 1);
      const { readings } = number;
      let letters = 0;
      while (letters + 1 < readings.length && isAbbreviation(query, list[place - letters - 1])) {
        used.add(place - ++letters);
        addNumber(wanted, number.figures, readings[letters]);
      }
      if (!letters) addNumber(wanted, number.figures, readings[0]);
    }
    for (const [place, { word }] of list.entries()) {
      if (used.has(place)) continue;
      if (word.length < SHORT) addPhrase(wanted, [word]);
      else wanted.beginnings.push(word);
    }
  }

  const isAbbreviation = (text, { word, start, end }) => word.length <= SHORT || text.slice(start, end).includes(".");

  caselawHits.find = (wanted, text) => {
    const list = words(text);
    const found = [];
    let place = 0;
    while (place < list.length) {
      const [hit, length] = numberAt(wanted, list, text, place) || wordsAt(wanted, list, place) || [null, 1];
      // The letters of a case number may have been found as a word of their own.
      while (hit && found.length && found.at(-1).end > hit.start) found.pop();
      if (hit) found.push(hit);
      place += length;
    }
    return found;
  };

  function numberAt({ numbers }, list, text, place) {
    const number = numbers.size && caseNumber(list, text, place);
    const letters = number && numbers.get(number.figures);
    const reading = letters && number.readings.find((one) => letters.has(one.letters));
    return reading && [{ start: reading.start, end: number.end }, 2];
  }

  function wordsAt({ phrases, beginnings }, list, place) {
    const { word, start, end } = list[place];
    const rest = (phrases.get(word) || []).find((others) =>
      others.every((other, nth) => list[place + 1 + nth]?.word === other),
    );
    if (rest) return [{ start, end: list[place + rest.length].end }, rest.length + 1];
    return beginnings.some((beginning) => word.startsWith(beginning)) && [{ start, end }, 1];
  }
})();
