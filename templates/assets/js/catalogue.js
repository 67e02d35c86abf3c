/**
 * The words of scripts: `dossier.say("{count} of {all} here", { … })`. English is the key, and is said where there is no
 * translation; the build puts the words of another language behind this script, which runs before those that speak.
 */
(function () {
  "use strict";
  var dossier = window.dossier = window.dossier || {};
  var said = {};
  var formOf = function (count) { return count === 1 ? 0 : 1; };
  var signs = [",", "{thousand},{rest}"];

  /** @param {string} words @param {object} [places] by name @returns {string} */
  function filled(words, places) {
    return words.replace(/\{(\w+)\}/g, function (place, name) { return places && name in places ? places[name] : place; });
  }

  /** @param {number} count whole, not below 0 @returns {string} with its thousands parted as the language does */
  function numbered(count) {
    var digits = String(count);
    if (digits.length === 4) return filled(signs[1], { thousand: digits[0], rest: digits.slice(1) });
    return digits.replace(/\B(?=(\d{3})+$)/g, signs[0]);
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
    /**
     * @param {object} words a text for each text, or the forms of it @param {function(number): number} form of a count
     * @param {string[]} parting what parts thousands, and how a number of four digits is parted
     */
    speak: function (words, form, parting) { said = words; formOf = form; signs = parting; },
  });
}());
