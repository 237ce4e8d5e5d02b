/* Marks hits in a case and takes the marks away again, a few milliseconds at a time, so that the page stays responsive.

   caselawHits.mark(article, wanted, done): done(hits) gets for each hit the list of its <mark>s, in the order of the
   text; a phrase that an <em> breaks has several. caselawHits.unmark(hits, done) leaves the page as it was. */
(() => {
  "use strict";

  const caselawHits = window.caselawHits;
  const SLICE = 10; // milliseconds
  // What a phrase may run through; every other element ends it.
  const INLINE = new Set(["a", "abbr", "b", "code", "del", "em", "i", "mark", "s", "strong", "sub", "sup", "time"]);
  // Words of the page, not of the case: names of fields and sections, numbers of paragraphs, what is not shown.
  const UNREAD =
    "[hidden], [aria-hidden=true], .visually-hidden, .outline, .prose-number, .paragraph-links, .unverified-mark, " +
    ".prose-cite, .case-cite, .cite-section, [role=doc-noteref], [role=doc-backlink], br, dt, thead, h2[id^=case-], script, style, template";

  // Gives the runs of text between the borders of blocks: {text, pieces: [{node, start}]}.
  function* runsOf(element) {
    let run = { text: "", pieces: [] };

    function* walk(parent) {
      for (const node of [...parent.childNodes]) {
        if (node.nodeType === Node.TEXT_NODE) {
          run.pieces.push({ node, start: run.text.length });
          run.text += node.data;
        } else if (node.nodeType !== Node.ELEMENT_NODE) {
          continue;
        } else if (node.matches(UNREAD)) {
          run.text += " ";
        } else if (INLINE.has(node.localName)) {
          yield* walk(node);
        } else {
          yield* flush();
          yield* walk(node);
          yield* flush();
        }
      }
    }

    function* flush() {
      const full = run;
      run = { text: "", pieces: [] };
      if (full.text.trim()) yield full;
    }

    yield* walk(element);
    yield* flush();
  }

  // Hits are marked from the last to the first: splitting a text node leaves its beginning in place.
  function markRun({ pieces }, { start, end }) {
    const marks = [];
    for (const { node, start: offset } of pieces) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, node.data.length);
      if (from >= to) continue;
      const text = from ? node.splitText(from) : node;
      if (to - from < text.data.length) text.splitText(to - from);
      const mark = document.createElement("mark");
      text.replaceWith(mark);
      mark.append(text);
      marks.push(mark);
    }
    return marks;
  }

  // Takes steps of a generator until the slice is used up, and goes on when the page has shown what has changed: to lay
  // out what several slices have marked may take longer than they did.
  function inSlices(steps, done) {
    const until = performance.now() + SLICE;
    do {
      if (steps.next().done) {
        done();
        return;
      }
    } while (performance.now() < until);
    requestAnimationFrame(() => setTimeout(() => inSlices(steps, done)));
  }

  caselawHits.mark = (article, wanted, done) => {
    const hits = [];
    function* steps() {
      for (const run of runsOf(article)) {
        const found = caselawHits.find(wanted, run.text);
        hits.push(
          ...found
            .reverse()
            .map((hit) => markRun(run, hit))
            .reverse(),
        );
        yield;
      }
    }
    inSlices(steps(), () => done(hits));
  };

  caselawHits.unmark = (hits, done) => {
    function* steps() {
      for (const marks of hits) {
        for (const mark of marks) {
          const parent = mark.parentNode;
          mark.replaceWith(...mark.childNodes);
          parent.normalize();
        }
        yield;
      }
    }
    inSlices(steps(), done);
  };
})();
