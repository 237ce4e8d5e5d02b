/* Opens the search, the same way from a web server and from a folder.

   The index is Pagefind's and ours, wrapped into classic scripts by caselaw/pagefind_bundle.py. Each script hands its parts
   to caselawSearch.receive(); a script is added to the page when the first of its parts is asked for.

   caselawSearch.open(page) promises {cases, find, show, count, references}: the number of cases, the search of
   search/core.js, and references() which promises what search-numbers.js and search-articles.js need. `page` is the element
   of the search: its data-index is the folder of the index, data-tree the language of the reader. */
(() => {
  "use strict";

  const caselawSearch = (window.caselawSearch = {});
  let library = null; // {base, own, common, parts, scripts, opened, engine, fault}

  caselawSearch.receive = (parts) => Object.assign(library.parts, parts);

  caselawSearch.open = (page) => {
    if (!library || library.fault) {
      const { index, tree, common } = page.dataset;
      library = { base: index, own: tree, common, parts: {}, scripts: new Map(), engine: null, fault: null };
      const mine = library;
      library.opened = start(library).catch((fault) => {
        mine.fault = fault;
        throw fault;
      });
    }
    return library.opened;
  };

  async function start(bundle) {
    // The start must be the newest one; its version then keeps all other scripts of one build together.
    await load(bundle, "start.js", Date.now());
    const { start: started } = bundle.parts;
    const languages = Object.keys(started.languages);
    if (!languages.length) return { cases: 0 };
    const own = languages.includes(bundle.own) ? bundle.own : languages[0];
    const addOwn = (name) => caselawSearch.addScript(`${bundle.base}../static/js/search-${name}.js`);
    const engine = async () => {
      await Promise.all([addOwn("core"), load(bundle, "engine.js")]);
      const known = { ...started, common: caselawSearch.bare(bundle.common).split(" ") };
      return caselawSearch.startEngine(bundle.parts.engine, (name) => read(bundle, name), known);
    };
    // Where a chunk is missing, Pagefind answers with fewer results or a fault of its own. We tell what was missing.
    const ask = async (method, args) => {
      bundle.engine ||= engine();
      const answer = await bundle.engine
        .then((running) => running[method](...args))
        .catch((fault) => Promise.reject((bundle.fault ||= fault)))
        .finally(() => bundle.fault && bundle.engine.then((running) => running.stop?.()).catch(() => {}));
      if (bundle.fault) throw bundle.fault;
      return answer;
    };
    // What every search for words needs.
    const forWords = ["wasm.js", ...languages.filter((one) => one !== own).map((one) => `${one}/words.js`)];
    return {
      cases: started.cases,
      find: (request, count) => {
        // All that this search will ask for is fetched at once, not one after the other.
        const { clauses, required, chosen, years } = request;
        const filtered = required.length || years || Object.keys(chosen).length;
        const scripts = [`${own}/meta.js`, ...(clauses.length ? forWords : []), ...(filtered ? ["facets.js"] : [])];
        for (const script of scripts) load(bundle, script).catch(() => {});
        return ask("find", [{ ...request, own }, count]);
      },
      show: (...args) => ask("show", args),
      count: () => ask("count", []),
      references: async () => {
        await Promise.all(["numbers", "articles"].map(addOwn));
        return read(bundle, "references");
      },
      // Fetched while the reader still types.
      prepare: () =>
        Promise.all([
          addOwn("core"),
          ...["engine.js", `${own}/meta.js`, ...forWords].map((script) => load(bundle, script)),
        ]),
    };
  }

  // Adds a script to the page, once as far as `added` knows (address → promise).
  const addOnce = (added, address) => {
    if (!added.has(address)) {
      const adding = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = resolve;
        element.onerror = () => reject(new Error(`${element.src} could not be loaded`));
        document.head.append(element);
      });
      added.set(address, adding);
      adding.catch(() => added.delete(address)); // so that the next call tries again
    }
    return added.get(address);
  };

  // A script of the site itself; those of an index belong to their bundle, which is opened anew after a fault.
  const ownScripts = new Map();
  caselawSearch.addScript = (address) => addOnce(ownScripts, address);

  const load = (bundle, script, version = bundle.parts.start.version) =>
    addOnce(bundle.scripts, `${bundle.base}${script}?${version}`);

  async function read(bundle, name) {
    try {
      if (!(name in bundle.parts)) await load(bundle, scriptOf(name, bundle.parts.start.languages));
      if (!(name in bundle.parts)) throw new Error(`the search index has no ${name}`);
    } catch (fault) {
      bundle.fault = fault;
      throw fault;
    }
    return bundle.parts[name];
  }

  // Which script brings a part; pagefind_bundle.py distributes the parts by the same rule.
  function scriptOf(name, languages) {
    const [, language, kind, hash] = /^(\w+)\/(index|fragment)\/.*_([0-9a-f]+)\./.exec(name) || [];
    if (kind === "index") return `${language}/index-${hash}.js`;
    if (kind === "fragment")
      return `${language}/fragments-${parseInt(hash.slice(-7), 16) % languages[language].packs}.js`;
    const [, folder, rest] = /^(\w+\/)?(.*)$/.exec(name);
    return folder && rest !== "words" ? `${folder}meta.js` : `${name}.js`;
  }
})();
