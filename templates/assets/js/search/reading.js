/**
 * What a reader typed, as it is asked: quotation marks of any kind are marks, other signs between words part them, and a date is
 * found however it is written: "2015-10-31", "31.10.2015", "October 31, 2015" for what pages call 31 Oct 2015.
 */
(function () {
  "use strict";
  var search = window.dossier.search;
  var MARKS = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff02]/g;
  // What may stand inside a word: "el-Sheikh", "U.S.", "Assad's"; and inside a figure: "5,000".
  var PARTING = /[^\p{L}\p{N}\p{M}\p{Cf}"'\u2019\u02b9-\u02bf.,\u2010\u2011\u30fb-]+|,(?!\p{N})/gu;
  var fold = search.folding().fold;
  var months = [];

  /** The month that a word is, or begins: 1 to 12, or 0. */
  function monthOf(word) {
    return months.findIndex(function (forms) {
      return forms.map(fold).some(function (form) { return form.replace(".", "") === word || word.length > 2 && form.indexOf(word) === 0; });
    }) + 1;
  }

  // Year first; day, dot, month; day and month with strokes, of which the one above 12 is the day; and in words.
  var DATES = [
    [/^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/, function (all) { return [all[1], all[2], all[3]]; }],
    [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, function (all) { return [all[3], all[2], all[1]]; }],
    [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, function (all) { return all[2] > 12 ? [all[3], all[1], all[2]] : [all[3], all[2], all[1]]; }],
    [/^(?:(\d{1,2})\.? )?(\p{L}+)\.? (\d{4})$/u, function (all) { return [all[3], monthOf(all[2]), all[1]]; }],
    [/^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u, function (all) { return [all[3], monthOf(all[1]), all[2]]; }],
  ];

  /** @param {Array} parts year, month and perhaps day @returns {string[]} the date as pages write it, the long form first; none for no date */
  function forms(parts) {
    var month = Number(parts[1]), day = Number(parts[2] || 1), date = new Date(Date.UTC(Number(parts[0]), month - 1, day));
    if (!month || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) { return []; }
    var names = months[month - 1] || [];
    return Array.from(new Set(names)).map(function (name) { return (parts[2] ? day + " " : "") + name + " " + parts[0]; });
  }

  function dateIn(typed) {
    var words = fold(typed.replace(MARKS, " ").replace(/"/g, " ")).trim().replace(/\s+/g, " ");
    return DATES.reduce(function (found, each) {
      var all = found.length ? null : words.match(each[0]);
      return all ? forms(each[1](all)) : found;
    }, []);
  }

  /** The same with quotation marks in pairs, and without signs that are no part of a word. */
  function plainly(typed) {
    var words = typed.replace(MARKS, "\"").replace(/^\s*['\u2018\u201a]([^]+)['\u2019]\s*$/, "\"$1\"").replace(PARTING, " ").replace(/(^|\P{N}),/gu, "$1 ");
    if (words.split("\"").length % 2 === 0) { words += "\""; } // the phrase that is being typed
    return /[\p{L}\p{N}]/u.test(words) ? words.replace(/"\s*"/g, " ").replace(/\s+/g, " ").trim() : typed;
  }

  /** @param {string} typed @returns {Promise<{words: string, dates: string[]}>} `dates`: the forms of the date that all of it is */
  function read(typed) {
    return search.load("assets/search-names.js").catch(function () { /* then a date is words */ }).then(function () {
      return { words: plainly(typed), dates: dateIn(typed) };
    });
  }

  Object.assign(search, { read: read, months: function (rows) { months = rows; } });
}());
