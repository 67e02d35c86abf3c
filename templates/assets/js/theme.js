/** The three-state colour switch of the masthead: the system's choice, light, dark. */
(function () {
  "use strict";
  var root = document.documentElement;
  var buttons = Array.from(document.querySelectorAll("[data-theme-choice]"));

  /** @returns {string} "light", "dark" or "auto" */
  function current() {
    return root.getAttribute("data-theme") || "auto";
  }

  /** @param {string} choice */
  function keep(choice) {
    try {
      if (choice === "auto") { localStorage.removeItem("dossier-theme"); } else { localStorage.setItem("dossier-theme", choice); }
    } catch (closed) { /* holds for this page only */ }
  }

  /** @param {string} choice */
  function paint(choice) {
    if (choice === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", choice); }
    show();
  }

  function show() {
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-theme-choice") === current()));
    });
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      var choice = button.getAttribute("data-theme-choice");
      keep(choice);
      paint(choice);
    });
  });
  show();
}());
