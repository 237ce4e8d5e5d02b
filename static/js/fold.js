/* How words and case numbers are compared: without capitals, marks and punctuation; đ as dj, Cyrillic as Serbian Latin.

   caselawText.fold("Đorđe's")       "djordjes": one word; dots, apostrophes and soft hyphens in it do not count
   caselawText.words("Forced, L.D.") [{word: "forced", start: 0, end: 6}, {word: "ld", start: 8, end: 11}]
   caselawText.caseNumber(list, text, place): the case number whose figures are the word at `place`, or null;
     see below. Stands alone, and touches no page. */
(() => {
  "use strict";

  const WORD = /[\p{L}\p{M}\p{Nd}\u00AD]+(?:[.'’][\p{L}\p{M}\p{Nd}\u00AD]+)*/gu;
  // Letters that taking the marks off does not turn into plain Latin. Legacy texts write ð for đ.
  const OTHER = /[\u0111\u00F0\u0131\u0400-\u04FF]/g;
  const PLAIN = Object.fromEntries(
    (
      "đ dj ð dj ı i а a б b в v г g д d ђ dj е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c " +
      "у u ф f х h ц c ч c џ dz ш s"
    )
      .split(" ")
      .map((letter, place, all) => [letter, all[place + 1]])
      .filter((_, place) => place % 2 === 0),
  );
  const FILLER = /(?:nr|no|br|num|number)$/; // "number", as courts put it before the figures
  const MOST_PARTS = 6; // of the letters before the figures

  const fold = (word) =>
    word
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(OTHER, (letter) => PLAIN[letter] || letter)
      .replace(/[^\p{L}\p{Nd}]/gu, "");

  const words = (text) =>
    Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
      word: fold(found),
      start: index,
      end: index + found.length,
    })).filter(({ word }) => word);

  // As caselaw/case_numbers.py does.
  const fullYear = (year) => (year.length === 4 ? year : (Number(year) > 70 ? "19" : "20") + year);

  /* P 309/10, P.nr. 309/2010 and PKRnr309/10 are figures with letters before them, and where the letters begin no text
     says. So there are several readings, each {letters, start}: with no word before the figures, with one, with two …;
     `figures` is "309/2010" in each, and all end at `end`. */
  const caseNumber = (list, text, place) => {
    const [count, year] = [list[place], list[place + 1]];
    const parts = count && year && /^(\D*)(\d+)$/.exec(count.word);
    if (!parts || !/^\d\d(\d\d)?$/.test(year.word) || !/^\s*\/\s*$/.test(text.slice(count.end, year.start)))
      return null;
    if (text[count.start - 1] === "/" || text[year.end] === "/") return null; // 12/03/2015 is a date
    let letters = parts[1];
    const readings = [{ letters: letters.replace(FILLER, ""), start: count.start }];
    for (let at = place - 1; at >= Math.max(0, place - MOST_PARTS); at--) {
      const gap = text.slice(list[at].end, list[at + 1].start);
      if (/\d/.test(list[at].word) || !/^[\s.:–-]*$/.test(gap)) break;
      letters = list[at].word + letters;
      readings.push({ letters: letters.replace(FILLER, ""), start: list[at].start });
    }
    return { figures: `${parts[2]}/${fullYear(year.word)}`, readings, end: year.end };
  };

  window.caselawText = { fold, words, caseNumber };
})();
