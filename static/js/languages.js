/* The links to this page in the other languages take along the paragraph and the search that its address holds. The
   language of the page is remembered, so that the first page of the site can mark it; nobody is ever sent anywhere. */
(() => {
  "use strict";

  const STORE = "caselaw-language";
  const choice = document.querySelector("[data-language]");
  const marks = document.querySelectorAll("[data-last-read]");

  // A browser may have no storage, forbid it to files, or keep one for each file: then nothing is marked.
  function recall() {
    try {
      return localStorage.getItem(STORE);
    } catch {
      return null;
    }
  }

  function remember() {
    try {
      localStorage.setItem(STORE, document.documentElement.lang);
    } catch {
      // nothing is marked
    }
  }

  function carry() {
    for (const link of choice.querySelectorAll("a")) {
      link.search = location.search;
      link.hash = location.hash;
    }
  }

  function mark() {
    const last = recall();
    for (const note of marks) note.hidden = note.dataset.lastRead !== last;
  }

  if (choice) {
    window.addEventListener("pageshow", remember);
    window.addEventListener("hashchange", carry);
    // A search changes the address of its page without an event, so the links are made ready when a reader turns to them.
    for (const event of ["pointerdown", "focusin", "click"]) choice.addEventListener(event, carry);
    carry();
  }
  if (marks.length) {
    mark();
    window.addEventListener("pageshow", mark); // also when the reader comes back to a page that the browser has kept
  }
})();
