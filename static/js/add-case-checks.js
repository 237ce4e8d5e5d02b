/* What is missing or wrong in the form: caselawChecks(form) gives {field, control, text} for each fault, in the order of
   the page. The texts are attributes of the form. What only the library knows, `build.py check` finds. */
(() => {
  "use strict";

  const WORDS = 120;
  const DAYS = new Set(["date", "day"]);
  const control = (field) => field.querySelector("fieldset, input, select, textarea");
  const valueOf = (field) => (field.dataset.control === "choices" ? "" : control(field).value.trim());
  const isFilled = (field) => valueOf(field) !== "" || field.querySelector("input:checked") !== null;
  const inside = (place, name) => place.querySelector(`:scope > [data-field="${name}"]`);

  // The numbers of paragraphs, each at the beginning of the text, behind an empty line or behind a heading.
  function paragraphsOf(text) {
    const lines = text.split("\n");
    const begins = (line, index) => index === 0 || !lines[index - 1].trim() || lines[index - 1].startsWith("#");
    const found = lines.filter(begins).map((line) => /^\[([1-9]\d{0,4})\](?:\s|$)/.exec(line));
    return found.filter(Boolean).map((match) => Number(match[1]));
  }

  function isDay(text) {
    const [year, month = 1, day = 1] = text.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal && year >= 1900 && date.getTime() <= Date.now();
  }

  function known(input) {
    if (!input.list) return true;
    const values = new Set([...input.list.options].map((option) => option.value));
    return values.has(input.value.trim()) || values.has(input.value.trim().split("/").slice(0, 2).join("/"));
  }

  function repeated(values) {
    return values.find((value, index) => value && values.indexOf(value) < index);
  }

  function missing(field, input) {
    if (input.required || input.dataset.required !== undefined) return !isFilled(field);
    if (input.dataset.needed === undefined || isFilled(field)) return false;
    return [...field.parentElement.querySelectorAll("[data-field]")].some(isFilled);
  }

  // By the kind of field: the name of the fault and what it is filled with, or nothing.
  const CHECKS = {
    summary: (text) => text.split(/\s+/).length > WORDS && ["words", text.split(/\s+/).length],
    date: (text) => !isDay(text) && ["date"],
    day: (text) => !isDay(text) && ["date"],
    paragraphs(text, numbers) {
      const wrong = text.split(",").map(Number).find((number) => !numbers.includes(number));
      return wrong !== undefined && (numbers.length ? ["paragraph", wrong] : ["unnumbered", wrong]);
    },
    body: (text, numbers) => numbers.some((number, index) => index && number <= numbers[index - 1]) && ["order"],
    text(text, numbers, field) {
      const twice = field.dataset.control === "lines" && repeated(text.split("\n").map((line) => line.trim()));
      return twice && ["twice", twice];
    },
  };

  function faultOf(field, numbers) {
    const input = control(field);
    const text = valueOf(field);
    if (missing(field, input)) return ["missing"];
    if (!text) return null;
    if (input.validity.patternMismatch) return [DAYS.has(field.dataset.kind) ? "dated" : "written"];
    if (input.maxLength > 0 && text.length > input.maxLength) return ["long", input.maxLength];
    if (!known(input)) return ["unknown"];
    return CHECKS[field.dataset.kind]?.(text, numbers, field) || null;
  }

  // What does not fit together: a field and the name of the fault.
  function* contradictions(form) {
    for (const rows of form.querySelectorAll("[data-rows]")) {
      const list = [...rows.querySelector(":scope > [data-list]").children];
      if (rows.dataset.required !== undefined && !list.length) yield [rows, "row"];
      const fields = list.map((row) => inside(row, "") || inside(row, "value")).filter(Boolean);
      const values = fields.map(valueOf);
      const twice = repeated(values);
      if (twice) yield [fields[values.lastIndexOf(twice)], "twice"];
    }
    for (const row of form.querySelectorAll("[data-rows=charges] > [data-list] > [data-row]")) {
      const [charged, convicted, finding] = ["charged", "convicted_of", "finding"].map((name) => inside(row, name));
      if (isFilled(convicted) && valueOf(charged) === valueOf(convicted)) yield [convicted, "same"];
      const sentence = [...row.querySelectorAll("[data-group=sentence] [data-field]")];
      const isFree = ["acquitted", "dismissed"].includes(valueOf(finding));
      if (isFree && sentence.some(isFilled)) yield [finding, "charge"];
    }
    const victims = form.querySelector("[data-group=victims]");
    const [total, adults, children] = ["total", "adults", "children"].map((name) => inside(victims, name));
    const sum = Number(valueOf(adults)) + Number(valueOf(children));
    if (isFilled(total) && sum > Number(valueOf(total))) yield [total, "victims"];
  }

  function said(form, name, filling, input) {
    return form.dataset[name].replace("{n}", filling ?? "").replace("{example}", input.dataset.example || "");
  }

  window.caselawChecks = (form) => {
    const numbers = paragraphsOf(valueOf(form.querySelector("[data-field=body]")));
    const faults = new Map();
    for (const field of form.querySelectorAll("[data-field]")) {
      const fault = faultOf(field, numbers);
      if (fault) faults.set(field, said(form, fault[0], fault[1], control(field)));
    }
    for (const [place, name] of contradictions(form)) {
      if (!faults.has(place)) faults.set(place, said(form, name, valueOfRow(place), control(place)));
    }
    return faults;
  };

  const valueOfRow = (place) => (place.dataset.field === undefined ? "" : valueOf(place));
})();
