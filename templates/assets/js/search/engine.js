/**
 * Finds pages: `dossier.search.find(term, wish)`. On the web the engine is loaded as it is; from disk, where a page may
 * fetch nothing, the same engine is given the same bytes by scripts. Who asks does not notice the difference.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var say = window.dossier.say;
  var root = new URL("../", document.currentScript.src);
  var WORKER_PATIENCE = 8000;
  var MIXED = say("The files of the search index come from two editions. Unpack the whole dossier into an empty folder.");
  var MISSING = say("The search index is missing from this copy, or a part of it is.");
  var scripts = new Map();
  var stored = new Map();
  var manifest = null;
  var factory = null;
  var engines = new Map();
  var thread = "";
  var fault = null;

  // ---- files as scripts ----

  /** @param {string} path of a script, from the root of the site @returns {Promise<void>} */
  function load(path) {
    if (!scripts.has(path)) {
      scripts.set(path, new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.async = false; // they run in the order asked for: the manifest before what has to belong to it
        script.src = new URL(path, root).href;
        script.addEventListener("load", function () { script.remove(); done(); });
        script.addEventListener("error", function () { script.remove(); scripts.delete(path); failed(new Error(MISSING)); });
        document.head.append(script);
      }));
    }
    return scripts.get(path);
  }

  /** @param {string} text base64 @returns {Uint8Array} */
  function bytesOf(text) {
    return Uint8Array.from(atob(text), function (letter) { return letter.charCodeAt(0); });
  }

  /** @param {string} path as Pagefind names it @returns {string} the script that holds it */
  function holderOf(path) {
    if (path.indexOf("fragment/") !== 0) { return path; }
    var stem = path.slice("fragment/".length).split(".")[0];
    return "fragment/" + (manifest.width ? stem.slice(-manifest.width) : "all");
  }

  /** @param {string} path as Pagefind names it @returns {Promise<Uint8Array>} */
  function readFromDisk(path) {
    return load("pagefind-offline/" + holderOf(path) + ".js").then(function () {
      if (!stored.has(path)) { throw fault || new Error(MISSING); }
      return bytesOf(stored.get(path));
    }).catch(function (found) {
      // The engine would take a chunk it cannot read for an empty one. One page less is told with the answer.
      if (path.indexOf("fragment/") !== 0) { fault = fault || found; }
      throw found;
    });
  }

  // ---- the engine from disk; these two also travel as text into the worker ----

  /** The engine with a `fetch` that reads `/index/…` by `read` and reaches nothing else. */
  function engineFromDisk(make, language, read) {
    var page = { currentScript: null, querySelector: function () { return { getAttribute: function () { return language; } }; } };
    function fetchFromDisk(address) {
      var path = String(address).split("?")[0];
      if (path.indexOf("/index-on-disk/") !== 0) { return Promise.reject(new TypeError("not in the index: " + path)); }
      return read(path.slice("/index-on-disk/".length)).then(function (bytes) { return new Response(bytes); });
    }
    var engine = make(fetchFromDisk, undefined, page, {});
    return Promise.resolve(engine.options({ basePath: "/index-on-disk/", baseUrl: "/", noWorker: true }))
      .then(function () { return engine; });
  }

  function workerMain(make, start, answering, folding, language) {
    var waiting = new Map();
    var asked = 0;
    var ready = start(make, language, function (path) {
      asked += 1;
      return new Promise(function (done, failed) {
        waiting.set(asked, { done: done, failed: failed });
        self.postMessage({ need: path, id: asked });
      });
    }).then(function (engine) { return answering(engine, folding()); });
    self.onmessage = function (event) {
      var message = event.data;
      if (message.given) {
        var wait = waiting.get(message.given);
        waiting.delete(message.given);
        if (message.bytes) { wait.done(message.bytes); } else { wait.failed(new Error(message.fault)); }
        return;
      }
      ready.then(function (engine) { return engine.ask(message.term, message.wish); }).then(
        function (answer) { self.postMessage({ id: message.id, answer: answer }); },
        function (found) { self.postMessage({ id: message.id, fault: String(found && found.message || found) }); }
      );
    };
  }

  function onWorker(language) {
    var code = "(" + [workerMain, "(" + factory + "," + engineFromDisk + "," + search.answering + "," + search.folding + "," + JSON.stringify(language) + ")"].join(")");
    var address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    var worker = new Worker(address);
    var waiting = new Map();
    var asked = 0;
    worker.addEventListener("message", function (event) {
      var message = event.data;
      if (message.need) {
        readFromDisk(message.need).then(function (bytes) { worker.postMessage({ given: message.id, bytes: bytes }, [bytes.buffer]); },
          function (found) { worker.postMessage({ given: message.id, fault: found.message }); });
        return;
      }
      var wait = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.fault) { wait.failed(new Error(message.fault)); } else { wait.done(message.answer); }
    });
    function ask(term, wish) {
      asked += 1;
      return new Promise(function (done, failed) {
        waiting.set(asked, { done: done, failed: failed });
        worker.postMessage({ id: asked, term: term, wish: wish });
      });
    }
    // A worker that the page's rules refuse says nothing, or says "error": the first question must be answered in time.
    return new Promise(function (done, failed) {
      var timer = setTimeout(failed, WORKER_PATIENCE, new Error("the worker does not answer"));
      worker.addEventListener("error", failed);
      ask(null, { count: 0 }).then(function () { done({ ask: ask }); }, failed).finally(function () { clearTimeout(timer); });
    }).then(function (engine) { thread = "worker"; return engine; }, function (found) { worker.terminate(); throw found; })
      .finally(function () { URL.revokeObjectURL(address); });
  }

  function onPage(language) {
    return engineFromDisk(factory, language, readFromDisk).then(function (engine) {
      thread = "page";
      return search.answering(engine, search.folding());
    });
  }

  function fromDisk(language) {
    // Asked for together: one after the other each costs a turn of the page.
    return Promise.all(["manifest", "engine", "pagefind-entry.json"].map(function (name) { return load("pagefind-offline/" + name + ".js"); })).then(function () {
      if (!factory) { throw fault || new Error(MISSING); }
      return new Promise(function (done) { done(onWorker(language)); }).catch(function () {
        if (fault) { throw fault; }
        return onPage(language);
      });
    });
  }

  // ---- the engine from the web ----

  function fromWeb() {
    return import(new URL("pagefind/pagefind.js", root).href).then(function (engine) {
      return Promise.resolve(engine.options({ baseUrl: "/" })).then(function () {
        thread = "web";
        return search.answering(engine, search.folding());
      });
    });
  }

  /** @returns {Promise<{ask: Function}>} a copy from the zip, served on the web, has the form for disk alone */
  function engineFor(language) {
    if (!engines.has(language)) {
      var start = location.protocol === "file:" ? fromDisk(language) : fromWeb().catch(function () { return fromDisk(language); });
      engines.set(language, start.catch(function (found) { engines.delete(language); throw found; }));
    }
    return engines.get(language);
  }

  /** The engine for the words of this site, begun once. */
  function own() {
    return engineFor((document.documentElement.dataset.language || "unknown").toLowerCase());
  }

  /** Whether files of this build belong to the manifest; that some do not is remembered, and told. */
  function belongs(build) {
    if (manifest !== null && manifest.build === build) { return true; }
    fault = new Error(MIXED);
    return false;
  }

  /**
   * @param {string|null} term null finds every page
   * @param {object} wish chosen {facet: [value]}, sort {key: "asc"|"desc"}, from, count, names {any, exact}, onlyNames
   * @returns {Promise<{total: number, facets: object, scores: number[], items: object[], unread: number}>}
   */
  function find(term, wish) {
    return own().then(function (engine) {
      return engine.ask(term, wish || {});
    }).then(function (answer) {
      if (fault) { throw fault; }
      if (answer.unread && !answer.items.length) { throw new Error(MISSING); }
      return answer;
    });
  }

  Object.assign(search, {
    find: find,
    /** Begins to load the engine; what fails is told to who asks. */
    begin: function () { own().catch(function () {}); },
    load: load,
    /** @param {string} url of a page as the engine gives it @param {string} [id] of a place on it @returns {string} */
    href: function (url, id) { return new URL(url.replace(/^\/+/, ""), root).href + (id ? "#" + encodeURIComponent(id) : ""); },
    /** @returns {string} where the engine runs: "web", "worker" or "page" */
    thread: function () { return thread; },
    manifest: function (about) { manifest = about; },
    engine: function (_version, build, make) { if (belongs(build)) { factory = make; } },
    put: function (build, files) {
      if (!belongs(build)) { return; }
      Object.keys(files).forEach(function (path) { stored.set(path, files[path]); });
    },
  });
}());
