/* Runs the search in a worker, so that the page stays responsive, or in the page where a browser refuses the worker.

   caselawSearch.startEngine(engine, read, start) promises {find, show, count} of search/core.js. `engine` is Pagefind as a
   function (engine.js of the index), read(name) promises a part of the search, `start` is what start.js says and the common
   words. Without a server a worker starts from a Blob only and cannot read files. */
(() => {
  "use strict";

  const { makeCore, openFacets, ...tools } = window.caselawSearch;
  const parts = ["openLibrary", "openTexts", "openForms", "openTerms", "excerpt"];

  window.caselawSearch.startEngine = (engine, read, start) =>
    startWorker(engine, read, start).catch(() =>
      makeCore(tools.openLibrary(engine, read, start, tools), start, openFacets),
    );

  // Runs in the worker: answers {id, method, args} by {id, value} or {id, fault}, and asks for parts by {file, name}.
  function serve(engine, start, makeCore, openFacets, tools) {
    const files = [];
    const read = (name) => {
      const file = files.length;
      self.postMessage({ file, name });
      return new Promise((resolve, reject) => files.push({ resolve, reject }));
    };
    const core = makeCore(tools.openLibrary(engine, read, start, tools), start, openFacets);
    let turn = Promise.resolve(); // one search at a time: Pagefind's program is one for all of them
    self.onmessage = ({ data: { file, part, id, method, args, fault } }) => {
      if (part) return files[file].resolve(part);
      if (fault) return files[file].reject(new Error(fault));
      turn = turn
        .then(() => core[method](...args))
        .then(
          (value) => self.postMessage({ id, value }),
          (error) => self.postMessage({ id, fault: error.message }),
        );
      return turn;
    };
    self.postMessage({ ready: true });
  }

  function startWorker(engine, read, start) {
    return new Promise((resolve, reject) => {
      const named = parts.map((name) => `${name}: ${tools[name]}`).join(", ");
      const given = [engine, JSON.stringify(start), makeCore, openFacets, `{${named}}`].join(", ");
      const source = `"use strict"; (${serve})(${given});`;
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(address);
      const calls = new Map();
      let last = 0;

      const call =
        (method) =>
        (...args) =>
          new Promise((done, failed) => {
            calls.set(++last, { done, failed });
            worker.postMessage({ id: last, method, args });
          });

      worker.onmessage = (event) => {
        const { ready, file, name, id, value, fault } = event.data;
        if (ready) {
          URL.revokeObjectURL(address);
          const stop = () => worker.terminate();
          return resolve({ find: call("find"), show: call("show"), count: call("count"), stop });
        }
        if (name) {
          return read(name).then(
            (part) => worker.postMessage({ file, part }),
            (error) => worker.postMessage({ file, fault: error.message }),
          );
        }
        const { done, failed } = calls.get(id);
        calls.delete(id);
        return fault === undefined ? done(value) : failed(new Error(fault));
      };

      worker.onerror = (event) => {
        event.preventDefault();
        const error = new Error(event.message || "the worker did not start");
        reject(error);
        for (const { failed } of calls.values()) failed(error);
      };
    });
  }
})();
