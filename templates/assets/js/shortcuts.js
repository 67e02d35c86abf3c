/** "/" and Ctrl or Command K lead to search from everywhere but a field. */
(function () {
  "use strict";

  /** @param {KeyboardEvent} event @returns {boolean} */
  function calls(event) {
    if (event.altKey || event.shiftKey && event.key !== "/") { return false; }
    var command = event.ctrlKey || event.metaKey;
    if (command) { return event.key.toLowerCase() === "k"; }
    return event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", function (event) {
    if (!calls(event)) { return; }
    var field = document.querySelector("input[type=search]");
    var link = document.querySelector("[data-search-link]");
    if (!field && !link) { return; }
    event.preventDefault();
    if (field) { field.focus(); field.select(); } else { location.assign(link.href); }
  });
}());
