/** A link to something inside a folded part opens the fold. */
(function () {
  "use strict";

  /** @returns {Element|null} the element the address points at; null also where the address is no valid encoding */
  function target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) {
      return null;
    }
  }

  function unfold() {
    var part = target();
    var fold = part && (part.closest("details") || part.querySelector("details"));
    if (!fold || fold.open) { return; }
    fold.open = true;
    part.scrollIntoView();
  }

  window.addEventListener("hashchange", unfold);
  unfold();
}());
