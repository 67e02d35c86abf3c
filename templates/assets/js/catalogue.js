/**
 * The words of scripts: `dossier.say("{count} of {all} here", { … })`. English is the key, and is said where there is no
 * translation; the build puts the words of another language behind this script, which runs before those that speak.
 */
(function () {
  "use strict";
  var dossier = window.dossier = window.dossier || {};
  var said = {};
  var formOf = function (count) { return count === 1 ? 0 : 1; };

  /** @param {string} words @param {object} [places] by name @returns {string} */
  function filled(words, places) {
    return words.replace(/\{(\w+)\}/g, function (place, name) { return places && name in places ? places[name] : place; });
  }

  /** @param {number} count @returns {string} with its thousands parted as the language of the page does */
  function numbered(count) {
    return count.toLocaleString(document.documentElement.lang || undefined);
  }

  Object.assign(dossier, {
    numbered: numbered,
    /** @param {string} words English, literally @param {object} [places] @returns {string} */
    say: function (words, places) { return filled(said[words] || words, places); },
    /** The form for a count, which stands at `{count}`. @returns {string} */
    sayMany: function (one, many, count, places) {
      var forms = said[one] || [one, many];
      return filled(forms[formOf(count)], Object.assign({ count: numbered(count) }, places));
    },
    /** @param {object} words a text for each text, or the forms of it @param {function(number): number} form of a count */
    speak: function (words, form) { said = words; formOf = form; },
  });
}());
