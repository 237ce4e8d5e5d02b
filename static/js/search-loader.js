/* Opens the search index of a language, the same way from a web server and from a folder.

   The index is Pagefind's, wrapped into classic scripts by caselaw/pagefind_bundle.py. Each script hands its parts to
   caselawSearch.receive(); a script is added to the page when the first of its parts is asked for.

   caselawSearch.open("../search/en/") promises {pages, search}: the number of pages in the index, and Pagefind's own
   search(term, {filters, sort}) over them. */
(() => {
  "use strict";

  const caselawSearch = (window.caselawSearch = {});
  const bundles = new Map(); // by language: {base, parts, scripts, opened, fault}

  caselawSearch.receive = (language, parts) => Object.assign(bundles.get(language).parts, parts);

  caselawSearch.open = (base) => {
    const language = base.split("/").slice(-2)[0];
    let bundle = bundles.get(language);
    if (!bundle || bundle.fault) {
      bundle = { base, parts: {}, scripts: {}, fault: null };
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
    const { pages } = bundle.parts.start;
    if (!pages) return { pages, search: async () => ({ results: [] }) };
    await Promise.all(["engine.js", "wasm.js", "meta.js"].map((script) => load(bundle, script)));
    const engine = await caselawSearch.startEngine(bundle.parts.engine, (name) => read(bundle, name));
    return { pages, search: (term, options) => search(bundle, engine, term, options) };
  }

  // Where a chunk is missing, Pagefind tells the console and answers with fewer results. We answer with the fault.
  async function search(bundle, engine, term, options) {
    const answer = await engine.search(term, options);
    if (bundle.fault) throw bundle.fault;
    return answer;
  }

  function load(bundle, script, version = bundle.parts.start.version) {
    bundle.scripts[script] ||= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = `${bundle.base}${script}?${version}`;
      element.onload = resolve;
      element.onerror = () => reject(new Error(`${element.src} could not be loaded`));
      document.head.append(element);
    });
    return bundle.scripts[script];
  }

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
    const [, kind, hash] = /^(index|fragment|filter)\/.*_([0-9a-f]+)\./.exec(name) || [];
    if (kind === "index") return `index-${hash}.js`;
    if (kind === "fragment") return `fragments-${parseInt(hash.slice(-7), 16) % packs}.js`;
    if (kind === "filter") return "filters.js";
    return name.endsWith(".pf_meta") ? "meta.js" : name.startsWith("wasm.") ? "wasm.js" : "start.js";
  }
})();
