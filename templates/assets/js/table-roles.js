/**
 * Tables that become cards on a phone lose their meaning in some browsers once their display changes.
 * Says the roles again here, because a validator rightly refuses them in the HTML.
 */
(function () {
  "use strict";
  var ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

  /** @param {Element} part @returns {string} */
  function role(part) {
    if (part.tagName !== "TH") { return ROLES[part.tagName]; }
    return part.getAttribute("scope").indexOf("row") === 0 ? "rowheader" : "columnheader";
  }

  document.querySelectorAll("table.matrix, table.ladder, table.table-cards").forEach(function (table) {
    [table].concat(Array.from(table.querySelectorAll("thead, tbody, tr, th, td"))).forEach(function (part) {
      part.setAttribute("role", role(part));
    });
  });
}());
