/**
 * Shows something of the page that a link leads to: `dossier.preview.offer(link, how)`. What is shown stays while the pointer
 * is on it or on the link, or the link has the focus; Escape and a press elsewhere put it away (WCAG 2.2, 1.4.13). What pages
 * hand over for it stands beside them in scripts, so it is there from disk too; `builder/pages/previews.py` makes them.
 */
(function () {
  "use strict";
  var root = new URL("../", document.currentScript.src).href;
  var WAIT = { pointer: 350, focus: 600, press: 0 };
  var LEAVE = 300;
  var EDGE = 8;
  var held = {};
  var count = 0;
  var loading = {};
  var box = null;
  var shown = null;
  var timer = 0;

  /** @param {string} name of a script among the previews @returns {Promise<void>} */
  function load(name) {
    loading[name] = loading[name] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.addEventListener("load", function () { script.remove(); done(); });
      script.addEventListener("error", function () { script.remove(); delete loading[name]; failed(new Error(name)); });
      script.src = root + "previews/" + name + ".js";
      document.head.append(script);
    });
    return loading[name];
  }

  /** As the build reckons it: a sum over the letters of the path. */
  function shareOf(path) {
    var found = 0;
    for (var at = 0; at < path.length; at += 1) { found = Math.imul(found, 31) + path.charCodeAt(at) >>> 0; }
    return found % count;
  }

  /** @param {HTMLAnchorElement} link @returns {string} the path of its page in this site, or "" */
  function pathOf(link) {
    var address = link.href.split(/[?#]/)[0];
    return address.indexOf(root) === 0 ? decodeURI(address.slice(root.length)) : "";
  }

  function told(path) {
    return load("index").then(function () { return load(shareOf(path)); }).then(function () { return held[path] || null; }, function () { return null; });
  }

  // ---- what is shown ----

  function element(tag, name, words) {
    var made = document.createElement(tag);
    made.className = name;
    made.append(words);
    return made;
  }

  function fill(found, link) {
    var head = element("p", "preview-kind", found[0] + (found[1] ? " " + found[1] : ""));
    var parts = [head, element("p", "preview-title", found[2])];
    if (found[3]) { parts.push(element("p", "preview-about", found[3])); }
    var quote = found[5] && found[5][decodeURIComponent(link.hash.slice(1))];
    if (quote) {
      var words = element("blockquote", "preview-quote theirs", quote[0]);
      words.append(element("mark", "", quote[2]), quote[1]);
      if (found[6] && found[6].language) { words.lang = found[6].language; }
      parts.push(words, element("p", "preview-about", quote[3]));
    } else if (found[4]) { parts.push(element("p", "preview-words", found[4])); }
    parts.forEach(function (part) { part.dir = "auto"; });
    box.replaceChildren.apply(box, parts);
  }

  /** Beside the line of the link that the pointer is on, below it or above; never outside the window. */
  function place(link, at) {
    var lines = Array.from(link.getClientRects());
    var line = lines.find(function (each) { return at && at.y >= each.top - 2 && at.y <= each.bottom + 2; }) || lines[0];
    if (!line) { return false; }
    var wide = document.documentElement.clientWidth;
    var high = document.documentElement.clientHeight;
    var left = Math.max(EDGE, Math.min(line.left, wide - box.offsetWidth - EDGE));
    var below = line.bottom + 2;
    var above = line.top - box.offsetHeight - 2;
    var top = below + box.offsetHeight + EDGE <= high || above < EDGE ? below : above;
    box.style.left = left + scrollX + "px";
    box.style.top = Math.max(EDGE, Math.min(top, high - box.offsetHeight - EDGE)) + scrollY + "px";
    return true;
  }

  function make() {
    box = element("div", "preview", "");
    box.id = "preview";
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    document.querySelector("main").append(box);
    box.addEventListener("pointerenter", function () { clearTimeout(timer); });
    box.addEventListener("pointerleave", leave);
    box.addEventListener("click", function () { if (shown && String(getSelection()) === "") { shown.click(); } });
  }

  function show(link, at) {
    return told(pathOf(link)).then(function (found) {
      if (!found || shown !== link) { return; }
      if (!box) { make(); }
      fill(found, link);
      box.hidden = false;
      if (!place(link, at)) { hide(); return; }
      link.setAttribute("aria-describedby", "preview");
    });
  }

  function hide() {
    clearTimeout(timer);
    if (shown) { shown.removeAttribute("aria-describedby"); }
    shown = null;
    if (box) { box.hidden = true; }
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, LEAVE);
  }

  /**
   * @param {HTMLAnchorElement} link of this site
   * @param {"pointer"|"focus"|"press"} how the reader came to it
   * @param {{x: number, y: number}|null} at where the pointer is
   */
  function offer(link, how, at) {
    clearTimeout(timer);
    if (shown === link && box && !box.hidden) { return; }
    hide();
    if (pathOf(link) === "" || pathOf(link) === decodeURI(location.href.split(/[?#]/)[0].slice(root.length))) { return; }
    timer = setTimeout(function () { shown = link; show(link, at); }, WAIT[how]);
  }

  document.addEventListener("pointerout", function (event) {
    var link = event.target.closest && event.target.closest("a");
    if (event.pointerType !== "touch" && link && !link.contains(event.relatedTarget) && document.activeElement !== shown) { leave(); }
  });
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && shown) { event.stopPropagation(); hide(); } }, true);
  document.addEventListener("pointerdown", function (event) { if (!(box && box.contains(event.target))) { hide(); } });

  window.dossier.preview = {
    offer: offer,
    hide: hide,
    /** @param {HTMLAnchorElement} link @returns {Promise<Array|null>} what pages hand over of its page */
    told: function (link) { return told(pathOf(link)); },
    put: function (found) { Object.assign(held, found); },
    shares: function (found) { count = found; },
  };
}());
