/**
 * Two texts that a reader chooses stand side by side on this page. Lists of all texts lie beside the pages, some in each, and
 * are read one after the other as far as the reader's words ask. The words of a text are read from what lies there to check
 * pages with, which holds nothing that is not published. Two that share words have a page: the way to it is shown.
 * The address of the page keeps the choice, `#a=ID&b=ID`; a link may bring the first, `?a=ID`.
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var OMITTED = " […] ";
  var MOST = 100;
  var TITLE = 60;
  var form = document.querySelector("[data-choose-two]");
  var chosen = document.querySelector("[data-chosen]");
  var told = form.querySelector("[data-told]");
  var lists = [];
  var proofs = {};
  var passOn = null;

  /** @param {string} path @param {function(): *} read @returns {Promise<*>} what the script has handed over; refused where it cannot be read */
  function handed(path, read) {
    return new Promise(function (done, failed) {
      if (read()) { done(read()); return; }
      var script = document.createElement("script");
      script.src = path;
      script.onload = script.onerror = function () {
        script.remove();
        if (read()) { done(read()); } else { failed(path); }
      };
      document.head.append(script);
    });
  }

  function folded(text) { return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase(); }

  dossier.takeTexts = function (number, texts) {
    lists[number] = texts.map(function (each) {
      return { id: each[0], source: each[1], title: each[2], lang: each[3], dir: each[4], words: folded(each.slice(0, 3).join(" ")) };
    });
  };

  /** Who checks the page is given what was loaded here too. */
  function take(proof) {
    proofs[proof.article] = proof;
    if (passOn) { passOn(proof); }
  }

  /** @param {string} article @returns {Promise<object>} what lies beside the pages of a text */
  function load(article) {
    if (dossier.takeProof !== take) { passOn = dossier.takeProof; dossier.takeProof = take; }
    return handed("check/" + article + ".js", function () { return proofs[article]; });
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
   * is told. @returns {string[]} the paragraphs of a text as far as it is published, letter for letter
   */
  function paragraphs(proof) {
    var parts = typeof proof.text === "string" ? [proof.text] : opened(proof.tree || "", []);
    if (!parts[0] && !proof.choice.is_cut_before) { parts.shift(); }
    if (!parts[parts.length - 1] && !proof.choice.is_cut_behind) { parts.pop(); }
    return parts.map(function (part) { return part || OMITTED; }).join("").split(/\r\n|\n|\r/).filter(function (line) { return line.trim(); });
  }

  /** @param {string} tag @param {string} words @param {object} [attributes] by name; left out where there is none @returns {Element} */
  function made(tag, words, attributes) {
    var element = document.createElement(tag);
    element.textContent = words;
    Object.keys(attributes || {}).forEach(function (name) {
      if (attributes[name]) { element.setAttribute(name, attributes[name]); }
    });
    return element;
  }

  /** One of the two: a field for words, the texts in which all of them stand, and one that is chosen. @param {Element} part */
  function sideOf(part) {
    var field = part.querySelector("input");
    var select = part.querySelector("select");
    var counted = part.querySelector("[role=status]");
    var turn = 0;
    var kept = null;

    function show(found) {
      var before = select.value;
      select.replaceChildren.apply(select, found.slice(0, MOST).map(function (each) {
        var title = each.title.length > TITLE ? each.title.slice(0, TITLE - 1).trimEnd() + "…" : each.title;
        return made("option", dossier.say("{source}: {title}", { source: each.source, title: title }), { value: each.id, lang: each.lang, dir: each.dir });
      }));
      select.value = before;
    }

    /** Reads lists until enough texts are found, or all are read; whatever is typed meanwhile ends it. */
    function fill() {
      var mine = ++turn;
      var wanted = folded(field.value).split(/\s+/).filter(Boolean);
      var found = kept && !wanted.length ? [kept] : [];
      var first = found[0];

      function look(number) {
        if (mine !== turn) { return undefined; }
        if (found.length > MOST || number > Number(form.dataset.lists)) {
          show(found);
          if (wanted.length && found.length === 1) { select.value = found[0].id; }
          counted.textContent = found.length > MOST ? dossier.say("The first {count} by date; more words leave fewer.", { count: dossier.numbered(MOST) })
            : dossier.sayMany("{count} text", "{count} texts", found.length);
          return undefined;
        }
        return handed("choose/" + number + ".js", function () { return lists[number]; }).then(function (texts) {
          texts.forEach(function (each) {
            if (!(first && first.id === each.id) && wanted.every(function (word) { return each.words.indexOf(word) !== -1; })) { found.push(each); }
          });
          return look(number + 1);
        });
      }

      look(1).catch(function () {
        show(found);
        counted.textContent = dossier.say("Not all lists of texts can be read from here.");
      });
    }

    field.addEventListener("input", fill);
    return {
      /** @returns {string} the id of the text that is chosen, or nothing */
      value: function () { return select.value; },
      source: function () { return select.selectedIndex < 0 ? "" : select.options[select.selectedIndex].textContent; },
      /** @param {object} [proof] of the text to be chosen */
      choose: function (proof) {
        var shown = proof && proof.choice;
        if (proof && select.value === proof.article) { return; }
        kept = shown ? { id: proof.article, source: shown.source, title: titleOf(proof), lang: shown.title_lang, dir: shown.title_dir } : null;
        field.value = "";
        show(kept ? [kept] : []);
        select.value = kept ? kept.id : "";
        fill();
      },
    };
  }

  function titleOf(proof) { return proof.choice.title || proof.name; }

  /** @param {object} proof @returns {Element} the text as one column: its title, where it is from, its words */
  function column(proof) {
    var shown = proof.choice;
    var side = made("section", "", { "class": "aligned-side" });
    var heading = made("h3", "");
    heading.append(made("a", titleOf(proof), { href: "articles/" + proof.article + ".html", lang: shown.title_lang, dir: shown.title_dir }));
    side.append(heading, made("p", shown.source, { "class": "aside" }));
    paragraphs(proof).forEach(function (words) {
      side.append(made("p", words, { "class": "aligned-words", lang: shown.lang, dir: "auto" }));
    });
    return side;
  }

  /** @param {object[]} both @param {boolean} isAsked whether the reader has just asked for it */
  function draw(both, isAsked) {
    var shared = both[0].choice.beside[both[1].article];
    var page = chosen.querySelector("[data-page]");
    var row = chosen.querySelector(".aligned-row");
    var names = { first: both[0].choice.source, second: both[1].choice.source };
    var way = shared && shared[1];
    chosen.querySelector("[data-nothing]").hidden = !!shared;
    chosen.querySelector("[data-shared]").textContent = shared ? dossier.say("In common: {shared}", { shared: shared[0] }) : "";
    page.hidden = !way;
    if (way) { page.firstChild.href = way; }
    chosen.querySelector("[data-texts]").hidden = !!way;
    row.replaceChildren.apply(row, way ? [] : both.map(column));
    chosen.hidden = false;
    told.textContent = way ? dossier.say("{first} and {second} have a page of their own; the way to it is below.", names)
      : dossier.say("{first} and {second} stand side by side below.", names);
    if (isAsked) { chosen.querySelector("h2").focus(); }
  }

  var sides = Array.from(form.querySelectorAll("[data-side]"), sideOf);

  /** Shows what the address says. @param {boolean} isAsked */
  function show(isAsked) {
    var kept = location.hash;
    var wanted = new URLSearchParams(kept.slice(1) || location.search.slice(1));
    chosen.hidden = true;
    told.textContent = "";
    Promise.all(["a", "b"].map(function (name, place) {
      var article = wanted.get(name) || "";
      return /^[a-z0-9-]+$/.test(article) ? load(article).catch(function () {
        var text = sides[place].value() === article && sides[place].source();
        if (text) { told.textContent = dossier.say("The words of {text} cannot be read from here; its own page has them.", { text: text }); }
        return undefined;
      }) : undefined;
    })).then(function (both) {
      if (location.hash !== kept) { return; }
      if (told.textContent) { return; }
      both.forEach(function (proof, place) { sides[place].choose(proof); });
      if (both[0] && both[1] && both[0] !== both[1] && both[0].choice && both[1].choice) { draw(both, isAsked); }
    });
  }

  form.querySelector("button").addEventListener("click", function () {
    var first = sides[0].value(), second = sides[1].value(), wanted = "#a=" + first + "&b=" + second;
    if (!first || !second || first === second) { told.textContent = dossier.say("Choose two different texts."); return; }
    if (location.hash === wanted) { show(true); } else { location.hash = wanted; }
  });
  addEventListener("hashchange", function () { show(true); });
  show(false);
}());
