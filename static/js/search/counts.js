/* Sets of cases and their counts, from facets.js of an index (made by caselaw/search_tables.py).

   caselawSearch.openFacets(table, total) stands alone, because its text goes into the worker. `table` is {facet: {key: set}}
   and may lack what nobody chose; `total` is the number of cases. It gives
     count(sets, required, chosen, years)   {order, counts, without}: the cases in all sets and choices, newest first; how
                                  many each value of a facet would find; how many would be found without a facet */
(() => {
  "use strict";

  window.caselawSearch.openFacets = function openFacets(table, total) {
    const size = Math.ceil(total / 8);
    const bits = new Map(); // facet → key → Uint8Array
    for (const [facet, keys] of Object.entries(table)) {
      const decoded = Object.entries(keys).map(([key, text]) => [
        key,
        Uint8Array.from(atob(text), (c) => c.charCodeAt(0)),
      ]);
      bits.set(facet, new Map(decoded));
    }
    const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);

    function setOf(cases) {
      const set = new Uint8Array(size);
      for (const number of cases) set[number >> 3] |= 1 << (number & 7);
      return set;
    }

    function all() {
      const set = new Uint8Array(size).fill(255);
      if (total & 7) set[size - 1] = (1 << (total & 7)) - 1;
      return set;
    }

    const both = (one, other) => one.map((byte, place) => byte & other[place]);

    function union(facet, keys) {
      const set = new Uint8Array(size);
      for (const key of keys)
        bits
          .get(facet)
          ?.get(key)
          ?.forEach((byte, place) => (set[place] |= byte));
      return set;
    }

    function howMany(set, other) {
      let count = 0;
      for (let place = 0; place < size; place++) count += ones[set[place] & other[place]];
      return count;
    }

    const inYears = ([from, to]) =>
      union(
        "year",
        [...(bits.get("year")?.keys() || [])].filter((year) => Number(year) >= from && Number(year) <= to),
      );

    function count(sets, required, chosen, years) {
      const named = required.map(([facet, keys]) => union(facet, keys));
      const found = [...sets.map(setOf), ...named].reduce(both, all());
      const choices = new Map(Object.entries(chosen).map(([facet, keys]) => [facet, union(facet, keys)]));
      if (years) choices.set("year", inYears(years));
      const beside = (facet) =>
        [...choices].filter(([name]) => name !== facet).reduce((set, [, choice]) => both(set, choice), found);
      const counts = {};
      for (const [facet, keys] of bits) {
        const base = beside(facet);
        counts[facet] = Object.fromEntries([...keys].map(([key, set]) => [key, howMany(set, base)]));
      }
      const without = Object.fromEntries([...choices.keys()].map((facet) => [facet, howMany(beside(facet), all())]));
      const final = beside(null);
      const order = [];
      for (let number = 0; number < total; number++) if (final[number >> 3] & (1 << (number & 7))) order.push(number);
      return { order, counts, without };
    }

    return { count };
  };
})();
