/* What can be done with the list that is shown: copy its address, or take it away as a file. */
(() => {
  "use strict";

  const search = window.caselawSearch;

  // `page` is the element of the search; what was done is said in its polite line.
  search.useTool = async (page, { dataset }) => {
    const tools = page.querySelector(".search-tools");
    const say = (text) => (tools.querySelector("[data-said]").textContent = text);
    if ("copy" in dataset) {
      return navigator.clipboard.writeText(location.href).then(
        () => say(dataset.done),
        () => say(dataset.failed),
      );
    }
    return search.addScript(`${page.dataset.root}static/js/search-export.js`).then(
      () => say(tools.dataset.saved.replace("{file}", search.exportList(dataset.export, page))),
      (fault) => say(fault.message),
    );
  };
})();
