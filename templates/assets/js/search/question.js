/**
 * A reader's question: names and absent words are seen to first, then the engine is asked.
 * `dossier.search.answer(question)` is all that a page needs.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var ORDERS = { "": {}, newest: { date: "desc" }, oldest: { oldest: "asc" }, title: { title: "asc" } };
  var NOTHING = { total: 0, facets: {}, scores: [], items: [], unread: 0, asked: "" };

  /** All ways to one answer for a name: its pages, and the words of each of its forms that needs no capitals. */
  function waysOfName(name) {
    return name.any.map(function (each) { return { words: "\"" + each.replace(/"/g, "") + "\"" }; })
      .concat({ words: name.title, of: ["entity", name.title] });
  }

  /** What is asked of the engine, or null where no word of the question is on any page. */
  function wishOf(question, name, known) {
    var words = question.words.trim();
    var term = known.rest.trim() || null;
    if (words && term === null) { return Promise.resolve(null); }
    var wish = {
      chosen: question.chosen || {}, sort: ORDERS[question.order || ""], names: name && !name.number ? name : null,
      from: question.from || 0, count: question.count, facets: question.facets,
    };
    var isName = wish.names && !question.letters;
    if (known.dates) { wish.ways = known.dates.map(function (date) { return { words: "\"" + date + "\"" }; }); }
    return (known.dates ? Promise.resolve([]) : isName ? Promise.resolve(waysOfName(name)) : term ? search.ways(term) : Promise.resolve([])).then(function (ways) {
      if (ways.length) { wish.ways = ways; }
      return { term: term, wish: wish };
    });
  }

  function isPageOf(name, item) {
    return search.href(item.url) === name.href;
  }

  /** The record that a question names, as it was typed or as it was meant. */
  function named(words, known) {
    return search.namedBy(words).then(function (name) {
      // However its number was typed, it is searched as pages have it.
      if (name && name.number) { known.rest = name.number; known.absent = []; }
      return name || known.rest === words ? name : search.namedBy(known.rest);
    });
  }

  /**
   * @param {{words: string, chosen: object, order: string, letters: boolean, from: number, count: number}} question
   *   `chosen`: values by facet; `letters`: take a name that needs its capitals for plain letters
   * @returns {Promise<{name: object|null, known: {rest: string, absent: object[], dates: string[]|undefined}, found: object}>} `dates`: the forms of the date that was asked for
   */
  function answer(question) {
    search.begin(); // while the words are looked up
    return search.read(question.words).then(function (read) {
      return read.dates.length ? { rest: read.words, absent: [], dates: read.dates } : search.absentWords(read.words);
    }).then(function (known) {
      return named(question.words, known).then(function (name) {
        return wishOf(question, name, known).then(function (asked) {
          return asked ? search.find(asked.term, asked.wish) : NOTHING;
        }).then(function (found) {
          if (name && name.number) { found.items.sort(function (one, other) { return isPageOf(name, other) - isPageOf(name, one); }); }
          return { name: name, known: known, found: found };
        });
      });
    });
  }

  Object.assign(search, {
    answer: answer,
    /** @param {string} order @returns {boolean} */
    hasOrder: function (order) { return Object.prototype.hasOwnProperty.call(ORDERS, order); },
  });
}());
