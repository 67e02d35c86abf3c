/**
 * Takes words along: the citation of a page in a style of choice, a sentence with where it stands, a claim, a link. Beside what
 * can be taken stands a button while the reader is there; it lies over the page, so that nothing moves.
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var cite = dossier.cite;
  var say = dossier.say;
  var MEMORY = "dossier-cite";
  var chosen = null;
  var tools = null;
  var status = null;

  function element(tag, name, words) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (words) { made.append(words); }
    if (tag === "button") { made.type = "button"; }
    return made;
  }

  // ---- the style ----

  function style() {
    if (chosen === null) {
      try { chosen = localStorage.getItem(MEMORY); } catch (closed) { /* the first one */ }
      if (!cite.isStyle(chosen)) { chosen = "chicago"; }
    }
    return chosen;
  }

  function choose(one) {
    chosen = one;
    try { localStorage.setItem(MEMORY, one); } catch (closed) { /* holds for this page only */ }
  }

  // ---- the clipboard ----

  /** From disk some browsers have no clipboard for pages: then a selected field is copied. @returns {Promise<void>} */
  function write(words) {
    var direct = navigator.clipboard && navigator.clipboard.writeText ? navigator.clipboard.writeText(words) : Promise.reject(new Error("none"));
    return direct.catch(function () {
      var field = element("textarea", "unseen");
      field.value = words;
      var before = document.activeElement;
      document.body.append(field);
      field.select();
      var done = document.execCommand("copy");
      field.remove();
      if (before) { before.focus(); }
      if (!done) { throw new Error("refused"); }
    });
  }

  function tell(words) {
    if (!status) {
      status = element("p", "taken");
      status.setAttribute("role", "status");
      document.body.append(status);
    }
    status.textContent = words;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(function () { status.textContent = ""; }, 2500);
  }

  function copy(words) {
    return write(words).then(function () { tell(say("Copied.")); }, function () { tell(say("This browser does not let pages copy. Select the words instead.")); });
  }

  // ---- what is taken ----

  function here(anchor) {
    var canonical = document.querySelector("link[rel=canonical]");
    return (canonical ? canonical.href : location.href.split(/[?#]/)[0]) + (anchor ? "#" + anchor : "");
  }

  function item() {
    var box = document.querySelector("[data-csl]");
    if (!box) { return null; }
    var found = JSON.parse(box.dataset.csl);
    if (!found.URL && /^http/.test(location.protocol)) { found.URL = here(""); }
    return found;
  }

  /** The sentence in its marks, whose it is in the chosen style, and where it stands. */
  function quotation(figure) {
    var words = "“" + figure.querySelector("blockquote").textContent.trim() + "”";
    var link = figure.querySelector("a.locator");
    if (!link) { return Promise.resolve(words); }
    return dossier.later("preview").then(function (preview) { return preview.told(link); }).then(function (found) {
      return found && found[6] ? cite.written(found[6], prose()) : "";
    }, function () { return ""; }).then(function (source) {
      return [words, source, link.href].filter(Boolean).join("\n");
    });
  }

  /** A style that is prose: beside a sentence no file of a reference manager is meant. */
  function prose() {
    return /^(apa|chicago|mla)$/.test(style()) ? style() : "chicago";
  }

  function actions(target) {
    if (target.matches("figure.quote")) { return [[say("Copy quotation"), function () { return quotation(target); }]]; }
    var words = target.cloneNode(true);
    words.querySelectorAll(".take").forEach(function (part) { part.remove(); });
    var heading = words.textContent.trim();
    if (target.matches("h1")) {
      var found = item();
      var link = [say("Copy link"), function () { return Promise.resolve(here("")); }];
      return !found ? [link] : [link, [document.querySelector("main[data-record=claim]") ? say("Copy claim") : say("Copy citation"), function () {
        return Promise.resolve([heading, cite.written(found, prose())].join("\n"));
      }]];
    }
    return [[say("Copy link to “{part}”", { part: heading }), function () { return Promise.resolve(here(target.closest("section").id)); }]];
  }

  /** Puts the buttons at what the reader has come to, so that Tab leads to them. @param {HTMLElement} target */
  function offer(target) {
    if (tools && tools.parentElement === target) { return; }
    if (tools) { tools.parentElement.classList.remove("taking"); tools.remove(); }
    tools = element("span", "take");
    // Inside a heading they are for a pointer alone: what a heading is called is no list of buttons. The box has the same.
    var isHeading = !target.matches("figure");
    if (isHeading) { tools.setAttribute("aria-hidden", "true"); }
    actions(target).forEach(function (each) {
      var button = element("button", "", each[0]);
      if (isHeading) { button.tabIndex = -1; }
      button.addEventListener("click", function () { each[1]().then(copy); });
      tools.append(button);
    });
    target.classList.add("taking");
    target.append(tools);
  }

  // ---- the box of a page ----

  /** @param {HTMLButtonElement} button of a box that says how to cite */
  function open(button) {
    var select = element("select", "");
    cite.names.forEach(function (each) {
      var one = element("option", "", each[1]);
      one.value = each[0];
      select.append(one);
    });
    select.value = style();
    var label = element("label", "", say("Style"));
    label.append(" ", select);
    var shown = element("pre", "cite-written");
    shown.tabIndex = 0;
    shown.setAttribute("aria-label", say("Citation"));
    var take = element("button", "button button-line", say("Copy"));
    function write_() { shown.textContent = cite.written(item(), select.value); }
    select.addEventListener("change", function () { choose(select.value); write_(); });
    take.addEventListener("click", function () { copy(shown.textContent); });
    write_();
    var made = element("div", "cite-styles");
    made.append(label, " ", take);
    actions(document.querySelector("main h1")).forEach(function (each) {
      var more = element("button", "button button-line", each[0]);
      more.addEventListener("click", function () { each[1]().then(copy); });
      made.append(" ", more);
    });
    made.append(shown);
    button.parentElement.replaceWith(made);
    select.focus();
  }

  Object.assign(cite, { offer: offer, open: open });
}());
