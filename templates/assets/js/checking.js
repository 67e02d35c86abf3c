/**
 * Checks the page in the reader's own browser, without a connection: the digest of each stored text or of its opened
 * sentences, and that every quotation on the page stands in what the digest covers.
 *
 * Its own SHA-256, since browsers may have none for pages from disk (`crypto.subtle` wants a secure context).
 */
(function () {
  "use strict";

  var dossier = window.dossier = window.dossier || {};
  var say = dossier.say;
  var root = document.currentScript && document.currentScript.src.replace(/assets\/[^/]*$/, "");
  var proofs = {};

  /* FIPS 180-4: the first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square
     roots of the first eight. */
  var K = [], START = [];
  (function () {
    for (var n = 2; K.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) { if (n % d === 0) { prime = false; } }
      if (!prime) { continue; }
      if (START.length < 8) { START.push(Math.floor((Math.sqrt(n) % 1) * 4294967296)); }
      K.push(Math.floor((Math.cbrt(n) % 1) * 4294967296));
    }
  }());

  function turned(word, by) { return word >>> by | word << 32 - by; }

  /** @param {Uint8Array} bytes @returns {Uint8Array} their SHA-256 */
  function sha256(bytes) {
    var length = bytes.length, padded = new Uint8Array((length + 72 >> 6) << 6), view = new DataView(padded.buffer);
    padded.set(bytes);
    padded[length] = 128;
    view.setUint32(padded.length - 8, Math.floor(length / 536870912));
    view.setUint32(padded.length - 4, length << 3 >>> 0);
    var h = START.slice(), w = new Int32Array(64);
    for (var at = 0; at < padded.length; at += 64) {
      for (var i = 0; i < 64; i++) {
        if (i < 16) { w[i] = view.getInt32(at + 4 * i); continue; }
        var x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (turned(x, 7) ^ turned(x, 18) ^ x >>> 3) + (turned(y, 17) ^ turned(y, 19) ^ y >>> 10);
      }
      var s = h.slice();
      for (i = 0; i < 64; i++) {
        var one = s[7] + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) + (s[4] & s[5] ^ ~s[4] & s[6]) + K[i] + w[i];
        var two = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]);
        s = [one + two | 0, s[0], s[1], s[2], s[3] + one | 0, s[4], s[5], s[6]];
      }
      h = h.map(function (word, place) { return word + s[place] | 0; });
    }
    var digest = new DataView(new ArrayBuffer(32));
    h.forEach(function (word, place) { digest.setInt32(4 * place, word); });
    return new Uint8Array(digest.buffer);
  }

  function hex(bytes) {
    return Array.prototype.map.call(bytes, function (byte) { return (256 + byte).toString(16).slice(1); }).join("");
  }

  function bytesOf(digits) {
    return new Uint8Array((digits.match(/../g) || []).map(function (pair) { return parseInt(pair, 16); }));
  }

  function utf8(text) { return new TextEncoder().encode(text); }

  /** @param {Uint8Array[]} parts @returns {Uint8Array} the SHA-256 of all of them in a row */
  function digestOf(parts) {
    var whole = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0)), at = 0;
    parts.forEach(function (part) { whole.set(part, at); at += part.length; });
    return sha256(whole);
  }

  /** @param {*} tree a digest, an opened leaf or a pair @param {string[]} shown takes in the opened texts @returns {Uint8Array} */
  function rootOf(tree, shown) {
    if (typeof tree === "string") { return bytesOf(tree); }
    if (!Array.isArray(tree)) {
      shown.push(tree.text);
      return digestOf([new Uint8Array([0]), bytesOf(tree.salt), utf8(tree.text)]);
    }
    return digestOf([new Uint8Array([1]), rootOf(tree[0], shown), rootOf(tree[1], shown)]);
  }

  /* Repairs of lost spaces change nothing but white space, so words are compared without any. */
  function bare(text) { return text.replace(/\s+/g, ""); }

  /** The text without what the editors folded, by code points. */
  function unfolded(text, hidden) {
    var signs = Array.from(text);
    hidden.slice().reverse().forEach(function (range) { signs.splice(range[0], range[1] - range[0]); });
    return signs.join("");
  }

  /**
   * @param {object} proof @returns {{fault: string, words: string[]}} what is wrong with a stored text, and the forms
   * in which words are looked for
   */
  function read(proof) {
    if (typeof proof.text === "string") {
      var fits = hex(sha256(utf8(proof.text))) === proof.sha256;
      var words = [bare(proof.text)];
      if (proof.hidden) { words.push(bare(unfolded(proof.text, proof.hidden))); }
      return {
        fault: fits ? "" : say("{text}: the stored text and its SHA-256 do not belong together; one of them was changed.", { text: proof.name }),
        words: words
      };
    }
    if (proof.kept === false) { return { fault: "", words: [] }; }
    if (!proof.tree) { return { fault: damaged(proof.name), words: [] }; }
    var shown = [], found = hex(rootOf(proof.tree, shown));
    return {
      fault: found === proof.root ? "" : say("{text}: the published sentences and their digest do not belong together; one of them was changed.", { text: proof.name }),
      words: [bare(shown.join(""))]
    };
  }

  function damaged(name) { return say("{text}: what it can be checked with is damaged.", { text: name || "?" }); }

  /** A phrase may be printed that stands in no published sentence: of a text that is not there whole, nobody can tell. */
  function isOpen(proof, isPhrase) { return proof.kept === false || isPhrase && typeof proof.text !== "string"; }

  /** Whether words stand in a text; where parts of them were left out, each part does. */
  function stands(words, forms) {
    var wanted = bare(words);
    var parts = wanted.split("[…]").filter(Boolean);
    return forms.some(function (form) {
      return form.indexOf(wanted) >= 0 || parts.join("") !== wanted && parts.every(function (part) { return form.indexOf(part) >= 0; });
    });
  }

  function articleOf(address) {
    var found = /^articles\/([a-z0-9-]+)(?:\/received)?\.html$/.exec(address.split("#")[0].slice(root.length));
    return found && found[1];
  }

  function wordsOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".tag, .sign, .visually-hidden").forEach(function (part) { part.remove(); });
    return copy.textContent;
  }

  /** Whether words are no quotation of an editor's: those in a line, and those that name something else than the entity of the page. */
  function isPhrase(element) {
    var figure = element.closest("figure");
    return element.matches("q:not(.pop > span > q, .sides > li > p > q)") || !!figure && figure.className === "quote" && !!figure.querySelector(".quote-note");
  }

  /** @returns {string[]} the articles that the nearest part of the page around some words leads to */
  function articlesAround(element) {
    var found = new Set(), own = articleOf(location.href);
    for (var part = element; part && !part.matches("main") && !found.size; part = part.parentElement) {
      part.querySelectorAll("a[href]").forEach(function (link) { found.add(articleOf(link.href)); });
      found.delete(null);
      found.delete(own);
    }
    return Array.from(found).concat(own ? [own] : []);
  }

  /** @returns {{articles: string[], words: string}[]} the words of stored texts that the page shows, each with the articles one of which has them */
  function shownWords() {
    var found = [], seen = new Set();
    function add(articles, element) {
      if (!element || seen.has(element) || !articles.length) { return; }
      seen.add(element);
      found.push({ articles: articles, words: wordsOf(element), isPhrase: isPhrase(element) });
    }
    document.querySelectorAll("main a[href]").forEach(function (link) {
      if (link.hash.slice(0, 3) !== "#q-") { return; }
      var article = [articleOf(link.href)].filter(Boolean), figure = link.closest("figure.quote"), saying = link.closest(".saying");
      if (figure && link.matches(".locator")) { add(article, figure.querySelector("blockquote > p")); }
      (figure ? figure.querySelectorAll("q.said") : saying ? saying.querySelectorAll(":scope > q.said") : link.querySelectorAll("q.said")).forEach(function (words) {
        if (!words.closest(".quote-note")) { add(article, words); }
      });
    });
    document.querySelectorAll("main blockquote > p, main .aligned-words, main q").forEach(function (words) {
      if (!words.closest(".quote-note, .remark")) { add(articlesAround(words), words); }
    });
    var own = articleOf(location.href);
    if (own) {
      document.querySelectorAll(".article-text .block-words, .article-text .fold-text, pre.received").forEach(function (part) { add([own], part); });
    }
    return found;
  }

  /** @returns {{digest: string}[]} the digests that stand on the page of an article */
  function shownDigests() {
    return Array.from(document.querySelectorAll("main .hash .fact, main .cite .fact"), function (part) { return part.textContent.trim(); })
      .filter(function (words) { return /^[^\s]{60,68}$/.test(words); });
  }

  /** Loads what articles can be checked with. @param {string[]} articles @param {function(): void} then */
  function load(articles, then) {
    var wanted = articles.filter(function (article) { return !proofs[article]; }), open = wanted.length;
    if (!open) { then(); return; }
    // From disk WebKit keeps a script as it first read it; on the web a browser knows by itself what is still so.
    var fresh = location.protocol === "file:" ? "?" + Date.now() : "";
    wanted.forEach(function (article) {
      var script = document.createElement("script");
      script.src = root + "check/" + article + ".js" + fresh;
      script.onload = script.onerror = function () { script.remove(); if (!--open) { then(); } };
      document.head.appendChild(script);
    });
  }

  dossier.takeProof = function (proof) { proofs[proof.article] = proof; };

  /** @param {{articles: string[], words: string}[]} shown @returns {{found: string[], compared: number, open: number}} what is wrong, in sentences; how many words were compared, and how many nobody can compare */
  function faults(shown) {
    var found = [], compared = 0, open = 0, texts = {}, own = articleOf(location.href);
    Object.keys(proofs).forEach(function (article) {
      texts[article] = read(proofs[article]);
      if (texts[article].fault) { found.push(texts[article].fault); }
    });
    shown.forEach(function (each) {
      var able = each.articles.filter(function (article) { return texts[article]; });
      var name = each.articles.map(function (article) { return proofs[article] ? proofs[article].name : article; }).join(", ");
      var start = each.words.trim().replace(/\s+/g, " ").slice(0, 80);
      if (!able.length) {
        found.push(say("What {text} can be checked with is missing or damaged: “{words}”", { text: name, words: start }));
      } else if (able.some(function (article) { return stands(each.words, texts[article].words); })) {
        compared += 1;
      } else if (able.some(function (article) { return isOpen(proofs[article], each.isPhrase); })) {
        open += 1;
      } else {
        found.push(say("These words do not stand in the stored text of {text}: “{words}”", { text: name, words: start }));
      }
    });
    if (own && proofs[own]) {
      var known = [proofs[own].sha256].concat(proofs[own].others || []);
      shownDigests().forEach(function (digest) {
        if (known.indexOf(digest) < 0) { found.push(say("This SHA-256 on the page is not the one on record: {digest}", { digest: digest })); }
      });
    }
    return { found: found.filter(function (words, place) { return found.indexOf(words) === place; }), compared: compared, open: open };
  }

  function paragraph(words) {
    var made = document.createElement("p");
    made.textContent = words;
    return made;
  }

  function tell(button, shown) {
    var checked = faults(shown), found = checked.found, panel = button.parentNode.querySelector(".check-result");
    if (!panel) {
      panel = document.createElement("div");
      panel.className = "check-result";
      panel.setAttribute("role", "status");
      button.parentNode.appendChild(panel);
    }
    panel.dataset.faults = String(found.length);
    panel.replaceChildren.apply(panel, found.map(paragraph));
    if (!found.length) {
      panel.appendChild(paragraph(shown.length
        ? say("Nothing differs. Words compared: {words}. Stored texts whose digest was computed anew: {texts}.", { words: checked.compared, texts: Object.keys(proofs).filter(function (article) { return proofs[article].kept !== false; }).length })
        : say("This page shows no words of a stored text, so there is nothing to compare. The pages of articles, claims and comparisons have such words.")));
    }
    if (checked.open) { panel.appendChild(paragraph(say("Not compared, since the text that they are from is not stored here whole: {words}.", { words: checked.open }))); }
    panel.appendChild(paragraph(say("Not checked: the editors’ own words, words without a place in a stored text, and the script that checks. It came from where the page came from.")));
  }

  dossier.checkPage = function (button) {
    var shown = shownWords(), own = articleOf(location.href), articles = new Set(own ? [own] : []);
    shown.forEach(function (each) { each.articles.forEach(function (article) { articles.add(article); }); });
    load(Array.from(articles), function () { tell(button, shown); });
  };
  dossier.checking = { sha256: function (text) { return hex(sha256(utf8(text))); }, rootOf: function (tree) { return hex(rootOf(tree, [])); } };
}());
