/* Copies a text. caselawCopy(text) is a promise of whether it worked.

   The clipboard of navigator is there only where the page is thought safe, which http:// and some folders are not; the
   older command copies what is selected, wherever it stands. */
(() => {
  "use strict";

  // Within an open dialog nothing outside it can be selected.
  function copySelected(text) {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "visually-hidden";
    (document.querySelector("dialog[open]") || document.body).append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      // the same as refused
    }
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }

  window.caselawCopy = async (text) => {
    if (!navigator.clipboard) return copySelected(text);
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  };
})();
