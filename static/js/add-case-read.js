/* Reads the form: caselawRead(form) gives the id, the court, the text, and the fields as add-case-yaml.js takes them.
   What was left empty is not there. caselawDay(text, kind) writes a day as files have it: 12.05.2021 becomes 2021-05-12. */
(() => {
  "use strict";

  const OF_THE_FILE = new Set(["id", "body"]); // its name and its text
  const TEXTS = new Set(["text", "url"]); // written by hand; all else has a form of its own

  const control = (field) => field.querySelector("input, select, textarea");
  const split = (text, sign) => text.split(sign).map((part) => part.trim()).filter(Boolean);

  function valueOf(field) {
    const { kind, control: type } = field.dataset;
    if (type === "choices") {
      const chosen = [...field.querySelectorAll("input:checked")].map((box) => ({ word: box.value }));
      return chosen.length ? chosen : null;
    }
    const text = control(field).value.trim();
    if (!text) return null;
    if (kind === "summary") return { block: text };
    if (kind === "paragraphs") return split(text, ",").map((word) => ({ word }));
    if (type === "lines") return split(text, "\n").map((line) => ({ text: line }));
    return TEXTS.has(kind) ? { text } : { word: text };
  }

  function rowOf(row) {
    const alone = row.querySelector(":scope > [data-field='']");
    if (alone) return valueOf(alone);
    const fields = fieldsIn(row);
    return fields.length ? { fields } : null;
  }

  // The parts of a place in their order; a section is only a frame around its parts.
  function fieldsIn(place) {
    const found = [];
    for (const part of place.children) {
      const { field, rows, group } = part.dataset;
      let value = null;
      if (field) value = OF_THE_FILE.has(field) ? null : valueOf(part);
      else if (rows) {
        const list = [...part.querySelector(":scope > [data-list]").children].map(rowOf).filter(Boolean);
        value = list.length ? list : null;
      } else if (group) {
        const fields = fieldsIn(part);
        value = fields.length ? { fields } : null;
      } else if (part.matches("fieldset")) found.push(...fieldsIn(part));
      if (value) found.push([field || rows || group, value]);
    }
    return found;
  }

  window.caselawDay = (text, kind) => {
    if (kind !== "date" && kind !== "day") return text;
    const written = /^(?:(\d{1,2})\s*\.\s*)?(\d{1,2})\s*\.\s*(\d{4})\s*\.?$/.exec(text);
    if (!written) return text;
    const [, day, month, year] = written;
    return [year, month, day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-");
  };

  window.caselawRead = (form) => {
    const text = (name) => control(form.querySelector(`[data-field='${name}']`)).value;
    const draft = ["publication", { fields: [["status", { word: "draft" }]] }];
    const fields = fieldsIn(form);
    return { id: text("id").trim(), court: text("court"), body: text("body"), fields: [...fields, draft], empty: !fields.length && !text("body").trim() };
  };
})();
