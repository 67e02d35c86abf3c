/**
 * Two texts that a reader chooses stand side by side on this page. Their words are read from what lies beside the pages to
 * check them with, which holds nothing that is not published. Two that share words have a page: the way to it is shown.
 * The address of the page keeps the choice, `#a=ID&b=ID`.
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var OMITTED = " […] ";
  var form = document.querySelector("[data-choose-two]");
  var chosen = document.querySelector("[data-chosen]");
  var selects = form.querySelectorAll("select");
  var told = form.querySelector("[role=status]");
  var proofs = {};
  var passOn = null;

  selects[0].querySelectorAll("option").forEach(function (option) {
    selects[1].append(option.cloneNode(true));
    selects[1].lastChild.removeAttribute("id");
  });

  /** Who checks the page is given what was loaded here too. */
  function take(proof) {
    proofs[proof.article] = proof;
    if (passOn) { passOn(proof); }
  }

  /** @param {string} article @returns {Promise<void>} when what lies beside the pages is read; refused where it cannot be */
  function load(article) {
    return new Promise(function (done, failed) {
      if (proofs[article]) { done(); return; }
      if (dossier.takeProof !== take) { passOn = dossier.takeProof; dossier.takeProof = take; }
      var script = document.createElement("script");
      script.src = "check/" + article + ".js";
      script.onload = script.onerror = function () {
        script.remove();
        if (proofs[article]) { done(); } else { failed(article); }
      };
      document.head.append(script);
    });
  }

  /** @param {*} tree a digest, an opened leaf or a pair @param {string[]} found takes in the published words, "" for all between */
  function opened(tree, found) {
    if (Array.isArray(tree)) {
      opened(tree[0], found);
      opened(tree[1], found);
    } else if (typeof tree !== "string") {
      found.push(tree.text);
    } else if (found[found.length - 1] !== "") {
      found.push("");
    }
    return found;
  }

  /**
   * A closed leaf may hold white space alone: whether words stand before the first that is published, or behind the last,
   * the option tells. @returns {string[]} the paragraphs of a text as far as it is published, letter for letter
   */
  function paragraphs(option) {
    var proof = proofs[option.value];
    var parts = typeof proof.text === "string" ? [proof.text] : opened(proof.tree || "", []);
    if (!parts[0] && !("before" in option.dataset)) { parts.shift(); }
    if (!parts[parts.length - 1] && !("behind" in option.dataset)) { parts.pop(); }
    return parts.map(function (part) { return part || OMITTED; }).join("").split(/\r\n|\n|\r/).filter(function (line) { return line.trim(); });
  }

  function optionOf(select, article) {
    return Array.from(select.options).find(function (option) { return option.value === article; });
  }

  /** @param {string} tag @param {string} words @param {object} [attributes] by name; null for none @returns {Element} */
  function made(tag, words, attributes) {
    var element = document.createElement(tag);
    element.textContent = words;
    Object.keys(attributes || {}).forEach(function (name) {
      if (attributes[name] !== null) { element.setAttribute(name, attributes[name]); }
    });
    return element;
  }

  /** @param {HTMLOptionElement} option @returns {Element} the text as one column: its title, where it is from, its words */
  function column(option) {
    var side = made("section", "", { "class": "aligned-side" });
    var heading = made("h3", "");
    heading.append(made("a", option.dataset.title, { href: "articles/" + option.value + ".html", lang: option.lang || null, dir: option.dir || null }));
    side.append(heading, made("p", option.dataset.source, { "class": "aside" }));
    paragraphs(option).forEach(function (words) {
      side.append(made("p", words, { "class": "aligned-words", lang: option.dataset.language, dir: "auto" }));
    });
    return side;
  }

  /** @param {HTMLOptionElement[]} options @param {boolean} isAsked whether the reader has just asked for it */
  function draw(options, isAsked) {
    var shared = (proofs[options[0].value].beside || {})[options[1].value];
    var page = chosen.querySelector("[data-page]");
    var names = { first: options[0].dataset.source, second: options[1].dataset.source };
    var way = shared && shared.href;
    chosen.querySelector("[data-nothing]").hidden = !!shared;
    chosen.querySelector("[data-shared]").textContent = shared ? dossier.say("In common: {shared}", { shared: shared.words }) : "";
    page.hidden = !way;
    if (way) { page.firstChild.href = way; }
    chosen.querySelector("[data-texts]").hidden = !!way;
    chosen.querySelector(".aligned-row").replaceChildren.apply(chosen.querySelector(".aligned-row"), way ? [] : options.map(column));
    chosen.hidden = false;
    told.textContent = way ? dossier.say("{first} and {second} have a page of their own; the way to it is below.", names)
      : dossier.say("{first} and {second} stand side by side below.", names);
    if (isAsked) { chosen.querySelector("h2").focus(); }
  }

  /** Shows what the address says. @param {boolean} isAsked */
  function show(isAsked) {
    var kept = location.hash;
    var wanted = new URLSearchParams(kept.slice(1));
    var options = ["a", "b"].map(function (name, place) {
      var option = optionOf(selects[place], wanted.get(name) || "");
      selects[place].value = option ? option.value : "";
      return option && option.value ? option : null;
    });
    chosen.hidden = true;
    told.textContent = "";
    if (!options[0] || !options[1] || options[0].value === options[1].value) { return; }
    Promise.all(options.map(function (option) { return load(option.value); })).then(function () {
      if (location.hash === kept) { draw(options, isAsked); }
    }, function (article) {
      told.textContent = dossier.say("The words of {text} cannot be read from here; its own page has them.", { text: optionOf(selects[0], article).dataset.source });
    });
  }

  form.querySelector("button").addEventListener("click", function () {
    var first = selects[0].value, second = selects[1].value, wanted = "#a=" + first + "&b=" + second;
    if (!first || !second || first === second) { told.textContent = dossier.say("Choose two different texts."); return; }
    if (location.hash === wanted) { show(true); } else { location.hash = wanted; }
  });
  addEventListener("hashchange", function () { show(true); });
  show(false);
}());
