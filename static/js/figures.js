/* The filters of a statistics page: marks of charts and lines of tables that do not fit are hidden. Their counts by offence
   and law stay those of all; a line says how many are shown. Without this script everything is shown. */
(function () {
  "use strict";

  var form = document.querySelector("[data-figure-filters]");
  if (!form) {
    return;
  }
  var tagged = Array.from(document.querySelectorAll("[data-tags]"));
  var rows = tagged.filter(function (one) {
    return one.tagName === "TR";
  });
  var line = form.querySelector("[data-shown]");

  function chosen() {
    return Array.from(form.querySelectorAll("select"))
      .filter(function (select) {
        return select.value;
      })
      .map(function (select) {
        return select.name + ":" + select.value;
      });
  }

  function show() {
    var wanted = chosen();
    form.toggleAttribute("data-chosen", wanted.length > 0); // for print
    tagged.forEach(function (one) {
      var tags = one.getAttribute("data-tags").split(" ");
      var fits = wanted.every(function (tag) {
        return tags.indexOf(tag) >= 0;
      });
      // The marks of a drawing know no "hidden".
      one.toggleAttribute("hidden", !fits);
    });
    var shown = rows.filter(function (row) {
      return !row.hidden;
    }).length;
    line.textContent = line.getAttribute("data-shown").replace("{shown}", shown).replace("{total}", rows.length);
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.hidden = false;
  show(); // a browser may have kept the choices of the last visit
})();
