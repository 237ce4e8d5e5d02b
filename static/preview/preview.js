/* Brings the preview up to date: the server says when a page was made anew, and when the mistakes have changed.

   A tab that nobody sees does not listen, since browsers allow few connections that stay open. */
(() => {
  "use strict";

  const { kind, number, language } = document.currentScript.dataset;
  const kept = `caselaw-preview:${location.pathname}`;
  let listening = null;
  let said = null; // which state of the mistakes the panel shows

  // Readers stay where they were in a page that comes anew.
  const place = sessionStorage.getItem(kept);
  if (place !== null) {
    sessionStorage.removeItem(kept);
    history.scrollRestoration = "auto";
    scrollTo({ top: Number(place), behavior: "instant" });
  }

  function takeAnew() {
    listening.close();
    sessionStorage.setItem(kept, String(scrollY));
    history.scrollRestoration = "manual"; // by itself, a browser goes to what it takes for the same element
    location.reload();
  }

  async function showPanel() {
    const answer = await fetch(`/_preview/panel.html?language=${language}`);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview-panel");
    const shown = document.getElementById("preview-panel");
    if (!fresh || !shown || fresh.textContent === shown.textContent) return;
    // A list that was folded stays so while there is nothing new in it.
    const [list, former] = [fresh, shown].map((panel) => panel.querySelector("details"));
    if (list && former && list.textContent === former.textContent) list.open = former.open;
    shown.replaceWith(document.adoptNode(fresh));
  }

  function hear(event) {
    const now = JSON.parse(event.data);
    if (String(now[kind]) !== number) {
      takeAnew();
    } else if (String(now.problems) !== said) {
      said = String(now.problems);
      showPanel();
    }
  }

  function listen() {
    if (listening) listening.close();
    listening = null;
    if (document.hidden) return;
    listening = new EventSource("/_preview/events");
    listening.onmessage = hear;
  }

  // A copy that a service worker of an earlier site at this address saved would be shown for ever.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.getRegistrations().then((found) => found.forEach((one) => one.unregister()));
  }
  document.addEventListener("visibilitychange", listen);
  listen();
})();
