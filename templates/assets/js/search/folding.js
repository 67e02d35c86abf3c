/**
 * Words as a search compares them, the same way as the build wrote them into the index: small letters without accents,
 * plain letters for those that have no accent to take off, and a piece for each character of scripts without spaces.
 * Also travels as text into a worker, so `folding` uses nothing from around it.
 */
(function () {
  "use strict";

  /** @returns {{fold: function(string): string, cut: function(string): string[], asked: function(string): object, shown: function(string): string, APART: string, END: string}} */
  function folding() {
    var PLAIN = {
      "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "æ": "ae", "œ": "oe", "ß": "ss",
      "þ": "th", "ƀ": "b", "ɓ": "b", "ɗ": "d", "ƒ": "f", "ɨ": "i", "ʉ": "u", "ȷ": "j", "ɫ": "l", "ə": "e", "ⱥ": "a", "ɖ": "d",
      "ɛ": "e", "ɔ": "o", "ɣ": "g", "ʋ": "v", "ƴ": "y", "ɲ": "n",
    };
    var UNSPACED = new RegExp("[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3100-\\u312f" +
      "\\u31f0-\\u31ff\\u3400-\\u9fff\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}]", "u");
    var UNSEEN = /[\u00ad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
    var APART = "\u2060";
    var END = "\u2063";

    function fold(text) {
      return Array.from(text.toLowerCase().normalize("NFKD").replace(/[\p{Mn}\p{Cf}\u02b9-\u02bf]/gu, "")).map(function (letter) {
        return PLAIN[letter] || letter;
      }).join("");
    }

    /** As the index has it, but for what is cut: composed, without unseen signs, ligatures resolved. */
    function cleaned(text) {
      return text.normalize("NFC").replace(UNSEEN, "").replace(/[\ufb00-\ufb06]/g, function (sign) { return sign.normalize("NFKC"); });
    }

    /** What stands between two spaces, cut before and after each letter of an unspaced script. */
    function pieces(token) {
      var found = [""];
      var last = null;
      Array.from(token).forEach(function (letter) {
        if (/[\p{L}\p{N}]/u.test(letter)) {
          var isUnspaced = UNSPACED.test(letter);
          if (last !== null && (isUnspaced || last)) { found.push(""); }
          last = isUnspaced;
        }
        found[found.length - 1] += letter;
      });
      return found;
    }

    /** The words of a text as the index counts them; a piece that goes on ends in an invisible sign. */
    function cut(text) {
      var found = [];
      cleaned(text).split(/\s+/).forEach(function (token) {
        var parts = UNSPACED.test(token) ? pieces(token) : [token];
        parts.forEach(function (part, at) { found.push(at + 1 < parts.length ? part + APART : part); });
      });
      return found;
    }

    /** A word of the index without the plain form that stands beside it. */
    function shown(word) {
      var both = word.match(/^([^]*?)\^([\p{L}\p{N}\p{M}]+)([^]*)$/u);
      if (!both) { return word; }
      var core = both[1].replace(/^[^\p{L}\p{N}]+/u, "");
      return fold(core) === both[2] && core.toLowerCase() !== both[2] ? both[1] + both[3] : word;
    }

    function plain(word) {
      var alone = word.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
      return fold(word) === alone ? word : fold(word);
    }

    /**
     * @param {string} query as a reader types it
     * @returns {{term: string, runs: string[]}} what the engine is asked, and phrases that have to stand on a page besides:
     *   the engine takes a query for one phrase or for words anywhere, and a run without spaces is a phrase
     */
    function asked(query) {
      var inMarks = query.match(/^\s*"([^"]+)"\s*$/);
      if (inMarks) { return { term: "\"" + spaced(inMarks[1]) + "\"", runs: [] }; }
      var runs = (query.match(/"[^"]*\S\s+\S[^"]*"/g) || []).map(function (phrase) { return "\"" + spaced(phrase.replace(/"/g, "").trim()) + "\""; });
      var terms = cleaned(query).replace(/"/g, " ").replace(/[\u02b9-\u02bf]/g, "'").split(/\s+/).filter(Boolean).map(function (token) {
        if (!UNSPACED.test(token)) { return plain(token); }
        var inPieces = spaced(token);
        if (/\S \S/.test(inPieces)) { runs.push("\"" + inPieces + "\""); }
        return inPieces;
      });
      if (terms.length === 1 && runs.length) { return { term: runs[0], runs: [] }; }
      return { term: terms.join(" "), runs: runs };
    }

    function spaced(text) {
      return cut(text).join(" ").replace(/\u2060/g, "");
    }

    return { fold: fold, cut: cut, asked: asked, shown: shown, isUnspaced: function (text) { return UNSPACED.test(text); }, APART: APART, END: END };
  }

  window.dossier.search.folding = folding;
}());
