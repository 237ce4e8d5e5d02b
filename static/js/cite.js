/* The buttons that copy the citation of a case, and the dialog with its forms, opened by a button at the head. The words
   stand in components/cite-section.html and components/cite-dialog.html. */
(() => {
  "use strict";

  const section = document.querySelector("[data-cite]");
  const dialog = document.querySelector("[data-cite-dialog]");
  const link = document.querySelector("[data-cite-open]");
  if (!section || !dialog || !link) return;

  // What could not be copied is marked, so that the reader can do it.
  function mark(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copy(form, said) {
    const text = form.querySelector("[data-cite-text]");
    const done = await window.caselawCopy(text.textContent);
    if (!done) {
      window.caselawReveal(text);
      mark(text);
    }
    said.textContent = "";
    setTimeout(() => (said.textContent = done ? said.dataset.done : said.dataset.failed), 50);
  }

  function offerCopies(place) {
    const said = place.querySelector("[data-cite-said]");
    for (const button of place.querySelectorAll("[data-cite-copy]")) {
      button.hidden = false;
      button.addEventListener("click", () => copy(button.closest("[data-cite-form]"), said));
    }
  }

  const forms = section.querySelector("[data-cite-forms]").cloneNode(true);
  dialog.querySelector("[data-cite-place]").replaceWith(forms);
  offerCopies(section);
  offerCopies(dialog);

  if (!dialog.showModal) return; // in an old browser the link leads to the section

  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => {
    dialog.querySelector("[data-cite-said]").textContent = "";
    dialog.showModal();
    dialog.querySelector("h2").focus();
  });
  link.replaceWith(button);
  dialog.addEventListener("close", () => button.focus({ preventScroll: true }));
})();
