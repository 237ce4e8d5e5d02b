/* Put into a page before anything of it runs: notes when the results are painted, how long the page was blocked, and which
   scripts it had asked for when the results were in it. */
(() => {
  "use strict";

  const EXPECTED = 0; // how many results count as shown; filled in by search_pages.py
  const BEAT = 10; // milliseconds
  const watch = (window.benchWatch = { shown: 0, asked: 0, late: 0, task: 0, scripts: [] });

  // A timer that comes late had to wait for whatever ran instead.
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    watch.late = Math.max(watch.late, now - last - BEAT);
    last = now;
  }, BEAT);
  // What the browser itself calls long (50 ms and more), to compare with.
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.task = Math.max(watch.task, duration);
  }).observe({ type: "longtask", buffered: true });

  const noteWhenPainted = () =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        watch.shown = performance.now();
        console.debug("bench: shown");
      }),
    );
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll(".search-result").length < EXPECTED) return;
    observer.disconnect();
    watch.scripts = Array.from(document.scripts, ({ src }) => src);
    noteWhenPainted();
  });
  observer.observe(document, { childList: true, subtree: true });
})();
