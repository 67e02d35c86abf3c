/** The search page: answers while the reader types, facets with counts, an address that can be shared. */
(function () {
  "use strict";
  var say = window.dossier.say;
  var sayMany = window.dossier.sayMany;
  var COMMA = say(", ");
  var drawing = window.dossier.search.drawing;
  var element = drawing.element;
  var STEP = 10;
  var WAIT = 150;
  var VALUES = 8;
  function start(shell) {
    var search = window.dossier.search;
    var form = document.querySelector("form[role=search]");
    var field = form.querySelector("input[type=search]");
    var status = shell.querySelector("[data-status]");
    var list = element("ol", "results"); // made here: an empty list would be one more thing to hear of
    var offer = shell.querySelector("[data-offer]");
    var more = shell.querySelector("[data-more]");
    var order = shell.querySelector("[data-order]");
    var facets = Array.from(shell.querySelectorAll("[data-facet]"));
    var round = 0;
    var timer = 0;
    var question = readAddress();

    // ---- the address and the question ----

    function readAddress() {
      var asked = new URLSearchParams(location.search);
      var chosen = {};
      facets.forEach(function (facet) { chosen[facet.dataset.facet] = asked.getAll(facet.dataset.facet); });
      return { words: asked.get("q") || "", chosen: chosen, order: search.hasOrder(asked.get("order")) ? asked.get("order") : "", letters: asked.has("letters") };
    }

    function writeAddress() {
      var asked = new URLSearchParams();
      if (question.words) { asked.set("q", question.words); }
      Object.keys(question.chosen).forEach(function (name) {
        question.chosen[name].forEach(function (value) { asked.append(name, value); });
      });
      if (question.order) { asked.set("order", question.order); }
      if (question.letters) { asked.set("letters", ""); }
      var words = asked.toString();
      // From disk some browsers refuse this; the answer is on the page all the same.
      try { history.replaceState(null, "", words ? "?" + words : location.pathname.split("/").pop()); } catch (refused) { /* stays */ }
    }

    function isEmpty() {
      return !question.words.trim() && Object.values(question.chosen).every(function (values) { return !values.length; });
    }

    // ---- asking ----

    function ask(from) {
      var mine = ++round;
      writeAddress();
      if (isEmpty()) { return offerFacets(mine); }
      if (!from) { status.textContent = say("Searching …"); }
      return search.answer(Object.assign({ from: from, count: STEP }, question)).then(function (answer) {
        if (mine === round) { show(answer, from); }
      }, function (fault) {
        if (mine === round) { clear(fault && fault.message || String(fault)); }
      });
    }

    /** Nothing asked yet: what can be chosen, and how many pages there are. */
    function offerFacets(mine) {
      return search.find(null, { count: 0 }).then(function (answer) {
        if (mine !== round) { return; }
        clear(sayMany("{count} page can be searched.", "{count} pages can be searched.", answer.total));
        showFacets(answer.facets);
      }, function (fault) { if (mine === round) { clear(fault.message); } });
    }

    // ---- showing ----

    function clear(words) {
      status.textContent = words;
      list.replaceChildren();
      list.remove();
      offer.replaceChildren();
      more.hidden = true;
      facets.forEach(function (facet) { facet.hidden = true; });
    }

    function show(answer, from) {
      var found = answer.found;
      if (!from) { list.replaceChildren(); }
      var first = null;
      found.items.forEach(function (item) {
        var line = drawing.result(item);
        first = first || line;
        list.append(line);
      });
      if (list.children.length) { shell.querySelector("[data-results]").append(list); } else { list.remove(); }
      more.hidden = from + STEP >= found.total;
      status.textContent = drawing.status(answer, question.words);
      showOffer(answer);
      showFacets(found.facets);
      if (from && first) { first.querySelector("a").focus(); }
    }

    function showOffer(answer) {
      offer.replaceChildren();
      answer.known.absent.forEach(function (each) {
        if (!each.near.length || each.meant) { return; }
        var line = element("p", "search-also", say("Near to “{word}”:", each));
        each.near.forEach(function (word) { line.append(" ", query(word, question.words.replace(each.word, word))); });
        offer.append(line);
      });
      if (!answer.name) { return; }
      var link = drawing.foreign(element("a", "result-title", answer.name.title), answer.name.lang);
      link.href = answer.name.href;
      var card = element("div", "search-name", element("p", "result-kind", answer.name.kind), element("p", "", link));
      var others = answer.name.any.concat(answer.name.exact).filter(function (name) { return name !== answer.name.title; });
      if (answer.name.number) { others = []; }
      if (others.length) { card.append(element("p", "result-excerpt ours", say("Also written {names}.", { names: others.join(COMMA) }))); }
      if (answer.name.isExact) {
        card.append(element("p", "search-also", question.letters ? say("The letters alone were searched.") : say("Pages that name it are shown."),
          " ", lettersLink(answer.name)));
      }
      offer.append(card);
    }

    function lettersLink(name) {
      var words = question.letters ? say("Search for the name") : say("Search for the letters “{letters}”", { letters: question.words.trim() });
      return query(words, question.words, !question.letters);
    }

    /** A link that asks another question on this page. */
    function query(label, words, letters) {
      var link = element("a", "", label);
      link.href = "?" + new URLSearchParams(letters ? { q: words, letters: "" } : { q: words });
      link.addEventListener("click", function (event) {
        event.preventDefault();
        question.words = field.value = words;
        question.letters = Boolean(letters);
        ask(0);
        field.focus();
      });
      return link;
    }

    function showFacets(found) {
      facets.forEach(function (facet) {
        var name = facet.dataset.facet;
        var chosen = question.chosen[name];
        var counts = found[name] || {};
        var values = Object.keys(counts).filter(function (value) { return counts[value] || chosen.indexOf(value) >= 0; });
        chosen.forEach(function (value) { if (values.indexOf(value) < 0) { values.push(value); } });
        values.sort(function (one, other) {
          return name === "year" ? Number(other) - Number(one) : (counts[other] || 0) - (counts[one] || 0) || (one < other ? -1 : 1);
        });
        var had = facet.contains(document.activeElement) ? document.activeElement.value : null;
        var wasOpen = Boolean(facet.querySelector("details[open]"));
        facet.querySelectorAll("label, details").forEach(function (part) { part.remove(); });
        var choices = values.map(function (value) { return choice(name, value, counts[value] || 0, chosen.indexOf(value) >= 0); });
        facet.append.apply(facet, choices.slice(0, VALUES));
        if (choices.length > VALUES) { facet.append(restOf(choices.slice(VALUES), wasOpen)); }
        facet.hidden = values.length < 2 && !chosen.length;
        var again = Array.from(facet.querySelectorAll("input")).find(function (box) { return box.value === had; });
        if (again) { again.focus(); }
      });
    }

    /** The rarer values, folded unless one of them is chosen. */
    function restOf(choices, wasOpen) {
      var rest = element("details", "facet-rest", element("summary", "", sayMany("{count} more", "{count} more", choices.length)));
      rest.append.apply(rest, choices);
      rest.open = wasOpen || choices.some(function (label) { return label.querySelector("input").checked; });
      return rest;
    }

    function choice(name, value, count, isChosen) {
      var box = element("input", "");
      box.type = "checkbox";
      box.name = name;
      box.value = value;
      box.checked = isChosen;
      return element("label", "", box, element("span", "", value), element("span", "facet-count", String(count)));
    }

    // ---- listening ----

    function later() {
      clearTimeout(timer);
      question.words = field.value;
      question.letters = false;
      timer = setTimeout(ask, WAIT, 0);
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); question.words = field.value; ask(0); });
    field.addEventListener("input", later);
    order.addEventListener("change", function () { question.order = order.value; ask(0); });
    more.addEventListener("click", function () { ask(list.children.length); });
    shell.addEventListener("change", function (event) {
      var facet = event.target.closest("[data-facet]");
      if (!facet) { return; }
      question.chosen[facet.dataset.facet] = Array.from(facet.querySelectorAll("input:checked"), function (box) { return box.value; });
      ask(0);
    });

    field.value = question.words;
    order.value = question.order;
    ask(0);
    if (!question.words) { field.focus(); }
  }

  function begin() {
    var shell = document.querySelector("[data-search]");
    if (shell) { start(shell); }
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin); } else { setTimeout(begin); }
}());
