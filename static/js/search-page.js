/* The search page: what the form asks for stands in the address and is answered from the index of the page's language.

   The form and every text are in templates/pages/search.html. The index is opened on first use, not with the page. */
(() => {
  "use strict";

  const page = document.querySelector("[data-search]");
  if (!page) return;

  const { open, renderResult, readForm, fillForm, clearFilters, showChosen, optionsOf, asksFor } = window.caselawSearch;
  const { index, root, everything } = page.dataset;
  const form = page.querySelector("form");
  const status = page.querySelector("[data-status]");
  const list = page.querySelector("[data-results]");
  const more = page.querySelector("[data-more]");
  const template = page.querySelector("template");
  const STEP = 10;

  let run = 0; // counts the searches: the answer to an overtaken one is dropped
  let results = []; // of the present search, in their order; the texts of each are loaded when it is shown

  // A state is idle, loading, found, none, error or empty: its text is said, and the parts that belong to it are shown.
  function show(state, values = {}, text = status.dataset[state]) {
    status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    for (const part of page.querySelectorAll("[data-state]")) part.hidden = part.dataset.state !== state;
    list.setAttribute("aria-busy", String(state === "loading"));
    if (state !== "found" && state !== "loading") list.replaceChildren();
    if (state !== "found") more.hidden = true;
  }

  async function search(shown = STEP) {
    const mine = ++run;
    const wanted = readForm(form);
    showChosen(form);
    if (!asksFor(wanted)) return show("idle");
    show("loading");
    try {
      const opened = await open(index);
      if (!opened.pages) return mine === run && show("empty");
      const answer = await opened.search(wanted.get("q") || everything, optionsOf(form, wanted));
      const items = await render(answer.results.slice(0, shown));
      return mine === run && showResults(answer.results, items, wanted.get("q"));
    } catch (fault) {
      return mine === run && fail(fault);
    }
  }

  async function render(wanted) {
    const cases = await Promise.all(wanted.map((result) => result.data()));
    return cases.map((data) => renderResult(template, data, root));
  }

  function showResults(found, items, query) {
    results = found;
    if (!found.length) return show("none", { query }, query ? status.dataset.none : status.dataset.noneFiltered);
    list.replaceChildren(...items);
    show("found", { n: found.length.toLocaleString(document.documentElement.lang) });
    more.hidden = items.length >= found.length;
    return undefined;
  }

  function fail(fault) {
    show("error");
    page.querySelector("[data-fault]").textContent = fault.message;
  }

  function addressOf(wanted) {
    const query = String(wanted);
    return location.href.split(/[?#]/)[0] + (query && `?${query}`);
  }

  // Asked by the reader: a new entry in the history, so that Back leads to the search before.
  function ask() {
    const address = addressOf(readForm(form));
    if (address !== location.href) history.pushState(null, "", address);
    search();
  }

  async function showMore() {
    const mine = run;
    const from = list.children.length;
    try {
      const items = await render(results.slice(from, from + STEP));
      if (mine !== run) return;
      list.append(...items);
      more.hidden = list.children.length >= results.length;
      items[0].querySelector("a").focus();
      const wanted = readForm(form);
      wanted.set("shown", list.children.length);
      history.replaceState(null, "", addressOf(wanted));
    } catch (fault) {
      fail(fault);
    }
  }

  function readAddress() {
    const wanted = new URLSearchParams(location.search);
    fillForm(form, wanted);
    search(Math.max(STEP, Number(wanted.get("shown")) || 0));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "q") ask();
  });
  // Whoever steps into the form is about to search: the index is opened meanwhile, and a fault is told on searching.
  form.addEventListener("focusin", () => open(index).catch(() => {}), { once: true });
  more.addEventListener("click", showMore);
  page.addEventListener("click", (event) => {
    if (event.target.matches("[data-again]")) search();
    if (!event.target.matches("[data-clear]")) return;
    clearFilters(form);
    ask();
  });
  window.addEventListener("popstate", readAddress);
  readAddress();
})();
