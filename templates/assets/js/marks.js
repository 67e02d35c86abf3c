/** One button opens or folds everything in a text that is not the article's own words. */
(function () {
  "use strict";
  var folds = document.querySelectorAll("details.fold");
  document.querySelectorAll("[data-marks-switch]").forEach(function (button) {
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(open));
      folds.forEach(function (fold) { fold.open = open; });
    });
  });
}());
