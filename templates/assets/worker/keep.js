/**
 * Stands between the pages of this dossier and the network, for the time without one. A saved edition answers first, and
 * whole: no page of it comes from another build. Without one the network answers, and where that fails, what was seen.
 * Caches are named by the path of the site, since dossiers of one host share its storage; no other is looked at.
 */
(function () {
  "use strict";
  var home = new URL("./", self.location.href);
  var own = "dossier|" + home.pathname + "|";
  var SEEN = own + "seen";
  var STATE = own + "state";
  var MOST_SEEN = 500;
  var lost = null;

  /** @returns {Promise<{now?: string, before?: string}>} the editions that are kept, by their digests */
  function kept() {
    return caches.open(STATE).then(function (cache) { return cache.match(home); })
      .then(function (found) { return found ? found.json() : {}; });
  }

  /** @param {string} edition @returns {string} the name of its cache */
  function cacheOf(edition) { return own + "edition " + edition; }

  /** @param {string} address @returns {string[]} the files that may stand for it, as servers take it */
  function filesFor(address) {
    var url = new URL(address);
    var path = url.origin + url.pathname;
    if (path.slice(-1) === "/") { return [path + "index.html"]; }
    return /\.[a-z0-9_-]+$/i.test(url.pathname) ? [path] : [path, path + ".html", path + "/index.html"];
  }

  /** @param {string[]} names of caches @param {string[]} files @returns {Promise<Response|undefined>} the first found */
  function firstIn(names, files) {
    var pairs = [];
    names.forEach(function (name) { files.forEach(function (file) { pairs.push([name, file]); }); });
    return pairs.reduce(function (found, pair) {
      return found.then(function (answer) { return answer || caches.match(pair[1], { cacheName: pair[0], ignoreVary: true }); });
    }, Promise.resolve(undefined));
  }

  /** What the network answers, of which a copy is kept; where there is none, the copy. */
  function seen(request, files) {
    return fetch(request).then(function (answer) {
      if (answer.ok && answer.type === "basic" && !answer.redirected) { return keep(files[0], answer.clone()).then(function () { return answer; }); }
      return answer;
    }, function (fault) {
      return firstIn([SEEN], files).then(function (answer) {
        if (answer) { return answer; }
        if (request.mode === "navigate") { return away(); }
        throw fault;
      });
    });
  }

  /** Keeps a copy, and lets go of the oldest where they are many; a full disk is no reason to show nothing. */
  function keep(file, answer) {
    return caches.open(SEEN).then(function (cache) {
      return cache.delete(file).then(function () { return cache.put(file, answer); }).then(function () { return cache.keys(); })
        .then(function (all) { return Promise.all(all.slice(0, Math.max(0, all.length - MOST_SEEN)).map(function (old) { return cache.delete(old); })); });
    }).catch(function () {});
  }

  function away() {
    return new Response(lost, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }

  function answer(request) {
    var files = filesFor(request.url);
    return kept().then(function (state) {
      if (!state.now) { return seen(request, files); }
      // Parts of a page that was opened before the exchange come from the edition that it belongs to.
      var names = request.mode === "navigate" || !state.before ? [state.now] : [state.now, state.before];
      return firstIn(names.map(cacheOf), files).then(function (found) { return found || seen(request, files); });
    });
  }

  /** Lets go of the edition before, once no page of it can be open. */
  function tidy() {
    return Promise.all([kept(), self.clients.matchAll({ type: "window" })]).then(function (found) {
      var state = found[0];
      if (!state.before || found[1].length > 1) { return null; }
      return caches.delete(cacheOf(state.before)).then(function () { return caches.open(STATE); })
        .then(function (cache) { return cache.put(home, new Response(JSON.stringify({ now: state.now }))); });
    });
  }

  self.addEventListener("install", function () { self.skipWaiting(); });
  self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
  self.addEventListener("fetch", function (event) {
    var url = new URL(event.request.url);
    var is_ours = url.origin === home.origin && url.pathname.indexOf(home.pathname) === 0;
    var is_passed_on = url.pathname.indexOf(home.pathname + "saving/") === 0 || url.searchParams.has("fresh");
    if (event.request.method !== "GET" || !is_ours || is_passed_on) { return; }
    event.respondWith(answer(event.request));
    if (event.request.mode === "navigate") { event.waitUntil(tidy()); }
  });

  /** @param {string} page what is shown where neither the network nor this device has a page */
  self.onlyOnline = function (page) { lost = page; };
}());
