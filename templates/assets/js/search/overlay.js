/**
 * Search in a window over the page: `dossier.search.open(address)`. What a question names stands first, then results by kind;
 * arrow keys walk them, Enter follows, Escape goes back to where the reader was. Nothing asked yet: what was asked before.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var drawing = search.drawing;
  var element = drawing.element;
  var say = window.dossier.say;
  var WAIT = 60;
  var COUNT = 12;
  var KEPT = 6;
  var memory = "dossier-asked:" + search.href("");
  var page = "";
  var question = { words: "", chosen: {}, order: "", letters: false };
  var round = 0;
  var timer = 0;
  var options = [];
  var active = -1;
  var before = null;
  var parts = null;

  // ---- what was asked before ----

  function asked() {
    try { return JSON.parse(localStorage.getItem(memory)) || []; } catch (closed) { return []; }
  }

  function keep(all) {
    try { localStorage.setItem(memory, JSON.stringify(all.slice(0, KEPT))); } catch (closed) { /* holds for this window only */ }
  }

  function remember() {
    var words = question.words.trim();
    if (words) { keep([words].concat(asked().filter(function (each) { return each !== words; }))); }
  }

  // ---- the window ----

  function make() {
    var field = element("input", "");
    field.type = "search";
    field.autocomplete = "off";
    field.spellcheck = false;
    [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "search-over-list"], ["aria-expanded", "false"],
      ["aria-label", say("Words, names, numbers, or a quotation")]].forEach(function (each) { field.setAttribute(each[0], each[1]); });
    field.placeholder = field.getAttribute("aria-label");
    var close = element("button", "button button-line", say("Close"));
    close.type = "button";
    var years = element("div", "search-over-years");
    years.setAttribute("role", "group");
    years.setAttribute("aria-label", say("Year"));
    var status = element("p", "search-status");
    status.setAttribute("role", "status");
    var list = element("div", "search-over-list");
    list.id = "search-over-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", say("Results"));
    var all = element("a", "", say("All results, with facets"));
    var window_ = element("dialog", "search-over", element("div", "search-over-head", field, close), years, status, list,
      element("p", "search-over-foot", all, element("span", "aside", say("Arrow keys choose, Enter follows, Escape closes."))));
    window_.setAttribute("aria-label", say("Search the dossier"));
    document.body.append(window_);
    parts = { window: window_, field: field, years: years, status: status, list: list, all: all };
    field.addEventListener("input", function () {
      clearTimeout(timer);
      question.words = field.value;
      timer = setTimeout(ask, WAIT);
    });
    window_.addEventListener("keydown", steer);
    window_.addEventListener("click", function (event) { if (event.target === window_) { window_.close(); } });
    close.addEventListener("click", function () { window_.close(); });
    all.addEventListener("click", remember);
    window_.addEventListener("close", function () { if (before && before.isConnected) { before.focus(); } });
  }

  /** @param {string} address of the page of search */
  function open(address) {
    if (!parts) { make(); }
    if (parts.window.open) { parts.field.select(); return; }
    page = address;
    before = document.activeElement;
    parts.window.showModal();
    parts.field.focus();
    parts.field.select();
    ask();
  }

  function steer(event) {
    if (event.isComposing) { return; }
    if (event.key === "Tab") { stayInside(event); return; }
    if (event.target !== parts.field) { return; }
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      choose((active + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (options[active]) { options[active].click(); } else { parts.all.click(); }
    }
  }

  /** Behind the last control comes the first again: nothing outside the window can be reached while it is open. */
  function stayInside(event) {
    var stops = Array.from(parts.window.querySelectorAll("input, button, a:not([role])")).filter(function (each) { return each.offsetParent; });
    var last = stops.length - 1;
    var at = stops.indexOf(document.activeElement);
    if (event.shiftKey ? at <= 0 : at < 0 || at === last) {
      event.preventDefault();
      stops[event.shiftKey ? last : 0].focus();
    }
  }

  function choose(at) {
    if (options[active]) { options[active].setAttribute("aria-selected", "false"); }
    active = at;
    var chosen = options[at];
    if (!chosen) { parts.field.removeAttribute("aria-activedescendant"); return; }
    chosen.setAttribute("aria-selected", "true");
    parts.field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  // ---- asking ----

  function ask() {
    var mine = ++round;
    var words = question.words.trim();
    parts.all.href = addressOf({});
    if (!words && !(question.chosen.year || []).length) {
      show([offered()], "");
      return search.find(null, { count: 0 }).then(function (answer) {
        if (mine === round) { tell(window.dossier.sayMany("{count} page can be searched.", "{count} pages can be searched.", answer.total)); showYears(answer.facets); }
      }, function (fault) { if (mine === round) { tell(fault.message); } });
    }
    return search.answer(Object.assign({}, question, { from: 0, count: COUNT, facets: ["kind", "year"] })).then(function (answer) {
      if (mine !== round) { return; }
      show(groupsOf(answer));
      tell(drawing.status(answer, question.words));
      showYears(answer.found.facets);
    }, function (fault) {
      if (mine === round) { show([]); tell(fault && fault.message || String(fault)); }
    });
  }

  /** The page of search with the same question. @param {object} more values by facet @returns {string} */
  function addressOf(more) {
    var asking = new URLSearchParams();
    if (question.words.trim()) { asking.set("q", question.words.trim()); }
    (question.chosen.year || []).forEach(function (year) { asking.append("year", year); });
    Object.keys(more).forEach(function (name) { asking.append(name, more[name]); });
    return page + "?" + asking;
  }

  // ---- showing ----

  function tell(words) { parts.status.textContent = words; }

  function show(groups) {
    options = [];
    parts.list.replaceChildren();
    groups.filter(function (group) { return group && group.options.length; }).forEach(function (group, at) {
      var heading = element("p", "search-over-kind", group.heading);
      heading.id = "search-over-group-" + at;
      var made = element("div", "", heading);
      made.setAttribute("role", "group");
      made.setAttribute("aria-labelledby", heading.id);
      group.options.forEach(function (each) {
        each.id = "search-over-" + options.length;
        each.setAttribute("role", "option");
        each.setAttribute("aria-selected", "false");
        each.tabIndex = -1;
        options.push(each);
        made.append(each);
      });
      parts.list.append(made);
    });
    parts.field.setAttribute("aria-expanded", String(options.length > 0));
    active = -1;
    choose(question.words.trim() && options.length ? 0 : -1);
  }

  /** What was asked before, to be asked again. */
  function offered() {
    var again = asked().map(function (words) {
      return act(words, function () { parts.field.value = question.words = words; ask(); parts.field.focus(); });
    });
    if (again.length) { again.push(act(say("Forget these"), function () { keep([]); ask(); parts.field.focus(); })); }
    return { heading: say("Asked before"), options: again };
  }

  function act(words, does) {
    var made = element("button", "search-over-again", words);
    made.type = "button";
    made.addEventListener("click", does);
    return made;
  }

  /** The record that is named, then what was found by kind, the kind of the best page first. */
  function groupsOf(answer) {
    var named = answer.name;
    var counts = answer.found.facets.kind || {};
    var kinds = new Map();
    answer.found.items.forEach(function (item) {
      if (named && search.href(item.url) === named.href) { return; }
      var kind = item.lines.kind || say("Page");
      kinds.set(kind, (kinds.get(kind) || []).concat(item));
    });
    var groups = Array.from(kinds, function (entry) {
      var made = entry[1].map(optionOf);
      if (counts[entry[0]] > entry[1].length) {
        made.push(follow(addressOf({ kind: entry[0] }), [element("span", "search-over-all", say("All {count} of this kind", { count: window.dossier.numbered(counts[entry[0]]) }))]));
      }
      return { heading: entry[0], options: made };
    });
    return (named ? [{ heading: say("Named so"), options: [nameOf(named)] }] : []).concat(groups, answer.known.absent.map(nearOf));
  }

  /** Words like one that no page has, to be asked in its place. */
  function nearOf(absent) {
    return { heading: say("Near to “{word}”:", absent), options: absent.meant ? [] : absent.near.map(function (word) {
      return act(word, function () { parts.field.value = question.words = question.words.replace(absent.word, word); ask(); parts.field.focus(); });
    }) };
  }

  function nameOf(name) {
    var told = element("span", "result-kind", element("span", "", name.kind));
    if (name.number) { told.append(" ", element("span", "number", name.number.toUpperCase())); }
    return follow(name.href, [drawing.foreign(element("span", "result-title", name.title), name.lang), told]);
  }

  function optionOf(item) {
    var place = item.places[0];
    var kind = drawing.kind(item);
    kind.firstChild.remove();
    var told = element("span", "result-kind");
    told.append.apply(told, kind.childNodes);
    var found = [drawing.foreign(drawing.fill(element("span", "result-title"), item.title), item.languages.title), told];
    found = found.concat(drawing.words(item, "span"));
    return follow(search.href(item.url, place ? place.id : ""), found);
  }

  function follow(address, found) {
    var link = element("a", "search-over-found");
    link.append.apply(link, found);
    link.href = address;
    link.addEventListener("click", function (event) {
      remember();
      // A place on this very page is under the window.
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) { before = null; parts.window.close(); }
    });
    return link;
  }

  function showYears(facets) {
    var chosen = question.chosen.year || [];
    var counts = facets.year || {};
    var years = Object.keys(counts).filter(function (year) { return counts[year] || chosen.indexOf(year) >= 0; }).sort().reverse();
    var had = parts.years.contains(document.activeElement) ? document.activeElement.value : null;
    parts.years.replaceChildren.apply(parts.years, (years.length > 1 || chosen.length ? years : []).map(function (year) {
      var button = element("button", "", year + " ", element("span", "facet-count", window.dossier.numbered(counts[year])));
      button.type = "button";
      button.value = year;
      button.setAttribute("aria-pressed", String(chosen.indexOf(year) >= 0));
      button.addEventListener("click", function () {
        question.chosen.year = chosen.indexOf(year) >= 0 ? chosen.filter(function (each) { return each !== year; }) : chosen.concat(year);
        ask();
      });
      return button;
    }));
    Array.from(parts.years.children).filter(function (each) { return each.value === had; }).forEach(function (each) { each.focus(); });
  }

  search.open = open;
}());
