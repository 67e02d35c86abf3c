/**
 * Runs before the first paint: says that scripts run, and sets the colours the reader chose earlier.
 * Blocking on purpose, and tiny: a later script would flash. Storage may be closed on file://, which is no fault.
 */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
  try {
    var choice = localStorage.getItem("dossier-theme");
    if (choice === "light" || choice === "dark") { root.setAttribute("data-theme", choice); }
  } catch (closed) { /* the system's colours stay */ }
}());
