/** "Check this page": what checks it loads when somebody asks, and not before. */
(function () {
  "use strict";

  var button = document.querySelector("[data-check]");
  if (!button) { return; }

  /** Loads scripts one after the other, then checks. @param {string[]} addresses */
  function load(addresses) {
    if (!addresses.length) { window.dossier.checkPage(button); return; }
    var script = document.createElement("script");
    script.src = addresses[0];
    script.onload = function () { load(addresses.slice(1)); };
    script.onerror = function () { button.disabled = true; };
    document.head.appendChild(script);
  }

  button.addEventListener("click", function () {
    load(window.dossier && window.dossier.checkPage ? [] : button.dataset.check.split(" "));
  });
}());
