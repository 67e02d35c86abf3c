/**
 * Says which words of a query no page has. The engine answers an unknown word with the longest one it knows, "Forbes"
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
    if (shared > 2 && ends[0][0] === one[shared - 1] && !ends[1]) { ends[0] = ends[0].slice(1); }
    return shared >= 3 && ends.every(function (end) { return ENDINGS.test(end); });
  }

  /** @param {string} word folded @returns {Promise<{known: boolean, near: string[]}>} */
  function lookUp(word) {
    if (writing.isUnspaced(word)) { return Promise.resolve({ known: true, near: [] }); }
    return neighbours(word).then(function (words) {
      if (Array.from(word).length < about.width) { return { known: true, near: [] }; }
      var known = words.some(function (each) { return each.startsWith(word) || isKin(word, each); });
      var near = known ? [] : words.filter(function (each) { return sharedLength(each, word) >= Math.max(4, word.length - 3); });
      return { known: known, near: near.slice(0, 4) };
    });
  }

  /** A term is there if its parts are, or if it is when written as one: "el-Sheikh", "elSheikh". */
  function isThere(term) {
    var words = wordsOf(term);
    return Promise.all(words.map(lookUp)).then(function (found) {
      var unknown = found.filter(function (each) { return !each.known; });
      if (!unknown.length || words.length < 2) { return { there: !unknown.length, near: unknown.length ? unknown[0].near : [] }; }
      return lookUp(words.join("")).then(function (whole) { return { there: whole.known, near: unknown[0].near }; });
    });
  }

  /**
   * @param {string} query
   * @returns {Promise<{rest: string, absent: {word: string, near: string[]}[]}>} `rest`: the query without absent words.
   *   Where the list of words cannot be read, nothing is said and the query stays whole.
   */
  function absentWords(query) {
    var terms = query.split(/\s+/).filter(function (term) { return wordsOf(term).length; });
    return Promise.all(terms.map(isThere)).then(function (found) {
      var absent = [];
      var rest = terms.filter(function (term, index) {
        if (!found[index].there) { absent.push({ word: term.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""), near: found[index].near }); }
        return found[index].there;
      });
      return { rest: absent.length ? rest.join(" ") : query, absent: absent };
    }, function () { return { rest: query, absent: [] }; });
  }

  // ---- names ----

  var named = [];

  /**
   * @param {string} query
   * @returns {Promise<object|null>} the record that the query names: {title, kind, href, any, exact, isExact}
   */
  function namedBy(query) {
    var wanted = query.trim().replace(/\s+/g, " ");
    return search.load("assets/search-names.js").then(function () {
      var row = named.find(function (each) {
        return each[4].indexOf(wanted) >= 0 || each[3].some(function (name) { return fold(name) === fold(wanted); });
      });
      if (!row || !wanted) { return null; }
      return { title: row[0], kind: row[1], href: search.href(row[2]), any: row[3], exact: row[4], isExact: row[4].indexOf(wanted) >= 0 };
    }).catch(function () { return null; });
  }

  Object.assign(search, {
    absentWords: absentWords,
    namedBy: namedBy,
    vocabulary: function (found) { about = found; },
    words: function (build, name, words) { if (about && about.build === build) { chunks.set(name, words.split(" ")); } },
    names: function (rows) { named = rows; },
  });
}());
