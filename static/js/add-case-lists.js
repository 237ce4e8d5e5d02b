/* The lists under the form: caselawLists(form) gives list(place, entries), show(place, name, text) and personal(), which
   marks what looks like personal data and returns it: {stops, warnings}. */
(() => {
  "use strict";

  const controlOf = (field) => field.querySelector("input, select, textarea, [data-add]");

  function ownName(place) {
    const label = place.querySelector(":scope > [data-number], :scope > label, :scope > legend, :scope > fieldset > legend");
    return [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())?.data.trim();
  }

  // "Sources, no. 1, title": the groups and rows that a field stands in, from the outermost.
  function nameOf(place) {
    const names = place.dataset.field === "" ? [] : [ownName(place)];
    for (let above = place.parentElement; !above.matches("form"); above = above.parentElement) {
      if (above.matches("[data-row], [data-group]")) names.unshift(ownName(above));
    }
    const small = (name) => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name);
    return names.map((name, index) => (index ? small(name) : name)).join(", ");
  }

  function show(place, name, text) {
    const line = place.querySelector(`:scope > [data-${name}]`);
    if (!line || line.textContent === text) return;
    line.textContent = text;
    line.hidden = !text;
    const control = controlOf(place);
    if (name === "fault" && place.dataset.control !== "choices") control.setAttribute("aria-invalid", text ? "true" : "false");
  }

  // Written anew only when it says something else, so that the focus within it stays.
  function list(place, entries) {
    const texts = entries.map(([field, text]) => `${nameOf(field)}: ${text}`);
    const said = JSON.stringify(texts);
    if (place.dataset.listed === said) return;
    place.dataset.listed = said;
    place.querySelector("ul").replaceChildren(
      ...entries.map(([field], index) => {
        const link = document.createElement("a");
        const control = controlOf(field);
        link.href = `#${control.id}`;
        link.textContent = texts[index];
        link.addEventListener("click", (event) => {
          event.preventDefault();
          control.focus();
        });
        const entry = document.createElement("li");
        entry.append(link);
        return entry;
      }),
    );
  }

  window.caselawLists = (form) => {
    const noNames = form.dataset.noNames.split(" ");
    const words = new Set(noNames.filter((word) => !word.endsWith("*")));
    const beginnings = noNames.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));

    function isWord(word) {
      const lower = word.toLowerCase();
      return words.has(lower) || beginnings.some((begin) => lower.startsWith(begin));
    }

    function personal() {
      const found = { stops: [], warnings: [] };
      for (const field of form.querySelectorAll("[data-field]")) {
        const text = field.dataset.control === "choices" ? "" : controlOf(field).value;
        const kinds = window.caselawPersonal(text, isWord);
        const say = (some) => some.map((kind) => form.dataset[`personal${kind[0].toUpperCase()}${kind.slice(1)}`]).join(" ");
        const stops = kinds.filter((kind) => window.caselawStops.has(kind));
        const warnings = kinds.filter((kind) => !window.caselawStops.has(kind));
        show(field, "warning", say(kinds));
        if (stops.length) found.stops.push([field, say(stops)]);
        if (warnings.length) found.warnings.push([field, say(warnings)]);
      }
      return found;
    }

    return { list, show, personal };
  };
})();
