/* The page that adds a case: shows the form, its faults and the file it makes, and sends nothing until somebody asks for
   it. Nothing is kept in the browser: computers of courts are shared. */
(() => {
  "use strict";

  const LONGEST = 6000; // an address that the editors' host surely takes
  const form = document.querySelector("[data-add-case]");
  const part = (name) => form.querySelector(`[data-${name}]`);
  const fieldOf = (name) => form.querySelector(`[data-field="${name}"]`);
  const controlOf = (field) => field.querySelector("input, select, textarea, [data-add]");
  const id = controlOf(fieldOf("id"));
  const body = controlOf(fieldOf("body"));
  const lists = window.caselawLists(form);
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

  // What the check would stop can only be taken out; what it warns of is looked at and ticked.
  function personal() {
    const found = lists.personal();
    const warned = part("warnings").querySelectorAll("li").length;
    if (part("warnings").dataset.listed !== undefined && found.warnings.length > warned) part("checked").checked = false;
    for (const [name, entries] of Object.entries(found)) {
      lists.list(part(name), entries);
      part(name).hidden = !entries.length;
    }
    for (const way of ["copy", "download", "send"]) {
      part(way)?.setAttribute("aria-disabled", found.stops.length ? "true" : "false");
    }
  }

  // A form that nobody has begun shows how much it asks for, not a list of mistakes.
  function open() {
    const heading = part("faults").querySelector("h3");
    const said = faults.size ? (form.dataset.begun ? "open" : "start") : "none";
    heading.textContent = heading.dataset[said].replace("{n}", faults.size);
    part("faults").querySelector("ul").hidden = said === "start";
    lists.list(part("faults"), [...faults]);
  }

  function update() {
    waiting = 0;
    propose();
    record = window.caselawRead(form);
    file = window.caselawFile(record.fields, record.body);
    part("output").textContent = file;
    faults = window.caselawChecks(form);
    for (const field of form.querySelectorAll("[data-field]")) {
      lists.show(field, "fault", field.dataset.touched ? faults.get(field) || "" : "");
    }
    open();
    personal();
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
    form.dataset.begun = "yes";
    soon();
  });
  form.addEventListener("focusout", (event) => {
    const field = event.target.closest("[data-field]");
    if (!field) return;
    if (event.target.matches("input[type=text]")) event.target.value = window.caselawDay(event.target.value.trim(), field.dataset.kind);
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
