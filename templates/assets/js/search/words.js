/**
 * Says which words of a query no page has, which word was meant, and which are written as one elsewhere and as two here. The engine answers an unknown word with the longest one it knows, "Forbes"
 * with "for"; the list of all words, made when the site was built, knows better.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var writing = search.folding();
  var fold = writing.fold;
  // Endings that the English stemmer takes off. Elsewhere up to three letters after four that are the same.
  var ENDINGS = /^(|e|s|es|d|ed|er|ers|ing|ings|ly|y|ies|ied)$/;
  var about = null;
  var chunks = new Map();

  /** @param {string} text @returns {string[]} folded words */
  function wordsOf(text) {
    return fold(text.replace(/[\u02b9-\u02bf]/g, "'")).match(/[\p{L}\p{N}]+/gu) || [];
  }

  /** @param {string} word @returns {string} the chunk that holds it */
  function chunkOf(word) {
    return ["w"].concat(Array.from(word).slice(0, about.width).map(function (letter) {
      return letter.codePointAt(0).toString(16).padStart(4, "0");
    })).join("-");
  }

  /** @param {string} word @returns {Promise<string[]>} sorted words that begin alike */
  function neighbours(word) {
    return search.load("search-words/index.js").then(function () {
      var name = chunkOf(word);
      if (about.chunks.indexOf(name) < 0) { return []; }
      return search.load("search-words/" + name + ".js").then(function () { return chunks.get(name) || []; });
    });
  }

  function sharedLength(one, other) {
    var at = 0;
    while (at < one.length && one[at] === other[at]) { at += 1; }
    return at;
  }

  /** Whether two words differ in their ending only, as the engine's stemmer sees it. */
  function isKin(one, other) {
    var shared = sharedLength(one, other);
    var ends = [one.slice(shared), other.slice(shared)];
    if (!/^en\b/.test(document.documentElement.dataset.language)) {
      return shared >= 4 && ends.every(function (end) { return end.length <= 3; });
    }
    // "stopped", "running": the last letter is doubled before the ending
    if (shared > 2 && ends[0].length > 1 && ends[0][0] === one[shared - 1] && !ends[1]) { ends[0] = ends[0].slice(1); }
    return shared >= 3 && ends.every(function (end) { return ENDINGS.test(end); });
  }

  /** How many letters are too many, too few, other ones or out of turn between two words (optimal string alignment). */
  function slips(one, other) {
    var rows = [[], Array.from({ length: other.length + 1 }, function (_none, at) { return at; })];
    for (var y = 1; y <= one.length; y += 1) {
      var row = [y];
      for (var x = 1; x <= other.length; x += 1) {
        row[x] = Math.min(rows[1][x] + 1, row[x - 1] + 1, rows[1][x - 1] + (one[y - 1] === other[x - 1] ? 0 : 1));
        if (y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1]) { row[x] = Math.min(row[x], rows[0][x - 2] + 1); }
      }
      rows = [rows[1], row];
    }
    return rows[1][other.length];
  }

  /** Whether a word can only be another with a slip. "Forbes" is not "forces": another letter needs a longer word. */
  function isSlipOf(word, other) {
    if (word.length < 5 || /\d/.test(word) || Math.abs(word.length - other.length) > 2) { return false; }
    var found = slips(word, other);
    if (found === 1) {
      return word.length >= 7 || word.length !== other.length || Array.from(word).sort().join() === Array.from(other).sort().join();
    }
    return found === 2 && word.length >= 10;
  }

  /** Whether one slip is between two words, whatever came of it: such a word is offered and not taken for the other. */
  function isNear(word, other) {
    return word.length > 3 && !/\d/.test(word) && Math.abs(word.length - other.length) < 2 && slips(word, other) === 1;
  }

  /** The word that was meant, written as the reader began it; "" where there is none. */
  function meant(word, words) {
    var found = words.filter(function (each) { return isSlipOf(word, each); }).sort(function (one, other) {
      return slips(word, one) - slips(word, other) || sharedLength(word, other) - sharedLength(word, one) || (one < other ? -1 : 1);
    });
    return found[0] || "";
  }

  /** @param {string} word folded @returns {Promise<{known: boolean, isWhole: boolean, near: string[], meant: string}>} */
  function lookUp(word) {
    if (writing.isUnspaced(word)) { return Promise.resolve({ known: true, isWhole: false, near: [], meant: "" }); }
    return neighbours(word).then(function (words) {
      if (Array.from(word).length < about.width) { return { known: true, isWhole: false, near: [], meant: "" }; }
      // "nine-minute", "5,000": the engine knows them in one as well.
      var joined = words.filter(function (each) { return each.indexOf("-") > 0; }).map(function (each) { return each.replace(/-/g, ""); });
      words = words.filter(function (each) { return each.indexOf("-") < 0; });
      var isWhole = words.some(function (each) { return each === word || isKin(word, each); });
      var known = isWhole || words.some(function (each) { return each.startsWith(word); }) || joined.some(function (each) { return each === word || isKin(word, each); });
      var near = known ? [] : words.filter(function (each) { return sharedLength(each, word) >= Math.max(4, word.length - 3) || isNear(word, each); })
        .sort(function (one, other) { return isNear(word, other) - isNear(word, one); });
      return { known: known, isWhole: isWhole, near: near.slice(0, 4), meant: known ? "" : meant(word, words) };
    });
  }

  /** A term is there if it is when written as one: "el-Sheikh", "elSheikh"; else its parts are asked for, those that are there. */
  function isThere(term) {
    var words = wordsOf(term);
    return Promise.all(words.map(lookUp)).then(function (found) {
      var unknown = found.filter(function (each) { return !each.known; });
      if (words.length < 2 && !unknown.length) { return { there: true }; }
      if (words.length < 2) {
        return (unknown[0].meant ? Promise.resolve(null) : halves(words[0])).then(function (both) {
          return { there: false, near: (both ? [both.join(" ")] : []).concat(unknown[0].near), meant: unknown[0].meant };
        });
      }
      return lookUp(words.join("")).then(function (whole) {
        if (whole.known) { return { there: true }; }
        // Of an address that is on no page, no piece is asked for.
        var parts = unknown.length && term.indexOf(".") >= 0 ? "" : term.replace(/[\p{L}\p{N}][^"]*[\p{L}\p{N}]/u, words.filter(function (_word, at) { return found[at].known; }).join(" "));
        return { there: !unknown.length, near: unknown.length ? unknown[0].near : [], meant: "", parts: parts };
      });
    });
  }

  /** @param {string} word as a reader typed it @param {string} found a word of the list @returns {string} with the reader's capital */
  function likewise(word, found) {
    var first = Array.from(word)[0];
    return first.toLowerCase() === first ? found : found[0].toUpperCase() + found.slice(1);
  }

  /**
   * @param {string} query
   * @returns {Promise<{rest: string, absent: {word: string, near: string[], meant: string}[]}>} `rest`: the query without absent
   *   words, or with the words that were meant. Where the list of words cannot be read, nothing is said and the query stays whole.
   */
  function absentWords(query) {
    var terms = query.split(/\s+/).filter(function (term) { return wordsOf(term).length; });
    return Promise.all(terms.map(isThere)).then(function (found) {
      var absent = [];
      var rest = terms.map(function (term, index) {
        if (found[index].there) { return found[index].parts || term; }
        var word = term.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
        var other = found[index].meant ? likewise(word, found[index].meant) : "";
        if (absent.some(function (each) { return each.word === word; })) { return ""; }
        absent.push({ word: word, near: found[index].near.filter(function (each) { return each !== found[index].meant; }).map(function (each) { return likewise(word, each); }), meant: other });
        return other ? term.replace(word, other) : found[index].parts;
      }).filter(function (term) { return term && /[\p{L}\p{N}]/u.test(term); });
      var isPaired = rest.join(" ").split("\"").length % 2 === 1;
      if (!isPaired) { rest = rest.map(function (term) { return term.replace(/"/g, ""); }); }
      return { rest: absent.length || rest.length < terms.length || found.some(function (each) { return each.parts; }) ? rest.join(" ") : query, absent: absent };
    }, function () { return { rest: query, absent: [] }; });
  }

  // ---- one word or two ----

  /** The two words that a page has in place of one, or null. */
  function halves(word) {
    var letters = Array.from(word);
    var cuts = letters.slice(3, -2).map(function (_letter, at) { return at + 3; });
    return Promise.all(cuts.map(function (at) {
      var both = [letters.slice(0, at).join(""), letters.slice(at).join("")];
      return Promise.all(both.map(lookUp)).then(function (found) { return found.every(function (each) { return each.isWhole; }) ? both : null; });
    })).then(function (found) { return found.filter(Boolean)[0] || null; });
  }

  /** Each term of a query as [as one, as two]; both the same where it is written in one way only. */
  function inBothWays(terms) {
    if (!terms.length) { return Promise.resolve([]); }
    var isPair = terms.length > 1 && terms[0].length > 2 && terms[1].length > 2;
    return (isPair ? lookUp(terms[0] + terms[1]) : Promise.resolve({ isWhole: false })).then(function (joined) {
      if (joined.isWhole) { return [[terms[0] + terms[1], terms[0] + " " + terms[1]], 2]; }
      return halves(terms[0]).then(function (both) { return [[terms[0], both ? both.join(" ") : terms[0]], 1]; });
    }).then(function (first) {
      return inBothWays(terms.slice(first[1])).then(function (rest) { return [first[0]].concat(rest); });
    });
  }

  /**
   * @param {string} query "airstrikes in Syria", "air strikes in Syria"
   * @returns {Promise<{words: string, runs: string[]}[]>} the same two ways for both; none where no word has two forms
   */
  function ways(query) {
    var terms = /["“”]/.test(query) || writing.isUnspaced(query) ? [] : query.split(/\s+/).map(fold).filter(Boolean);
    if (terms.some(function (term) { return /[^\p{L}\p{N}]/u.test(term); })) { terms = []; }
    return inBothWays(terms).then(function (found) {
      var split = found.filter(function (each) { return each[0] !== each[1]; });
      if (!split.length) { return []; }
      return [0, 1].map(function (form) {
        return { words: found.map(function (each) { return each[form]; }).join(" "), runs: form ? split.map(function (each) { return each[1]; }) : [] };
      });
    }).catch(function () { return []; });
  }

  // ---- names ----

  var named = [];

  /** A number as it is called: what stands before it, its letter, its figures without what fills them up. */
  function numberOf(words) {
    return (words.match(/^(?:(#|\p{L}{2,} ))?(\p{L}?) ?0*(\d+)$/u) || []).slice(1).map(function (part) { return (part || "").trim(); });
  }

  /** Whether words call a record by its number: "C6", "#2", "claim 6", "text 2". A figure alone is a figure. */
  function isNumber(wanted, row) {
    var asked = numberOf(wanted), its = numberOf(row[5]);
    if (!its.length || asked[2] !== its[2] || asked[1] !== its[1] && (asked[1] || !asked[0])) { return false; }
    return asked[0] ? asked[1] !== "" || [asked[0] === "#" && !its[1], asked[0] === fold(row[1]), !its[1] && asked[0] === text()].indexOf(true) >= 0 : asked[1] !== "";
  }

  function text() { return window.dossier.say ? fold(window.dossier.say("text")) : "text"; }

  /**
   * @param {string} query
   * @returns {Promise<object|null>} the record that the query names: {title, kind, href, any, exact, number, lang, isExact}
   */
  function namedBy(query) {
    var wanted = query.trim().replace(/\s+/g, " ");
    return search.load("assets/search-names.js").then(function () {
      var folded = fold(wanted);
      var row = named.find(function (each) { return folded !== "" && each[5] === folded; }) || named.find(function (each) {
        return each[4].indexOf(wanted) >= 0 || isNumber(folded, each) || each[3].some(function (name) { return fold(name) === folded; });
      });
      if (!row || !wanted) { return null; }
      return { title: row[0], kind: row[1], href: search.href(row[2]), any: row[3], exact: row[4], number: row[5], lang: row[6], isExact: row[4].indexOf(wanted) >= 0 };
    }).catch(function () { return null; });
  }

  Object.assign(search, {
    absentWords: absentWords,
    namedBy: namedBy,
    ways: ways,
    vocabulary: function (found) { about = found; },
    words: function (build, name, words) { if (about && about.build === build) { chunks.set(name, words.split(" ")); } },
    names: function (rows) { named = rows; },
  });
}());
