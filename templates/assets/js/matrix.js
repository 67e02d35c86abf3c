/**
 * The matrix by keyboard and by finger. CSS opens a quotation under the pointer and on focus; here
 * Escape puts it away, arrow keys walk the stances, and on a touch screen the first tap opens, the second follows.
 */
(function () {
  "use strict";
  var STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  var AWAY = "put-away";
  var OPEN = "opened";
  var EDGE = 8;

  /** @param {Element} base @param {string} selector @returns {Element[]} */
  function all(base, selector) {
    return Array.from(base.querySelectorAll(selector));
  }

  /** @param {Element} base @param {string} name */
  function without(base, name) {
    all(base, "." + name).forEach(function (part) { part.classList.remove(name); });
  }

  /** The cells of a row, one that spans several columns once for each. @param {Element} row @returns {Element[]} */
  function cellsByColumn(row) {
    return all(row, "td").flatMap(function (cell) { return new Array(cell.colSpan).fill(cell); });
  }

  /** The next stance from `link` in direction `step`; within a cell first, then over cells that have none. @returns {Element|null} */
  function neighbour(table, link, step) {
    var cell = link.closest("td");
    var inside = all(cell, "a.stance");
    var beside = inside[inside.indexOf(link) + step[0]];
    if (step[0] !== 0 && beside) { return beside; }
    var rows = all(table, "tbody tr").map(cellsByColumn).filter(function (row) { return row.length; });
    var y = rows.findIndex(function (row) { return row.includes(cell); });
    var x = rows[y].indexOf(cell);
    for (y += step[0], x += step[1]; rows[y] && rows[y][x]; y += step[0], x += step[1]) {
      var found = all(rows[y][x], "a.stance");
      if (found.length) { return step[0] < 0 ? found[found.length - 1] : found[0]; }
    }
    return null;
  }

  /** @param {Element} table @param {KeyboardEvent} event */
  function walk(table, event) {
    var step = STEPS[event.key];
    var link = event.target.closest("a.stance");
    if (!step || !link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var mirrored = getComputedStyle(table).direction === "rtl" && step[1] !== 0;
    var next = neighbour(table, link, mirrored ? [0, -step[1]] : step);
    if (next) { event.preventDefault(); next.focus(); }
  }

  /** @param {Element} table */
  function putAway(table) {
    without(table, OPEN);
    all(table, "td:hover, td:focus-within").forEach(function (cell) { cell.classList.add(AWAY); });
  }

  /** A cell put away opens again once pointer or focus has left it. */
  function leave(event) {
    var cell = event.target.closest("td");
    if (cell && !cell.contains(event.relatedTarget)) { cell.classList.remove(AWAY); }
  }

  /** @param {Element} table @param {string} pointer kind of the pointer that pressed last */
  function tap(table, event, pointer) {
    var link = event.target.closest("a.stance");
    if (!link || pointer !== "touch") { return; }
    var entry = link.closest("li");
    var quotation = entry.querySelector(".pop");
    var standsInFlow = !quotation || getComputedStyle(quotation).position === "static";
    if (entry.classList.contains(OPEN) || standsInFlow) { return; }
    event.preventDefault();
    without(table, OPEN);
    entry.classList.add(OPEN);
  }

  /** A quotation that opens over the page is moved into the window where a side of it would lie outside. */
  function keepInside(event) {
    var entry = event.target.closest(".matrix td > ul > li");
    var pop = entry && entry.querySelector(".pop");
    if (!pop || getComputedStyle(pop).position !== "absolute") { return; }
    pop.style.translate = "";
    var box = pop.getBoundingClientRect();
    var page = document.documentElement;
    var left = Math.max(0, EDGE - box.left) || Math.min(0, page.clientWidth - EDGE - box.right);
    var above = entry.getBoundingClientRect().top - box.height;
    var up = box.bottom <= page.clientHeight - EDGE || above < EDGE ? 0 : above - box.top;
    pop.style.translate = [left, up].map(function (shift) { return shift + "px"; }).join(" ");
  }

  all(document, "table.matrix").forEach(function (table) {
    var pointer = "";
    table.addEventListener("keydown", function (event) { walk(table, event); });
    ["mouseover", "focusin", "click"].forEach(function (name) { table.addEventListener(name, keepInside); });
    table.addEventListener("mouseout", leave);
    table.addEventListener("focusout", leave);
    table.addEventListener("pointerdown", function (event) { pointer = event.pointerType; });
    table.addEventListener("click", function (event) { tap(table, event, pointer); });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { putAway(table); } });
    document.addEventListener("pointerdown", function (event) { if (!table.contains(event.target)) { without(table, OPEN); } });
  });
}());
