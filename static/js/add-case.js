/* The page that adds a case: shows the form, its faults and the file it makes, and sends nothing until somebody asks for
   it. Nothing is kept in the browser: computers of courts are shared. The words stand in the templates form-*.html. */
(() => {
  "use strict";

  const LONGEST = 6000; // an address that the editors' host surely takes
  const form = document.querySelector("[data-add-case]");
  const part = (name) => form.querySelector(`[data-${name}]`);
  const fieldOf = (name) => form.querySelector(`[data-field="${name}"]`);
  const controlOf = (field) => field.querySelector("input, select, textarea, [data-add]");
  const id = controlOf(fieldOf("id"));
  const body = controlOf(fieldOf("body"));
  let faults = new Map();
  let file = "";
  let kept = ""; // the file as it was last copied, saved or sent
  let record = window.caselawRead(form);
  let waiting = 0;

  function propose() {
    if (id.dataset.own) return;
    const plain = controlOf(fieldOf("title")).value.toLowerCase().replace(/đ/g, "dj").normalize("NFD");
    const year = controlOf(fieldOf("decided")).value.slice(0, 4);
    const words = plain.replace(/\p{M}/gu, "").split(/[^a-z0-9]+/).filter(Boolean);
    if (words.length && /^\d{4}$/.test(year) && !words.includes(year)) words.push(year);
    while (words.join("-").length > id.maxLength) words.splice(-2, 1);
    id.value = words.join("-");
  }

  function nameOf(place) {
    const label = place.querySelector("label, legend");
    return [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())?.data.trim();
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
    const said = JSON.stringify(entries.map(([, text]) => text));
    if (place.dataset.listed === said) return;
    place.dataset.listed = said;
    place.querySelector("ul").replaceChildren(
      ...entries.map(([field, text]) => {
        const link = document.createElement("a");
        const control = controlOf(field);
        link.href = `#${control.id}`;
        link.textContent = `${nameOf(field)}: ${text}`;
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

  function warnings() {
    const found = [];
    for (const field of form.querySelectorAll("[data-field]")) {
      const text = field.dataset.control === "choices" ? "" : controlOf(field).value;
      const kinds = window.caselawPersonal(text);
      const said = kinds.map((kind) => form.dataset[`personal${kind[0].toUpperCase()}${kind.slice(1)}`]).join(" ");
      show(field, "warning", said);
      if (said) found.push([field, said]);
    }
    return found;
  }

  function update() {
    waiting = 0;
    propose();
    record = window.caselawRead(form);
    file = window.caselawFile(record.fields, record.body);
    part("output").textContent = file;
    faults = window.caselawChecks(form);
    for (const field of form.querySelectorAll("[data-field]")) {
      show(field, "fault", field.dataset.touched ? faults.get(field) || "" : "");
    }
    const heading = part("faults").querySelector("h3");
    heading.textContent = faults.size ? heading.dataset.open.replace("{n}", faults.size) : heading.dataset.none;
    list(part("faults"), [...faults]);
    const found = warnings();
    if (part("warnings").dataset.listed !== undefined && found.length > part("warnings").querySelectorAll("li").length) {
      part("checked").checked = false;
    }
    list(part("warnings"), found);
    part("warnings").hidden = !found.length;
    const words = part("words");
    const count = controlOf(words.parentElement).value.split(/\s+/).filter(Boolean).length;
    words.textContent = words.dataset.words.replace("{n}", count);
  }

  const soon = () => {
    waiting = waiting || setTimeout(update, 120);
  };

  window.caselawRows(form, update);
  form.addEventListener("input", (event) => {
    if (event.target === id) id.dataset.own = id.value;
    soon();
  });
  form.addEventListener("focusout", (event) => {
    const field = event.target.closest("[data-field]");
    if (!field) return;
    if (event.target.matches("input[type=text]")) event.target.value = event.target.value.trim();
    field.dataset.touched = "yes";
    soon();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    update();
    if (!record.empty && file !== kept) event.preventDefault();
  });

  window.caselawSend({ form, part, body, update, longest: LONGEST, now: () => ({ record, file, faults }), keep: () => (kept = file) });
  document.querySelector("[data-by-file]").open = false;
  form.hidden = false;
  update();
})();
