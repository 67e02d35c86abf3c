/**
 * The field above a list: while the reader types, rows of this page without the words are put away at once.
 * The list is complete without it. Accents and capitals do not matter; several words must all stand in a row.
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var ROWS = ".rows > li, .names > li, .timeline > li, .backlinks > li, .mention-groups > li, .quotes > .quote, .cards > .card, .table tbody > tr, .chains > .chain";

  /** @param {string} text @returns {string} without capitals and accents */
  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  }

  /** Rows of the list, not those inside a row. @returns {Element[]} */
  function rowsOf(main) {
    return Array.from(main.querySelectorAll(ROWS)).filter(function (row) { return !row.parentElement.closest(ROWS); });
  }

  /** A heading whose rows are all put away is put away with them. */
  function tidy(main) {
    main.querySelectorAll(".section, .stack, .beside, .register > li").forEach(function (part) {
      var rows = rowsOf(part);
      part.classList.toggle("put-away", rows.length > 0 && rows.every(function (row) { return row.classList.contains("put-away"); }));
    });
  }

  document.querySelectorAll("[data-list-filter]").forEach(function (field) {
    var main = document.querySelector("main");
    var told = field.parentElement.querySelector("[data-list-count]");
    var rows = null;

    /** The words of a row are read once, when the first letter is typed. */
    function read() {
      rows = rows || rowsOf(main).map(function (row) { return { row: row, text: folded(row.textContent) }; });
      return rows;
    }

    function filter() {
      var wanted = folded(field.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      read().forEach(function (each) {
        var fits = wanted.every(function (word) { return each.text.indexOf(word) !== -1; });
        each.row.classList.toggle("put-away", !fits);
        shown += fits ? 1 : 0;
      });
      tidy(main);
      told.textContent = wanted.length ? dossier.say("{count} of {all} here", { count: dossier.numbered(shown), all: dossier.numbered(rows.length) }) : "";
    }

    field.addEventListener("input", filter);
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !field.value) { return; }
      event.preventDefault();
      field.value = "";
      filter();
    });
    if (field.value) { filter(); }
  });
}());
