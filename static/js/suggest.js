/* The button that copies what a report of a mistake must name: the id and the permanent address of the case. From a
   folder, perhaps without a network, that comes to the reader at once instead of the link to the editors' form. The
   words stand in components/suggest-correction.html. */
(() => {
  "use strict";

  const place = document.querySelector("[data-suggest]");
  if (!place) return;
  const button = place.querySelector("[data-suggest-copy]");
  const text = place.querySelector("[data-suggest-text]");
  const said = place.querySelector("[data-suggest-said]");

  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await window.caselawCopy(text.textContent);
    said.textContent = "";
    setTimeout(() => (said.textContent = done ? said.dataset.done : said.dataset.failed), 50);
  });
})();
