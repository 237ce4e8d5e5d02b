/* The library without a network: the service worker saves one edition on the reader's device, when asked, and answers
   its pages from there.

   caselaw/offline.py makes sw.js of this file and saving.js, and puts before them the line
   `const EDITION = {version, dates, files, size};`. The version is the hash of offline/files.json, the list of all files
   with the hash of each: so sw.js differs whenever any file does, and browsers notice it.

   Editions must never be mixed, a page of one with a script of another. That rests on three things:
   - What is answered is decided by what is saved (the record STATE), not by which worker answers. A newer worker may
     take over when browsers see fit, that is when all pages are closed, and goes on answering the old edition until the
     reader takes the new one. Hence no skipWaiting() and no claim(): nothing would be gained by them, and a page that
     came from the network would get its next script from the device.
   - An edition is collected beside the saved one, each file checked by its hash, and becomes the saved one by a single
     write when it is complete. A save that is interrupted leaves what was saved as it was, and goes on from there later.
   - A window that is open in that moment keeps the edition it began with (STATE.windows) until it is closed or moves on.
   A page that Back brings out of the browser's memory may escape the last rule; the parts of the search index, all that
   pages load later on, are named by their content, so that it is told of a missing part and never reads a wrong one.

   The record, the names of the caches and the messages are read by workers and pages of other editions: keep them. */
const SCOPE = self.registration.scope;
// Another library on the same host has another path. No path holds a space, so none begins like another.
const PREFIX = `caselaw ${new URL(SCOPE).pathname} `;
const STATE = `${PREFIX}state`; // the cache with the record {version, dates, windows: {id: version}}
const RECORD = `${SCOPE}offline/saved.json`; // its key there

const nameOf = (version) => PREFIX + version;
const find = (address, version) =>
  caches.match(address, { cacheName: nameOf(version), ignoreSearch: true, ignoreVary: true });

async function readState() {
  const record = await caches.match(RECORD, { cacheName: STATE });
  const state = record && (await record.json());
  return state && (await caches.has(nameOf(state.version))) ? state : null; // a browser may have made room
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(event));
});

async function answer(event) {
  const { request, clientId } = event;
  const state = await readState();
  if (!state) return fetch(request);
  const isPage = request.mode === "navigate";
  const version = (!isPage && state.windows[clientId]) || state.version;
  const saved = await find(fileOf(request.url), version);
  if (saved && (isPage || (await isSavedPage(clientId, version)))) {
    if (isPage) event.waitUntil(dropClosed(state));
    return saved;
  }
  try {
    return await fetch(request);
  } catch (fault) {
    if (saved) return saved;
    if (isPage) return answerUnknown(request.url, version);
    throw fault;
  }
}

function fileOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname + (pathname.endsWith("/") ? "index.html" : "");
}

// A page that is newer than the saved edition came from the network, and what belongs to it must come from there too.
async function isSavedPage(clientId, version) {
  const client = clientId && (await self.clients.get(clientId));
  return !client || Boolean(await find(fileOf(client.url), version));
}

async function answerUnknown(address, version) {
  const folder = `${fileOf(address)}/index.html`;
  if (await find(folder, version)) return Response.redirect(folder);
  const page = await find(`${SCOPE}404.html`, version);
  return new Response(page.body, { status: 404, headers: page.headers });
}
