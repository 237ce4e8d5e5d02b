/* Keys that act at once: "/" goes to the search field of the page. The footer has a switch that turns all of them off
   (WCAG 2.1.4), because who speaks to the computer, or rests a hand on the keys, presses them unmeant.

   caselawShortcuts.add("n", button, action) adds a key; `button` is what does the same, and tells of its key. */
(() => {
  "use strict";

  const STORE = "caselaw-shortcuts";
  const FIELD = "input, textarea, select, [contenteditable]";
  const box = document.querySelector("[data-shortcuts]");
  const keys = new Map(); // key: {element, action}

  // A browser may have no storage, or forbid it to files: then the choice holds for this page.
  function recall() {
    try {
      return localStorage.getItem(STORE) !== "off";
    } catch {
      return box.checked;
    }
  }

  function remember() {
    try {
      localStorage.setItem(STORE, box.checked ? "on" : "off");
    } catch {
      // holds for this page
    }
  }

  function tell() {
    for (const [key, { element }] of keys) {
      if (box.checked) element.setAttribute("aria-keyshortcuts", key);
      else element.removeAttribute("aria-keyshortcuts");
    }
  }

  function press(event) {
    const shortcut = keys.get(event.key);
    if (!shortcut || !box.checked || event.defaultPrevented || event.isComposing) return;
    // Shift is no modifier here: many keyboards write "/" with it.
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(FIELD)) return;
    event.preventDefault();
    shortcut.action();
  }

  function add(key, element, action) {
    keys.set(key, { element, action });
    tell();
  }

  window.caselawShortcuts = { add };
  if (!box) return;

  const field = document.querySelector("#search-query, .search-box-field");
  if (field) {
    add("/", field, () => {
      field.focus();
      field.select();
    });
  }
  box.addEventListener("change", () => {
    remember();
    tell();
  });
  // Also when the reader comes back to a page that the browser has kept.
  window.addEventListener("pageshow", () => {
    box.checked = recall();
    tell();
  });
  box.checked = recall();
  tell();
  document.addEventListener("keydown", press);
})();
