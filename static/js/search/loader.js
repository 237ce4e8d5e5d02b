/* Opens the search index of a language, the same way from a web server and from a folder.

   The index is Pagefind's and ours, wrapped into classic scripts by caselaw/pagefind_bundle.py. Each script hands its parts
   to caselawSearch.receive(); a script is added to the page when the first of its parts is asked for.

   caselawSearch.open("../search/en/") promises {pages, find, show, count, references}: the number of cases in the index, the search
   of search/core.js, and references() which promises what search-numbers.js and search-articles.js need. */
(() => {
  "use strict";

  const caselawSearch = (window.caselawSearch = {});
  const bundles = new Map(); // by language: {base, parts, scripts, opened, engine, fault}

  caselawSearch.receive = (language, parts) => Object.assign(bundles.get(language).parts, parts);

  caselawSearch.open = (base) => {
    const language = base.split("/").slice(-2)[0];
    let bundle = bundles.get(language);
    if (!bundle || bundle.fault) {
      bundle = { base, parts: {}, scripts: new Map(), engine: null, fault: null };
      bundles.set(language, bundle);
      bundle.opened = start(bundle).catch((fault) => {
        bundle.fault = fault;
        throw fault;
      });
    }
    return bundle.opened;
  };

  async function start(bundle) {
    // The start must be the newest one; its version then keeps all other scripts of one build together.
    await load(bundle, "start.js", Date.now());
    const { start: started } = bundle.parts;
    if (!started.pages) return { pages: 0 };
    const addOwn = (name) => caselawSearch.addScript(`${bundle.base}../../static/js/search-${name}.js`);
    const engine = async () => {
      await Promise.all([addOwn("core"), load(bundle, "engine.js")]);
      return caselawSearch.startEngine(bundle.parts.engine, (name) => read(bundle, name), started);
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
    return {
      pages: started.pages,
      find: (request, count) => {
        // All that this search will ask for is fetched at once, not one after the other.
        const { clauses, required, chosen, years } = request;
        const filtered = required.length || years || Object.keys(chosen).length;
        const scripts = ["meta.js", ...(clauses.length ? ["wasm.js"] : []), ...(filtered ? ["facets.js"] : [])];
        for (const script of scripts) load(bundle, script).catch(() => {});
        return ask("find", [request, count]);
      },
      show: (...args) => ask("show", args),
      count: () => ask("count", []),
      references: async () => {
        await Promise.all(["numbers", "articles"].map(addOwn));
        return read(bundle, "references");
      },
      // What every search for words needs, fetched while the reader still types.
      prepare: () =>
        Promise.all([addOwn("core"), ...["engine.js", "wasm.js", "meta.js"].map((script) => load(bundle, script))]),
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
      if (!(name in bundle.parts)) await load(bundle, scriptOf(name, bundle.parts.start.packs));
      if (!(name in bundle.parts)) throw new Error(`the search index has no ${name}`);
    } catch (fault) {
      bundle.fault = fault;
      throw fault;
    }
    return bundle.parts[name];
  }

  // Which script brings a part; pagefind_bundle.py distributes the parts by the same rule.
  function scriptOf(name, packs) {
    const [, kind, hash] = /^(index|fragment)\/.*_([0-9a-f]+)\./.exec(name) || [];
    if (kind === "index") return `index-${hash}.js`;
    if (kind === "fragment") return `fragments-${parseInt(hash.slice(-7), 16) % packs}.js`;
    if (name === "facets" || name === "references") return `${name}.js`;
    return name.endsWith(".pf_meta") || name === "order"
      ? "meta.js"
      : name.startsWith("wasm.")
        ? "wasm.js"
        : "start.js";
  }
})();
