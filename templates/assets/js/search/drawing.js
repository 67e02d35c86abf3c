/** What an answer looks like, the same on the page of search and in the window that opens over another page. */
(function () {
  "use strict";
  var say = window.dossier.say;
  var sayMany = window.dossier.sayMany;
  var SPOKEN = 90;
  // What is inside the parts of a page, by the parts' addresses; others are named by their address.
  var SECTIONS = {
    "": say("head of the page"), agree: say("agree"), articles: say("articles"), assessment: say("assessment"),
    attributed: say("attributed"), certainty: say("certainty"), chain: say("chain"), citation: say("citation"), cite: say("cite"),
    claims: say("claims"), commentary: say("commentary"), comparisons: say("comparisons"), compatible: say("compatible"),
    conflict: say("conflict"), contested: say("contested"), corrections: say("corrections"), dates: say("dates"), differ: say("differ"),
    entities: say("entities"), events: say("events"), "every-text": say("every text"), figures: say("figures"), how: say("how it was read"),
    key: say("key"),
    "key-certainty": say("key certainty"), "key-dates": say("key dates"), "key-grades": say("key grades"), "key-marks": say("key marks"),
    "key-readings": say("key readings"), "key-stances": say("key stances"), "learned-later": say("known from outside"),
    matrix: say("matrix"), mentions: say("where it is named"), names: say("names"), naming: say("naming"), narrower: say("narrower"),
    "not-judged": say("not judged"), "not-meant": say("what is not meant"), "one-article": say("one article"), origins: say("origins"), places: say("places"),
    quotations: say("quotations"),
    quoted: say("quoted"), record: say("record"), reliance: say("reliance"), relied: say("relied"), "relied-on-by": say("relied on by"),
    response: say("response"), "second-readings": say("second readings"), sentences: say("sentences"), shared: say("shared"), "side-by-side": say("side by side"),
    silent: say("who is silent"), sources: say("sources"), standing: say("standing"), states: say("states"), text: say("text"),
    texts: say("quotations"), timeline: say("timeline"), topics: say("topics"), unspoken: say("unspoken"), variant: say("variant"),
    wording: say("wording"), words: say("words"),
  };

  /** @param {string} tag @param {string} name of a class @param {...(Node|string)} parts @returns {HTMLElement} */
  function element(tag, name) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }

  /** Words of a page are text, whatever they look like; only the marks are elements. */
  function fill(target, runs) {
    runs.forEach(function (run) { target.append(run.mark ? element("mark", "", run.text) : run.text); });
    return target;
  }

  /** Words of texts run their own way and say their language. @param {HTMLElement} target @param {string} [language] */
  function foreign(target, language) {
    target.dir = "auto";
    if (language) { target.lang = language; }
    return target;
  }

  /** @param {object} item of the answer @param {string} tag @returns {HTMLElement|null} the first place of a page where it says what was asked */
  function excerptOf(item, tag) {
    var place = item.places[0];
    var isText = place && /^p-\d+$/.test(place.id);
    return place ? foreign(fill(element(tag, isText ? "result-excerpt" : "result-excerpt ours"), place.runs), isText ? item.languages.text : "") : null;
  }

  /** What a claim is answered with, and the first place; once where that place is the answer itself. @returns {HTMLElement[]} */
  function wordsOf(item, tag) {
    var answer = item.lines.answer, excerpt = excerptOf(item, tag);
    var isSaid = answer && excerpt && answer.indexOf(excerpt.textContent.replace(/^… | …$/g, "").trim()) >= 0;
    if (isSaid) { excerpt.className = "result-answer"; }
    return [answer && !isSaid ? element(tag, "result-answer", answer) : null, excerpt].filter(Boolean);
  }

  /** So much of a reader's words that a sentence stays one. */
  function clipped(words) {
    var letters = Array.from(words);
    return letters.length > SPOKEN ? letters.slice(0, SPOKEN).join("") + "…" : words;
  }

  /** What was asked and found, in a sentence or three. */
  function statusOf(answer, words) {
    var rest = answer.known.rest.trim();
    var absent = answer.known.absent;
    var told = absent.map(function (each) {
      var place = { word: clipped(each.word), meant: each.meant };
      return each.meant ? say("No page of this dossier has “{word}”: shown for “{meant}”.", place) : say("No page of this dossier has “{word}”.", place);
    });
    if (answer.known.dates && !/\p{L}/u.test(words)) { told.push(say("Read as the date {date}.", { date: answer.known.dates[0] })); }
    var cut = answer.found.asked;
    if (cut) { told.push(say("Asked with the words that tell most: “{words}”.", { words: clipped(cut) })); }
    if (!absent.length || rest) {
      // Our own marks are enough.
      var asked = clipped((absent.length ? rest : words).trim().replace(/^["“”„«]([^"“”„«»]+)["“”»]?$/, "$1"));
      if (answer.found.partly) { told.push(say("No page has all that was asked: shown are pages with some of it.")); }
      told.push(asked ? sayMany("{count} result for “{words}”.", "{count} results for “{words}”.", answer.found.total, { words: asked })
        : sayMany("{count} result.", "{count} results.", answer.found.total));
    }
    if (answer.found.unread) { told.push(say("Some files of the index could not be read.")); }
    return told.join(" ");
  }

  /** What a page is, its number, whose it is and of when. */
  function kindOf(item) {
    var lines = item.lines;
    var kind = element("p", "result-kind", element("span", "", lines.kind || say("Page")));
    if (lines.siglum) { kind.append(" ", element("span", /^\/?articles\//.test(item.url) ? "siglum" : "number", lines.siglum)); }
    ["outlet", "date", "reading"].forEach(function (name) {
      if (lines[name]) { kind.append(" ", foreign(element("bdi", "", lines[name]), item.languages[name])); }
    });
    return kind;
  }

  function resultOf(item) {
    var lines = item.lines;
    var kind = kindOf(item);
    var link = foreign(fill(element("a", ""), item.title), item.languages.title);
    link.href = window.dossier.search.href(item.url, item.places.length ? item.places[0].id : "");
    var result = element("li", "", kind, element("h2", "result-title", link));
    result.append.apply(result, wordsOf(item, "p"));
    var others = item.places.slice(1);
    if (others.length) { result.append(placesOf(item, others)); }
    return result;
  }

  function placesOf(item, places) {
    var more = item.more ? sayMany("and {count} more place", "and {count} more places", item.more) : "";
    var around = (more ? say("also {places} {more}", { more: more }) : say("also {places}")).split("{places}");
    var line = element("p", "result-places", around[0]);
    places.forEach(function (place) {
      var link = element("a", "", placeWords(place));
      link.href = window.dossier.search.href(item.url, place.id);
      line.append(link, " ");
    });
    line.append(around[1]);
    return line;
  }

  function placeWords(place) {
    var number = /^p-(\d+)$/.exec(place.id);
    return number ? "¶" + number[1] : place.id in SECTIONS ? SECTIONS[place.id] : place.id.replace(/-/g, " ");
  }

  window.dossier.search.drawing = { element: element, words: wordsOf, fill: fill, foreign: foreign, kind: kindOf, place: placeWords, result: resultOf, status: statusOf };
}());
