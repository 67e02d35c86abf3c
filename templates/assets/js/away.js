/**
 * On the web, pages that were seen are there again without a connection, and the whole dossier can be saved. Nothing of
 * it happens from disk or in the preview. A newer edition than the saved one is told, and taken when the reader wants it.
 */
(function () {
  "use strict";
  var button = document.querySelector("[data-save]");
  var workers = navigator.serviceWorker;
  var isPreview = document.querySelector("script[data-page]");
  if (!button || !workers || !window.caches || !/^https?:$/.test(location.protocol) || isPreview) { return; }

  var home = new URL(button.dataset.save, location.href);
  var own = "dossier|" + home.pathname + "|";
  button.hidden = false;
  button.addEventListener("click", function () { open(false); });

  /** @param {boolean} isNews whether it is told, and not asked for */
  function open(isNews) {
    window.dossier.later("save").then(function (saving) { saving.open(button, home, own, isNews); }, function () { button.hidden = true; });
  }

  /** Keeps what this page was made of: it was loaded before there was anything to keep it. */
  function keepThisPage() {
    var parts = performance.getEntriesByType("resource").map(function (part) { return part.name; });
    var files = [location.href].concat(parts).filter(function (each) { return each.indexOf(home.href) === 0; });
    return caches.open(own + "seen").then(function (cache) {
      return Promise.all(Array.from(new Set(files)).map(function (file) {
        return fetch(file, { cache: "force-cache" }).then(function (answer) {
          return answer.ok && !answer.redirected ? cache.put(plain(file), answer) : null;
        });
      }));
    });
  }

  /** @param {string} file @returns {string} its address as the worker knows it */
  function plain(file) {
    var url = new URL(file);
    return url.origin + url.pathname + (url.pathname.slice(-1) === "/" ? "index.html" : "");
  }

  /** Looks whether the edition that is published is the one that is kept. */
  function look() {
    return caches.has(own + "state").then(function (has) {
      return has ? caches.match(home, { cacheName: own + "state" }) : undefined;
    }).then(function (found) {
      if (!found) { return null; }
      return Promise.all([found.json(), fetch(new URL("saving/edition.json", home), { cache: "no-cache" }).then(function (answer) { return answer.json(); })]);
    }).then(function (both) {
      if (both && both[0].now && both[0].now !== both[1].edition) { open(true); }
    });
  }

  function begin() {
    var isFirst = !workers.controller;
    workers.register(new URL("sw.js", home), { scope: home.pathname }).then(function () { return workers.ready; })
      .then(function () { return isFirst ? keepThisPage() : look(); })
      .catch(function () { /* no connection, or no room: the page is here all the same */ });
  }

  if (document.readyState === "complete") { begin(); } else { addEventListener("load", begin); }
}());
