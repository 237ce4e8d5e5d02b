/* Runs Pagefind in a worker, so that the page stays responsive, or in the page where a browser refuses the worker.

   caselawSearch.startEngine(engine, read) promises {search}: Pagefind's own search(term, {filters, sort}), whose
   results have data(). `engine` is Pagefind as a function (engine.js of the index) and read(name) promises the content
   of one of Pagefind's files in base64. Without a server a worker starts from a Blob only and cannot read files. */
(() => {
  "use strict";

  window.caselawSearch.startEngine = (engine, read) =>
    startWorker(engine, read).catch(() => openPagefind(engine, read));

  // This function and serve() stand alone, because their text goes into the worker.
  function openPagefind(engine, read) {
    const folder = "/bundle/"; // what Pagefind believes to be the place of its files
    const respond = (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return {
        arrayBuffer: async () => bytes.buffer,
        json: async () => JSON.parse(new TextDecoder().decode(bytes)),
      };
    };
    const fetch = (address) => read(address.slice(folder.length).split("?")[0]).then(respond);
    // Who types a case number wants that case before those that mention it. The word "everything" stands in the metadata
    // of each page (components/search-metadata.html) and must not rank.
    const ranking = { metaWeights: { everything: 0, number: 10, title: 5 } };
    return engine(fetch, undefined, folder).createInstance({ basePath: folder, baseUrl: "/", ranking });
  }

  // Runs in the worker: answers {id, method, args} by {id, value} or {id, fault}, and asks for files by {file, name}.
  function serve(engine, open) {
    const files = [];
    const searches = new Map(); // id of a recent search: its results
    const pagefind = open(engine, (name) => {
      const file = files.length;
      self.postMessage({ file, name });
      return new Promise((resolve, reject) => files.push({ resolve, reject }));
    });
    const methods = {
      search: async (id, term, options) => {
        const answer = await pagefind.search(term, options);
        searches.set(id, answer.results);
        if (searches.size > 8) searches.delete(searches.keys().next().value);
        return { ...answer, results: answer.results.map(({ data, ...result }) => result) };
      },
      data: (id, search, place) => searches.get(search)[place].data(),
    };
    self.onmessage = async (event) => {
      const { file, base64, id, method, args, fault } = event.data;
      if (base64) return files[file].resolve(base64);
      if (fault) return files[file].reject(new Error(fault));
      return methods[method](id, ...args).then(
        (value) => self.postMessage({ id, value }),
        (error) => self.postMessage({ id, fault: error.message }),
      );
    };
    self.postMessage({ ready: true });
  }

  function startWorker(engine, read) {
    return new Promise((resolve, reject) => {
      const source = `"use strict"; (${serve})(${engine}, ${openPagefind});`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      const calls = new Map();
      let last = 0;

      const call = (method, ...args) =>
        new Promise((done, failed) => {
          calls.set(++last, { done, failed });
          worker.postMessage({ id: last, method, args });
        });

      const search = async (term, options) => {
        const answering = call("search", term, options);
        const id = last;
        const answer = await answering;
        for (const [place, result] of answer.results.entries()) result.data = () => call("data", id, place);
        return answer;
      };

      worker.onmessage = (event) => {
        const { ready, file, name, id, value, fault } = event.data;
        if (ready) return resolve({ search });
        if (name) {
          return read(name).then(
            (base64) => worker.postMessage({ file, base64 }),
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
