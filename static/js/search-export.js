/* Takes the list that is shown away: its address, or its cases as CSV, JSON or RIS with the query and the filters. Loaded
   when a reader asks for it.

   caselawSearch.useTool(page, button) does what the button says; `page` is the element of the search. */
(() => {
  "use strict";

  const FIELDS = ["title", "court", "number", "iso", "outcome", "status", "offences", "language", "ecli"];

  // The permanent address where the site has one, else where it is now; of a copy on a stick only the path within it, for
  // the folders of this machine are nobody's business.
  function addressOf(path, { base, root }) {
    if (base) return base + path;
    return location.protocol === "file:" ? path : new URL(root + path, location.href).href;
  }

  function describe(site) {
    const { wanted, choices, items, total, where } = window.caselawSearch.shownList();
    const cases = items.map((item) => ({
      ...Object.fromEntries(
        FIELDS.map((name) => [name === "iso" ? "decided" : name, [item.meta[name] || []].flat().join("; ")]),
      ),
      address: addressOf(item.href.slice(1), site),
    }));
    return {
      library: site.title,
      edition: site.edition,
      query: wanted.get("q") || "",
      filters: choices.map(({ text }) => text),
      order: where.sort,
      search: addressOf(site.page + location.search, site),
      found: total,
      shown: cases.length,
      cases,
    };
  }

  // RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
  const cell = (text) =>
    `"${String(text)
      .replace(/^[=+\-@\t\r]/, "'$&")
      .replaceAll('"', '""')}"`;

  function asCsv({ cases, query, filters, search, found, edition }) {
    const columns = [...Object.keys(cases[0]), "query", "filters", "search", "found", "edition"];
    const rows = cases.map((one) => [...Object.values(one), query, filters.join("; "), search, found, edition]);
    return "\uFEFF" + [columns, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  const asJson = (list) => JSON.stringify(list, null, 2) + "\n";

  // The tags that caselaw/citing/ris.py writes beside each case: PB is the court, SV the number of the case.
  // Nothing stands between the strokes for what is not known.
  function risDate(decided) {
    const [year, month = "", day = ""] = decided.split("-");
    return `${year}/${month}/${day}/`;
  }

  function asRis({ library, query, filters, search, edition, cases }) {
    const line = (tag, text) => (text ? [`${tag}  - ${String(text).replace(/\s+/g, " ")}`] : []);
    const note = [query, ...filters].filter(Boolean).join("; ");
    return (
      cases
        .map((one) =>
          [
            ...line("TY", "CASE"),
            ...line("TI", one.title),
            ...line("PB", one.court),
            ...line("SV", one.number),
            ...line("PY", one.decided.slice(0, 4)),
            ...line("DA", risDate(one.decided)),
            ...line("LA", one.language),
            ...line("UR", one.address),
            ...line("N1", `${one.outcome}; ${one.status}`),
            ...line("N1", one.ecli),
            ...line("KW", one.offences),
            ...line("DB", `${library}, ${edition}`),
            ...line("N1", `${note} ${search}`),
            "ER  - ",
          ].join("\r\n"),
        )
        .join("\r\n\r\n") + "\r\n"
    );
  }

  const FORMATS = {
    csv: [asCsv, "text/csv"],
    json: [asJson, "application/json"],
    ris: [asRis, "application/x-research-info-systems"],
  };

  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function exportList(format, site) {
    const [make, type] = FORMATS[format];
    const name = `cases-${site.edition}.${format}`;
    save(name, type, make(describe(site)));
    return name;
  }

  window.caselawSearch.useTool = async (page, { dataset }) => {
    const tools = page.querySelector(".search-tools");
    const said = tools.querySelector("[data-said]");
    if ("export" in dataset)
      said.textContent = tools.dataset.saved.replace("{file}", exportList(dataset.export, page.dataset));
    else {
      said.textContent = await navigator.clipboard.writeText(location.href).then(
        () => dataset.done,
        () => dataset.failed,
      );
    }
  };
})();
