/**
 * Tells the keys that do something on this page: `dossier.keys.open()`. Single letters can be switched off there, since they
 * stand in the way of those who speak to their machine (WCAG 2.2, 2.1.4).
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var say = dossier.say;
  var window_ = null;
  var before = null;

  function element(tag, name) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    made.append.apply(made, Array.from(arguments).slice(2));
    return made;
  }

  function has(selector) { return Boolean(document.querySelector(selector)); }

  /** @returns {Array<[string[], string, boolean]>} keys, what they do, and whether this page has a use for them */
  function keys() {
    var command = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
    return [
      [["/", command], say("Open search"), has("[data-search-link]")],
      [["↑", "↓"], say("In search: choose a result"), has("[data-search-link]")],
      [["Enter"], say("In search: follow it"), has("[data-search-link]")],
      [["←", "→", "↑", "↓"], say("In a table of claims and texts: go from stance to stance"), has("table.matrix a.stance")],
      [["Esc"], say("In the field above a list: empty it"), has("[data-list-filter]")],
      [["Tab"], say("Go to the next link; what its page is about is shown beside it"), true],
      [["Esc"], say("Close what is open: search, a preview, a quotation, this"), true],
      [["?"], say("Show these keys"), true],
    ].filter(function (each) { return each[2]; });
  }

  function lines() {
    return keys().map(function (each) {
      var told = element("dt", "");
      each[0].forEach(function (key) { told.append(element("kbd", "", key), " "); });
      return element("div", "", told, element("dd", "", each[1]));
    });
  }

  function make() {
    var close = element("button", "button button-line", say("Close"));
    close.type = "button";
    var heading = element("h2", "", say("Keys"));
    heading.id = "keys-heading";
    var single = element("input", "");
    single.type = "checkbox";
    single.checked = dossier.singleKeys();
    var list = element("dl", "keys-list");
    list.append.apply(list, lines());
    window_ = element("dialog", "keys", element("div", "keys-head", heading, close), list,
      element("label", "keys-single", single, " " + say("Use the keys / and ?")));
    window_.setAttribute("aria-labelledby", heading.id);
    document.body.append(window_);
    close.addEventListener("click", function () { window_.close(); });
    single.addEventListener("change", function () { dossier.singleKeys(single.checked); });
    window_.addEventListener("click", function (event) { if (event.target === window_) { window_.close(); } });
    window_.addEventListener("close", function () { if (before && before.isConnected) { before.focus(); } });
  }

  function open() {
    if (!window_) { make(); }
    if (window_.open) { return; }
    before = document.activeElement;
    window_.showModal();
  }

  dossier.keys = { open: open };
}());
