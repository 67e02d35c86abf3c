/**
 * A reader's question: names and absent words are seen to first, then the engine is asked.
 * `dossier.search.answer(question)` is all that a page needs.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var ORDERS = { "": {}, newest: { date: "desc" }, oldest: { oldest: "asc" }, title: { title: "asc" } };
  var NOTHING = { total: 0, facets: {}, scores: [], items: [], unread: 0 };

  /** What is asked of the engine, or null where no word of the question is on any page. */
  function wishOf(question, name, known) {
    var words = question.words.trim();
    var term = known.rest.trim() || null;
    if (words && term === null) { return null; }
    var wish = {
      chosen: question.chosen || {}, sort: ORDERS[question.order || ""], names: name,
      from: question.from || 0, count: question.count,
    };
    // "IS" means the organisation, and the engine knows no capitals: the pages are told by what they are about.
    if (name && name.isExact && !question.letters) {
      term = name.title;
      wish.onlyNames = true;
      wish.chosen = Object.assign({}, wish.chosen, { entity: [name.title] });
    }
    return { term: term, wish: wish };
  }

  /**
   * @param {{words: string, chosen: object, order: string, letters: boolean, from: number, count: number}} question
   *   `chosen`: values by facet; `letters`: take a name that needs its capitals for plain letters
   * @returns {Promise<{name: object|null, known: {rest: string, absent: object[]}, found: object}>}
   */
  function answer(question) {
    return Promise.all([search.namedBy(question.words), search.absentWords(question.words)]).then(function (both) {
      var asked = wishOf(question, both[0], both[1]);
      var finding = asked ? search.find(asked.term, asked.wish) : Promise.resolve(NOTHING);
      return finding.then(function (found) { return { name: both[0], known: both[1], found: found }; });
    });
  }

  Object.assign(search, {
    answer: answer,
    /** @param {string} order @returns {boolean} */
    hasOrder: function (order) { return Object.prototype.hasOwnProperty.call(ORDERS, order); },
  });
}());
