/**
 * What is one gesture away on every page, and is loaded when the gesture is made: `dossier.later("search")`. A script that
 * waits is a folder beside this one; the build puts the addresses of all of them behind this script.
 * "/" and Ctrl or Command K open search from everywhere but a field, and so does the link to it; "?" tells all keys. A link to
 * a record shows something of its page to a pointer that rests on it, to the focus, and to a finger that stays. Once a reader
 * scrolls a long page in a wide window, its contents stay in view.
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

  // ---- keys ----

  var SINGLE = "dossier-single-keys";
  var single = null;

  /** Single keys act unless a reader has switched them off. @param {boolean} [chosen] @returns {boolean} */
  function singleKeys(chosen) {
    try {
      if (chosen !== undefined) { single = chosen; localStorage.setItem(SINGLE, chosen ? "on" : "off"); }
      if (single === null) { single = localStorage.getItem(SINGLE) !== "off"; }
    } catch (closed) { /* holds for this page only */ }
    return single !== false;
  }

  /** @param {KeyboardEvent} event @returns {string} what the pressed key asks for: "search", "keys" or nothing */
  function calls(event) {
    if (event.altKey) { return ""; }
    if (event.ctrlKey || event.metaKey) { return event.key.toLowerCase() === "k" && !event.shiftKey ? "search" : ""; }
    var name = { "/": "search", "?": "keys" }[event.key];
    return name && singleKeys() && !event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") ? name : "";
  }

  function keys() {
    later("keys").then(function (found) { found.open(); }, function () { /* the keys act all the same */ });
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
    var called = calls(event);
    if (link && called === "search") { search(event, link); }
    if (called === "keys" && !document.querySelector("dialog[open]")) { event.preventDefault(); keys(); }
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-keys]")) { keys(); }
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

  // ---- where a reader is on a long page ----

  var WIDE = matchMedia("screen and (min-width: 60em) and (min-height: 30em)");
  var LONG = 2.5;

  function scrolled() {
    if (!WIDE.matches || document.documentElement.scrollHeight < LONG * innerHeight) { return; }
    removeEventListener("scroll", scrolled);
    later("contents").catch(function () { /* the contents stand at the head of the page */ });
  }
  addEventListener("scroll", scrolled, { passive: true });

  dossier.later = later;
  dossier.singleKeys = singleKeys;
  /** @param {object} found addresses by name, relative to this script */
  dossier.waiting = function (found) { addresses = found; };
}());
