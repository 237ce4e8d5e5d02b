/* The search page: what the form asks for stands in the address and is answered from the index of the page's language.

   The form and every text are in templates/pages/search.html. The index is opened on first use, not with the page. */
(() => {
  "use strict";

  const page = document.querySelector("[data-search]");
  if (!page) return;

  const search = window.caselawSearch;
  const { root } = page.dataset;
  const form = page.querySelector("form");
  const status = page.querySelector("[data-status]");
  const list = page.querySelector("[data-results]");
  const more = page.querySelector("[data-more]");
  const template = page.querySelector("[data-result]");
  const STEP = 10;
  const FIRST = 3; // cases that are shown before the texts of the others are loaded
  const MOST = 200; // cases that an address may ask for at once

  let extending = null; // promises that all of the list is there
  let run = 0; // counts the searches: the answer to an overtaken one is dropped
  let shown = { wanted: new URLSearchParams(), choices: [], items: [], total: 0, where: {} }; // for more, and for exports

  // A state is idle, loading, found, none, error or empty: its text is said, and the parts that belong to it are shown.
  function show(state, values = {}, text = status.dataset[state]) {
    status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    for (const part of page.querySelectorAll("[data-state]"))
      part.hidden = !part.dataset.state.split(" ").includes(state);
    list.ariaBusy = String(state === "loading");
    if (state !== "found" && state !== "loading") list.replaceChildren();
    more.hidden = true; // until there are more
  }

  async function answer(count = STEP) {
    const mine = ++run;
    const wanted = search.wantedIn(form);
    if (!search.asksFor(wanted)) return idle(wanted);
    show("loading");
    try {
      const found = await search.answerTo(page, form, wanted, Math.min(count, FIRST), () => mine === run);
      if (found && !found.answer.total) await search.addScript(`${root}static/js/search-advice.js`);
      if (mine !== run) return;
      if (!found) return show("empty");
      showFound(wanted, found);
      await (extending = extend(count, mine));
      if (mine !== run) return;
      search.restorePlace(list);
      await search.countOn(page, found.count, () => mine === run);
    } catch (fault) {
      if (mine === run) fail(fault);
    }
  }

  function idle(wanted) {
    search.showPlan(page, wanted, { notes: [] });
    search.showChoices(page, wanted, []);
    search.showCounts(page, null);
    show("idle");
  }

  function showFound(wanted, { plan, choices, answer: { total, items, ...rest }, where }) {
    shown = { wanted, choices, items, total, where };
    search.showPlan(page, wanted, plan, rest.also);
    search.showChoices(page, wanted, choices);
    if (!total) {
      search.showAdvice(page, wanted, plan, rest, choices);
      const query = plan.notes.some(([name]) => name === "nothing") ? "" : wanted.get("q");
      return show("none", { query }, query ? status.dataset.none : status.dataset.noneFiltered);
    }
    list.replaceChildren(...items.map((item) => search.renderResult(template, item, where)));
    show("found", { n: total.toLocaleString(document.documentElement.lang) });
  }

  // Lets the list go on up to so many cases.
  async function extend(count, mine) {
    list.ariaBusy = "true";
    const from = list.children.length;
    const items = from < Math.min(count, shown.total) ? await search.casesFrom(page, from, count) : [];
    if (mine !== run) return;
    shown.items.push(...items);
    list.append(...items.map((item) => search.renderResult(template, item, shown.where)));
    list.ariaBusy = "false";
    more.hidden = list.children.length >= shown.total;
  }

  function fail(fault) {
    show("error");
    page.querySelector("[data-fault]").textContent = fault.message;
  }

  function ask(wanted) {
    search.enterAddress(wanted);
    readAddress();
  }

  async function showMore() {
    const mine = run;
    const from = list.children.length;
    more.disabled = true;
    try {
      await extend(from + STEP, mine);
      if (mine !== run) return;
      list.children[from].querySelector("a").focus();
      search.rememberShown(shown.wanted, list.children.length);
    } catch (fault) {
      if (mine === run) fail(fault);
    } finally {
      more.disabled = false;
    }
  }

  function readAddress() {
    const wanted = new URLSearchParams(location.search);
    search.fillForm(form, wanted);
    answer(Math.min(MOST, Math.max(STEP, Number.parseInt(wanted.get("shown"), 10) || 0)));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(search.wantedIn(form));
  });
  page.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.name !== "q") ask(search.wantedIn(form));
  });
  // Whoever steps into the form is about to search: the index is opened meanwhile, and a fault is told on searching.
  form.addEventListener("focusin", () => search.prepare(page), { once: true });
  more.addEventListener("click", showMore);
  page.addEventListener("click", (event) => {
    if (event.target.closest("[data-again]")) answer();
    const tool = event.target.closest("[data-copy], [data-export]");
    if (tool) search.takeAway(page, tool, extending).catch(fail);
    const year = event.target.closest("[data-year]")?.dataset.year;
    if (year) ask(search.changed(search.changed(search.wantedIn(form), "from", null, year), "to", null, year));
    const link = event.target.closest("a");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (list.contains(link)) search.rememberPlace(link);
    else if (link.href.split(/[?#]/)[0] === search.here() && !link.hash) {
      event.preventDefault();
      ask(new URLSearchParams(link.search));
      status.focus({ preventScroll: true }); // the link may be gone with the answer
    }
  });
  search.shownList = () => shown;
  window.addEventListener("popstate", readAddress);
  // Back to a page that the browser has kept as it was.
  window.addEventListener("pageshow", (event) => event.persisted && search.restorePlace(list));
  readAddress();
})();
