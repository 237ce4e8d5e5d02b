/* What a search asks for, between the form and the address: ?q=…&court=…&court=…&from=2010&sort=newest, without what is
   empty. `wanted` is always URLSearchParams. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;
  const ORDERS = ["newest", "oldest"]; // besides the usual one, by relevance
  const NO_FACETS = ["q", "sort", "shown", "phrase", "plain", "alone", "from", "to"];

  const boxesOf = (form) => [...form.elements].filter((element) => element.type === "checkbox");

  caselawSearch.readForm = (form) => {
    const wanted = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim() && !(name === "sort" && !ORDERS.includes(value))) wanted.append(name, value.trim());
    }
    return wanted;
  };

  caselawSearch.fillForm = (form, wanted) => {
    const { q, sort, from, to } = form.elements;
    for (const field of [q, from, to]) if (field) field.value = wanted.get(field.name) || "";
    sort.value = ORDERS.includes(wanted.get("sort")) ? wanted.get("sort") : "relevance";
    for (const box of boxesOf(form)) box.checked = wanted.getAll(box.name).includes(box.value);
  };

  // The values chosen per facet, and the years as [from, to] or null; a range written backwards means the same. A value
  // that an old address names and the library no longer has finds nothing, rather than being passed over in silence.
  caselawSearch.choicesOf = (form, wanted) => {
    const chosen = {};
    const facets = new Set(boxesOf(form).map((box) => box.name));
    for (const [name, value] of wanted) {
      if (facets.has(name) && !NO_FACETS.includes(name)) (chosen[name] ||= []).push(value);
    }
    const year = (name, otherwise) => Number(/^\d{1,4}$/.exec(wanted.get(name) ?? "")) || otherwise;
    const range = [year("from", 0), year("to", 9999)];
    const years = range[0] || range[1] < 9999 ? range.sort((one, other) => one - other) : null;
    return { chosen, years };
  };

  // True where there is something to look for: a query or a filter; an order alone is nothing.
  caselawSearch.asksFor = (wanted) =>
    [...wanted.keys()].some((name) => !["sort", "shown", "phrase", "plain", "alone"].includes(name));

  caselawSearch.queryOf = (wanted) => {
    const query = String(wanted);
    return query ? `?${query}` : "";
  };

  // The same search but for one thing: without a name, without one of its values, or with another value.
  caselawSearch.changed = (wanted, name, value = null, instead = null) => {
    const changed = new URLSearchParams(
      [...wanted].filter(([key, one]) => key !== "shown" && !(key === name && (value === null || one === value))),
    );
    if (instead !== null) changed.append(name, instead);
    return changed;
  };
})();
