/** Writes an item of CSL-JSON as a citation: `dossier.cite.written(item, style)`. Words stay as they are; the style only sets them. */
(function () {
  "use strict";
  var say = window.dossier.say;
  var BIBTEX = { "article-newspaper": "article", "article-magazine": "article", "article-journal": "article" };
  var RIS = { "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR", "post-weblog": "BLOG" };
  var SPECIAL = { "\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}",
    "%": "\\%", "$": "\\$", "&": "\\&", "#": "\\#", "_": "\\_" };

  /** @param {object} item @returns {number[][]} year, month and day of one date or of two, as far as they are known */
  function dates(item) {
    return item.issued && item.issued["date-parts"] || [];
  }

  /** Year, month and day as far as both ends of an interval have them. */
  function parts(item) {
    var all = dates(item);
    var agreed = (all[0] || []).findIndex(function (part, at) { return all.some(function (each) { return each[at] !== part; }); });
    return agreed < 0 ? all[0] || [] : all[0].slice(0, agreed);
  }

  function two(number) { return String(number).padStart(2, "0"); }

  /** A date as a style has it; "n.d." where none is known, "ca." where it is not sure. */
  function date(item, order) {
    if (item.issued && item.issued.literal) { return item.issued.literal; }
    var words = dates(item).map(function (known) { return dateOf(known, order); }).join("/") || say("n.d.");
    return item.issued && item.issued.circa ? say("ca. {date}", { date: words }) : words;
  }

  /** A date in the language of the words around it, as reference managers say it; English has it as each style is printed. */
  function dateOf(known, order) {
    if (!known[1]) { return String(known[0]); }
    var language = document.documentElement.lang || "en";
    if (language === "en" && order === "mla") { language = "en-GB"; }
    var year = order === "apa" ? undefined : "numeric";
    var when = new Date(0);
    when.setUTCFullYear(known[0], known[1] - 1, known[2] || 1);
    var told = when.toLocaleDateString(language, { year: year, month: "long", day: known[2] ? "numeric" : undefined, timeZone: "UTC" });
    return order === "apa" ? known[0] + ", " + told : told;
  }

  /** A title in marks with its stop inside; one of the editors' in brackets, or that has marks already, as it is. */
  function quoted(title) {
    return /^\[|[“„«「]/.test(title) ? title : "“" + title + (/[.!?…]$/.test(title) ? "" : ".") + "”";
  }

  function names(item) {
    return (item.author || []).map(function (each) { return each.literal; });
  }

  /** Parts of a citation with a stop behind each that has none. */
  function stopped(all) {
    return all.filter(Boolean).map(function (part) { return /[.!?…][”’"')\]]*$/.test(part) ? part : part + "."; }).join(" ");
  }

  function address(item) { return item.URL || ""; }

  function bibtex(item) {
    function plain(text) { return Array.from(text).map(function (letter) { return SPECIAL[letter] || letter; }).join(""); }
    var kind = BIBTEX[item.type] || "misc";
    var fields = [["title", "{" + plain(item.title) + "}"], ["author", names(item).map(function (name) { return "{" + plain(name) + "}"; }).join(" and ")],
      [kind === "article" ? "journal" : "howpublished", plain(item["container-title"])],
      ["date", dates(item).map(function (each) { return each.map(function (part, at) { return at ? two(part) : part; }).join("-"); }).join("/")], ["url", address(item)], ["langid", item.language || ""], ["note", plain(item.note || "")]];
    return "@" + kind + "{" + item.id + ",\n" + fields.filter(function (field) { return field[1]; }).map(function (field) {
      return "  " + field[0] + " = {" + field[1] + "}";
    }).join(",\n") + "\n}";
  }

  function ris(item) {
    var known = parts(item);
    var tags = [["TY", RIS[item.type] || "ELEC"], ["ID", item.id], ["TI", item.title]].concat(names(item).map(function (name) { return ["AU", name]; }), [
      ["T2", item["container-title"]], ["PY", known[0] || ""],
      ["DA", known.length ? [known[0], known[1] ? two(known[1]) : "", known[2] ? two(known[2]) : "", ""].join("/") : ""],
      ["UR", address(item)], ["LA", item.language || ""], ["N1", item.note || ""], ["ER", " "]]);
    return tags.filter(function (tag) { return tag[1]; }).map(function (tag) { return tag[0] + "  - " + String(tag[1]).trim(); }).join("\n");
  }

  var STYLES = {
    apa: function (item) {
      var who = names(item).join(", ");
      var when = "(" + date(item, "apa") + ")";
      return stopped(who ? [who, when, item.title, item["container-title"]] : [item.title, when, item["container-title"]]) + (address(item) ? " " + address(item) : "");
    },
    chicago: function (item) {
      return stopped([names(item).join(", "), quoted(item.title), item["container-title"] + ", " + date(item, "us"), address(item)]);
    },
    mla: function (item) {
      return stopped([names(item).join(", "), quoted(item.title), [item["container-title"], date(item, "mla"), address(item)].filter(Boolean).join(", ")]);
    },
    csl: function (item) { return JSON.stringify([item], null, 2); },
    bibtex: bibtex,
    ris: ris,
  };

  window.dossier.cite = {
    names: [["apa", "APA"], ["chicago", "Chicago"], ["mla", "MLA"], ["csl", "CSL-JSON"], ["bibtex", "BibTeX"], ["ris", "RIS"]],
    written: function (item, style) { return STYLES[style](item); },
    isStyle: function (style) { return Object.prototype.hasOwnProperty.call(STYLES, style); },
  };
}());
