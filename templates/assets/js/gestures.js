/**
 * What is one gesture away on every page, and is loaded when the gesture is made: `dossier.later("search")`. A script that
 * waits is a folder beside this one; the build puts the addresses of all of them behind this script.
 * "/" and Ctrl or Command K open search from everywhere but a field, and so does the link to it. A link to a record shows
 * something of its page to a pointer that rests on it, to the focus, and to a finger that stays.
 */
(function () {
  "use strict";
  var dossier = window.dossier = window.dossier || {};
  var here = document.currentScript.src;
  var addresses = {};
  var asked = {};

  /** @param {string} name @returns {Promise<void>} when the script has run; refused where it cannot be read */
  function load(name) {
    if (!asked[name]) {
      asked[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.async = false; // in the order asked for: words before those who say them
        script.addEventListener("load", function () { done(); });
        script.addEventListener("error", function () { delete asked[name]; failed(new Error(name)); });
        script.src = new URL(addresses[name], here).href;
        document.head.append(script);
      });
    }
    return asked[name];
  }

  /** @param {string} name of a script that waits @returns {Promise<object>} what it offers, `dossier[name]` */
  function later(name) {
    if (dossier[name]) { return Promise.resolve(dossier[name]); }
    return Promise.all([dossier.say ? null : load("catalogue"), load(name)]).then(function () { return dossier[name]; });
  }

  /** @param {KeyboardEvent} event @returns {boolean} */
  function calls(event) {
    if (event.altKey || event.shiftKey && event.key !== "/") { return false; }
    var command = event.ctrlKey || event.metaKey;
    if (command) { return event.key.toLowerCase() === "k"; }
    return event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]");
  }

  /** Opens search over the page; where its script cannot be had, and on its own page, the page of search. */
  function search(event, link) {
    var field = document.querySelector("[data-search-field]");
    event.preventDefault();
    if (field) { field.focus(); field.select(); return; }
    later("search").then(function (found) { found.open(link.href); }, function () { location.assign(link.href); });
  }

  document.addEventListener("keydown", function (event) {
    var link = document.querySelector("[data-search-link]");
    if (link && calls(event)) { search(event, link); }
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-search-link]");
    if (link && event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)) { search(event, link); }
  });

  // ---- previews ----

  var PRESS = 500;
  var pressed = 0;

  /** A link in the text of a page to the page of a record; a stance in a matrix has its quotation with it. */
  function previewed(target) {
    var link = target.closest && target.closest("main a[href]");
    return link && /\/(articles|claims|comparisons|entities|events|outlets|topics)\/(?!index)[^/]+\.html(#|$)/.test(link.href) && !link.closest(".stance") ? link : null;
  }

  function preview(link, how, at) {
    later("preview").then(function (found) { found.offer(link, how, at); }, function () { /* the link is a link */ });
  }

  document.addEventListener("pointerover", function (event) {
    var link = event.pointerType === "mouse" && previewed(event.target);
    if (link && !link.contains(event.relatedTarget)) { preview(link, "pointer", { x: event.clientX, y: event.clientY }); }
  });
  document.addEventListener("focusin", function (event) {
    var link = previewed(event.target);
    if (link && link.matches(":focus-visible")) { preview(link, "focus", null); }
  });
  document.addEventListener("pointerdown", function (event) {
    var link = event.pointerType === "touch" && previewed(event.target);
    clearTimeout(pressed);
    if (!link) { return; }
    pressed = setTimeout(function () {
      preview(link, "press", { x: event.clientX, y: event.clientY });
      link.addEventListener("click", function (click) { click.preventDefault(); }, { once: true });
      addEventListener("contextmenu", function (menu) { menu.preventDefault(); }, { once: true });
    }, PRESS);
  });
  ["pointerup", "pointercancel"].forEach(function (end) { document.addEventListener(end, function () { clearTimeout(pressed); }); });

  // ---- what can be taken along ----

  function taken(event) {
    var target = event.target.closest && event.target.closest("figure.quote, main h1, main .section-head > h2");
    if (target) { later("cite").then(function (found) { found.offer(target); }, function () { /* words can be selected */ }); }
  }

  document.addEventListener("pointerover", taken);
  document.addEventListener("focusin", taken);
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-cite-open]");
    if (button) { later("cite").then(function (found) { found.open(button); }, function () { /* the citation stands above */ }); }
  });

  dossier.later = later;
  /** @param {object} found addresses by name, relative to this script */
  dossier.waiting = function (found) { addresses = found; };
}());
