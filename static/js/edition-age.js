/* Says of an edition that is more than a year old that a newer one may exist. Only the reader's clock is asked: a copy on
   a stick has no network. Printed too, for a printout goes to court and outlives the stick. */
(() => {
  "use strict";

  const today = new Date();
  const aYearAgo = new Date(today.getFullYear() - 1, today.getMonth(), today.getDate());

  for (const element of document.querySelectorAll("[data-edition]")) {
    const [year, month, day] = element.dataset.edition.split("-").map(Number);
    if (new Date(year, month - 1, day) >= aYearAgo) continue;
    for (const notice of element.querySelectorAll("[data-edition-age]")) notice.hidden = false;
  }
})();
