/* Back from a case leads to the same list, place and focus: the entry in the history remembers which link was followed. */
(() => {
  "use strict";

  window.caselawSearch.rememberPlace = (link) =>
    history.replaceState({ focus: link.getAttribute("href"), top: window.scrollY }, "");

  window.caselawSearch.restorePlace = (list) => {
    const { focus, top } = history.state || {};
    const link = focus && [...list.querySelectorAll("a")].find((one) => one.getAttribute("href") === focus);
    if (!link) return;
    history.replaceState(null, "");
    link.focus({ preventScroll: true });
    window.scrollTo(0, top);
  };
})();
