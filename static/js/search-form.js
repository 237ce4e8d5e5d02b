/* What a search asks for, between the form and the address: ?q=…&court=…&court=…&sort=newest, without what is empty. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;
  const USUAL_SORT = "relevance";
  const ORDERS = { newest: "desc", oldest: "asc" };

  const boxesOf = (form) => [...form.querySelectorAll("input[type=checkbox]")];

  // Gives URLSearchParams.
  caselawSearch.readForm = (form) => {
    const wanted = new URLSearchParams(new FormData(form));
    const query = wanted.get("q").trim();
    if (query) wanted.set("q", query);
    else wanted.delete("q");
    if (wanted.get("sort") === USUAL_SORT) wanted.delete("sort");
    return wanted;
  };

  // What the form has no field for is left out, so that an old address still leads to something.
  caselawSearch.fillForm = (form, wanted) => {
    const { q, sort } = form.elements;
    q.value = wanted.get("q") || "";
    sort.value = wanted.get("sort") in ORDERS ? wanted.get("sort") : USUAL_SORT;
    for (const box of boxesOf(form)) box.checked = wanted.getAll(box.name).includes(box.value);
  };

  caselawSearch.clearFilters = (form) => {
    for (const box of boxesOf(form)) box.checked = false;
  };

  // How many values of each filter are chosen, beside its name; and a way to be rid of them all.
  caselawSearch.showChosen = (form) => {
    form.querySelector("[data-clear]").dataset.clear = form.querySelector("input:checked") ? "all" : "nothing";
    for (const filter of form.querySelectorAll("[data-filter]")) {
      const count = filter.querySelectorAll("input:checked").length;
      filter.querySelector("[data-chosen]").textContent = count ? `(${count})` : "";
    }
  };

  // Pagefind's options. Values of one filter are alternatives; all filters must hold. Dates sort as ISO text.
  caselawSearch.optionsOf = (form, wanted) => {
    const names = new Set(boxesOf(form).filter((box) => box.checked).map((box) => box.name));
    const filters = Object.fromEntries([...names].map((name) => [name, { any: wanted.getAll(name) }]));
    const order = ORDERS[wanted.get("sort")];
    return order ? { filters, sort: { date: order } } : { filters };
  };

  // True where there is something to look for: a query, or a filter; an order alone is nothing.
  caselawSearch.asksFor = (wanted) => [...wanted.keys()].some((name) => name !== "sort" && name !== "shown");
})();
