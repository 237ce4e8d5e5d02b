/* The form as it grows: adds and removes rows, numbers them, and connects each control with its label, hint and messages.
   caselawRows(form, changed) calls changed() after each row that came or went. */
(() => {
  "use strict";

  let last = 0;

  function connect(field) {
    if (field.dataset.connected) return;
    field.dataset.connected = "";
    const id = `form-${field.dataset.kind}-${++last}`;
    const control = field.querySelector("fieldset, input, select, textarea");
    control.id = id;
    const label = field.querySelector(":scope > label");
    if (label) label.htmlFor = id;
    const told = [];
    for (const name of ["hint", "fault", "warning"]) {
      const text = field.querySelector(`[data-${name}]`);
      text.id = `${id}-${name}`;
      if (name !== "hint") told.push(text.id);
      else if (text.textContent) told.push(text.id);
      else text.hidden = true;
    }
    control.setAttribute("aria-describedby", told.join(" "));
    // In a group that may be left empty a field is needed only where the group is not.
    const group = field.parentElement.closest("[data-group], [data-row]");
    if (group?.dataset.group && control.required) {
      control.required = false;
      control.dataset.needed = "";
    }
  }

  function number(rows) {
    const list = rows.querySelector(":scope > [data-list]");
    [...list.children].forEach((row, index) => {
      const name = rows.dataset.legend.replace("{n}", index + 1);
      row.querySelector(":scope > [data-number]").textContent = name;
      const button = [...row.querySelectorAll("[data-remove]")].at(-1);
      button.textContent = button.dataset.say.replace("{name}", name);
    });
  }

  function add(rows) {
    const row = rows.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
    rows.querySelector(":scope > [data-list]").append(row);
    row.querySelectorAll("[data-field]").forEach(connect);
    number(rows);
    return row;
  }

  function remove(row) {
    const rows = row.closest("[data-rows]");
    const near = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    number(rows);
    (near ? near.querySelector("[data-number]") : rows.querySelector(":scope > p > [data-add]")).focus();
  }

  window.caselawRows = (form, changed) => {
    form.querySelectorAll("[data-field]").forEach(connect);
    form.querySelectorAll("[data-rows][data-required]").forEach(add);
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-add], [data-remove]");
      if (!button) return;
      if (button.matches("[data-add]")) add(button.closest("[data-rows]")).querySelector("[data-number]").focus();
      else remove(button.closest("[data-row]"));
      changed();
    });
  };
})();
