/* The kill switch (`offline: no` in site_config.yaml): browsers that saved the library find this in place of its
   service worker, delete what they saved and forget the worker.

   Here skipWaiting() is right: the broken worker must go while its pages are open, and this one answers nothing, so that
   from now on everything comes from the network. */
"use strict";

const PREFIX = `caselaw ${new URL(self.registration.scope).pathname} `;

async function removeAll() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(removeAll()));
// A page of the saved edition asks what there is: nothing any more.
self.addEventListener("message", (event) => {
  event.waitUntil(removeAll().then(() => event.ports[0].postMessage({ off: true })));
});
