/* Search boxes on other pages: leads to the search page, which reads the query from its address. The policy of the
   pages may forbid that forms are sent, and from a folder a browser may refuse to; going to an address always works. */
(() => {
  "use strict";

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[role=search]")) return;
    event.preventDefault();
    const query = form.elements.namedItem("q").value.trim();
    location.assign(form.getAttribute("action") + (query && `?q=${encodeURIComponent(query)}`));
  });
})();
