/* "Use without a network": saves the library on the reader's device when asked, and never by itself. The service worker
   (static/offline) does the work; texts are attributes of the panel (templates/components/offline-panel.html).

   Nothing is registered before the reader presses the button. Which editions there are is asked of the newest worker,
   or read from offline/edition.js where there is none. */
(() => {
  "use strict";

  const panel = document.querySelector("[data-offline]");
  if (!panel) return;

  const { root, language, offered } = panel.dataset;
  const scope = new URL(root, location.href).href;
  const part = (name) => panel.querySelector(`[data-part=${name}]`);
  const [status, save, remove, progress] = ["status", "save", "remove", "progress"].map(part);
  const PATIENCE = 300000; // milliseconds: then browsers have stopped a worker that has not answered
  let saving = false;
  let known = null; // {edition, saved}: what the server offers and what this device holds

  const text = (name, values = {}) => panel.dataset[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  const dateOf = ({ dates }) => dates[language] || Object.values(dates)[0];
  const number = (value, digits = 0) =>
    value.toLocaleString(document.documentElement.lang, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const say = (...sentences) => (status.textContent = sentences.join(" "));

  function showButtons() {
    const { edition, saved } = known;
    save.hidden = Boolean(saved && saved.version === edition.version);
    save.disabled = false;
    save.textContent = text(saving ? "stop" : saved ? "take" : "save", { size: number(edition.size / 1e6, 1) });
    remove.hidden = saving || !saved;
    progress.hidden = !saving;
  }

  function showKnown() {
    const { edition, saved } = known;
    if (!saved) say(text("none"));
    else if (saved.version === edition.version) say(text("saved", { date: dateOf(saved) }));
    else say(text("saved", { date: dateOf(saved) }), text("newer", { date: dateOf(edition) }));
    showButtons();
  }

  function showProgress({ saved, total }) {
    Object.assign(progress.querySelector("progress"), { max: total, value: saved });
    progress.querySelector("span").textContent = text("progress", { n: number(saved), total: number(total) });
  }

  // The registration of a library in the folder above would be found as well.
  async function registered() {
    const found = await navigator.serviceWorker.getRegistration(scope);
    return found && found.scope === scope ? found : null;
  }

  function newestWorker({ installing, waiting, active }) {
    const worker = installing || waiting || active;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (worker.state === "redundant") reject(new Error(worker.state));
        else if (worker.state !== "installing") resolve(worker);
      };
      worker.addEventListener("statechange", look);
      look();
    });
  }

  function ask(worker, order) {
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const timer = setTimeout(() => reject(new Error("the service worker does not answer")), PATIENCE);
      port1.onmessage = ({ data }) => {
        clearTimeout(timer);
        if (data.fault) reject(Object.assign(new Error(data.detail), data));
        else resolve(data);
      };
      worker.postMessage(order, [port2]);
    });
  }

  function readEdition() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}offline/edition.js?${Date.now()}`;
      script.onload = () => resolve({ edition: window.caselawEdition, saved: null });
      script.onerror = () => reject(Object.assign(new Error(script.src), { fault: "network" }));
      document.head.append(script);
    });
  }

  async function look() {
    const registration = await registered();
    if (registration) await registration.update().catch(() => {}); // without a network the worker that is there answers
    known = await (registration ? ask(await newestWorker(registration), "describe") : readEdition());
    if (known.off) return say(text("off"));
    return showKnown();
  }

  async function saveAll() {
    saving = true;
    say(text("saving"));
    showProgress({ saved: 0, total: known.edition.files });
    showButtons();
    const registration = (await registered()) || (await navigator.serviceWorker.register(`${root}sw.js`, { scope }));
    const worker = await newestWorker(registration);
    for (let step = {}; saving && !step.done; showProgress(step)) step = await ask(worker, "save");
    const stopped = !saving;
    saving = false;
    known = await ask(worker, "describe");
    showKnown();
    if (stopped && !save.hidden) say(text("stopped"));
    else status.focus(); // the button that had the focus is gone
  }

  async function removeAll() {
    const prefix = `caselaw ${new URL(scope).pathname} `; // as in static/offline/answering.js
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    await Promise.all(names.map((name) => caches.delete(name)));
    const registration = await registered();
    if (registration) await registration.unregister();
  }

  // What happened, and what works none the less.
  function fail(error) {
    saving = false;
    const name = ["network", "storage", "file"].includes(error.fault) ? error.fault : "fault";
    say(text(name, { detail: error.message }), text(known && known.saved ? "kept" : "still"));
    if (known) showButtons();
  }

  const press = (button, action) => button.addEventListener("click", () => action().catch(fail));
  press(save, async () => {
    if (!saving) return saveAll();
    saving = false;
    save.disabled = true; // until the step under way has ended
  });
  press(remove, async () => {
    await removeAll();
    known.saved = null;
    showKnown();
    say(text("removed"));
    save.focus();
  });

  if (!location.protocol.startsWith("http")) say(text("folder"));
  else if (!navigator.serviceWorker || !window.caches) say(text("unable"));
  else if (offered === "no") removeAll().then(() => say(text("off")), fail);
  else look().catch(fail);
})();
