/* Shows what the address leads to where it is folded away: within <details>, or in the original beside a translation.

   caselawReveal(element) does the same for any element of the page. */
(() => {
  "use strict";

  function reveal(element) {
    const original = element.closest(".version-pair-original");
    if (original) {
      original.previousElementSibling.open = true;
      document.getElementById("case-alone").checked = false;
    }
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  function arrive() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target || target.checkVisibility?.()) return;
    reveal(target);
    target.scrollIntoView();
  }

  window.caselawReveal = reveal;
  window.addEventListener("hashchange", arrive);
  // Browsers restore what was ticked only after the scripts have run.
  window.addEventListener("pageshow", arrive);
})();
