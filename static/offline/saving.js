/* Saving an edition: the part of the service worker that obeys the page en/offline.html (static/js/offline.js).

   The page sends "describe" or "save" with a port, where it is answered with what the function of that name returns, or
   with {fault, detail}. A save goes on for a moment only and is asked for again and again: browsers stop a worker that is
   busy for minutes, and where the page is closed nothing goes on behind the reader's back. */

const LIST = `${SCOPE}offline/files.json`;
const DOWNLOADS = 6; // at a time
const STEP = 1500; // milliseconds that one order to save takes

const ORDERS = { describe, save };

self.addEventListener("message", (event) => {
  const order = Promise.resolve().then(() => ORDERS[event.data]());
  event.waitUntil(order.catch(explain).then((value) => event.ports[0].postMessage(value)));
});

function explain(error) {
  const fault = error.fault || (error.name === "QuotaExceededError" ? "storage" : "other");
  return { fault, detail: error.message };
}

async function describe() {
  return { edition: EDITION, saved: await readState() };
}

// Saves for the time of a step; the last one makes the edition the saved one.
async function save() {
  const state = await readState();
  const total = EDITION.files;
  if (state && state.version === EDITION.version) return { saved: total, total, done: true };
  const cache = await caches.open(nameOf(EDITION.version));
  const files = await readList(cache);
  const former = state ? await (await find(LIST, state.version)).json() : {};
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.keys(files).filter((path) => !there.has(SCOPE + path));
  const end = Date.now() + STEP;
  const saveSome = async () => {
    while (missing.length && Date.now() < end) {
      const path = missing.shift();
      const unchanged = files[path] === former[path] && (await find(SCOPE + path, state.version));
      await cache.put(SCOPE + path, unchanged || (await download(path, files[path])));
    }
  };
  await Promise.all(Array.from({ length: DOWNLOADS }, saveSome));
  if (!missing.length) await exchange(state);
  return { saved: total - missing.length, total, done: !missing.length };
}

async function readList(cache) {
  const list = (await cache.match(LIST)) || (await download("offline/files.json", EDITION.version));
  await cache.put(LIST, list.clone());
  return list.json();
}

async function download(path, hash) {
  const failed = (fault) => Object.assign(new Error(path), { fault });
  // "reload": a server that tells files apart by date and size alone might let the browser keep that of another edition.
  const response = await fetch(SCOPE + path, { cache: "reload" }).catch(() => Promise.reject(failed("network")));
  const content = await response.arrayBuffer().catch(() => Promise.reject(failed("network")));
  // Also while the server is just getting another edition, or where a hotel's log-in page answers instead of it.
  if (!response.ok || !response.url.startsWith(SCOPE) || (await hashOf(content)) !== hash) throw failed("file");
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name); // no longer true of it
  return new Response(content, { headers });
}

async function hashOf(content) {
  const digest = await crypto.subtle.digest("SHA-256", content);
  return Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function exchange(state) {
  // Nothing is saved under "network": what is open before the first edition is saved goes on coming from there.
  const before = state || { version: "network", windows: {} };
  const windows = {};
  for (const id of await openWindows()) windows[id] = before.windows[id] || before.version;
  const { version, dates } = EDITION;
  const record = new Response(JSON.stringify({ version, dates, windows }));
  await (await caches.open(STATE)).put(RECORD, record);
  const needed = [STATE, ...[version, ...Object.values(windows)].map(nameOf)];
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !needed.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function openWindows() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.map((client) => client.id);
}

// Deletes the editions that were kept only for windows that are closed by now.
async function dropClosed(state) {
  const former = Object.entries(state.windows);
  if (!former.length) return;
  const open = new Set(await openWindows());
  const needed = new Set([state.version]);
  for (const [id, version] of former) if (open.has(id)) needed.add(version);
  for (const [, version] of former) if (!needed.has(version)) await caches.delete(nameOf(version));
}
