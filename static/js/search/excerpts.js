/* What a result shows of a text: the paragraphs with the most hits, each cut around them.

   caselawSearch.excerpt(fragment, marks) stands alone, because its text goes into the worker. `fragment` is what the index
   keeps of a case; `marks` are [{places, length}]: where hits stand, as numbers of words, and how many words a hit has.
   It gives {id, meta, excerpts: [{anchor, before, pieces, after}], more, hits}: pieces are texts, every other one marked;
   before and after say whether the paragraph goes on there; hits are the words as they stand in this very text. */
(() => {
  "use strict";

  window.caselawSearch.excerpt = function excerpt({ case: id, content, title, meta, anchors }, marks) {
    const LENGTH = 30; // words of an excerpt
    const MOST = 3; // excerpts of a result
    const MOST_FORMS = 20;
    const words = content.split(/\s+/);
    const parts = [[null, 0], ...anchors].map(([anchor, from], place, all) => ({
      anchor,
      from: place === 0 ? Math.min(title, words.length) : from, // a result shows the title anyway
      to: place + 1 < all.length ? all[place + 1][1] : words.length,
      hits: [],
    }));

    const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const forms = new Set();
    const marked = new Set();
    for (const { places, length } of marks) {
      const sorted = [...places].sort((one, other) => one - other);
      for (const place of sorted) marked.add(place);
      for (let at = 0; at < sorted.length && forms.size < MOST_FORMS; at += length) {
        const form = bare(
          sorted
            .slice(at, at + length)
            .map((place) => words[place] || "")
            .join(" "),
        );
        if (form) forms.add(form);
      }
    }
    for (const place of [...marked].sort((one, other) => one - other)) {
      const part = parts.findLast(({ from }) => from <= place);
      if (part) part.hits.push(place);
    }

    // The window of a part that holds most hits, with a few words before the first of them.
    function windowOf({ from, to, hits }) {
      const counts = hits.map((hit) => hits.filter((other) => other >= hit && other < hit + LENGTH - 6).length);
      const best = hits[counts.indexOf(Math.max(...counts))] ?? from;
      const start = Math.max(from, Math.min(best - 6, to - LENGTH));
      return [start, Math.min(start + LENGTH, to)];
    }

    function cut(part) {
      const [start, end] = windowOf(part);
      const pieces = [""];
      for (let place = start; place < end; place++) {
        const isMarked = marked.has(place);
        // Texts stand at even places, marked ones at odd places; the space between two words belongs to neither mark.
        if (isMarked && pieces.length % 2) pieces.push(words[place]);
        else if (isMarked) pieces[pieces.length - 1] += ` ${words[place]}`;
        else if (pieces.length % 2) pieces[pieces.length - 1] += words[place];
        else pieces.push(` ${words[place]}`);
        if (place + 1 < end && pieces.length % 2) pieces[pieces.length - 1] += " ";
      }
      return { anchor: part.anchor, before: start > part.from, pieces, after: end < part.to };
    }

    const hit = parts.filter(({ hits }) => hits.length);
    const best = [...hit]
      .sort((one, other) => other.hits.length - one.hits.length || one.from - other.from)
      .slice(0, MOST);
    const chosen = best.length ? best.sort((one, other) => one.from - other.from) : [parts[0]];
    return { id, meta, excerpts: chosen.map(cut), more: hit.length - best.length, hits: [...forms] };
  };
})();
