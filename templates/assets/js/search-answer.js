/**
 * What an engine finds, made ready for the page: places with their paragraph, words with marks, facets with counts.
 * Also travels as text into a worker, so `answering` uses nothing from around it.
 */
(function () {
  "use strict";

  /**
   * @param {object} engine Pagefind as it is
   * @param {object} writing what `folding` returns
   * @returns {{ask: function(string|null, object): Promise<object>}} an answer is plain data, the same on every transport
   */
  function answering(engine, writing) {
    var INLINE = /^(a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|time)$/;
    var BEFORE = 8;
    var WINDOW = 34;
    var PLACES = 3;
    // Who said it, when and how is one thing: of these facets a page has values together, or not at all.
    var JOINED = ["outlet", "year", "stance"];
    var MOST_COUNTED = 60;
    var folded = writing.fold;
    var said = [];
    var facetsLoaded = null;

    /** The words of a page as the engine counts them. */
    function wordsOf(page) {
      var raw = page.raw_content || "";
      return (raw.indexOf("\u200B") < 0 ? page.content.split(/[\r\n\s]+/)
        : raw.replace(/&lt;/g, "<").replace(/&gt;/g, ">").split("\u200B")).map(writing.shown);
    }

    /** A word without the punctuation around it: [before, core, after]. */
    function parts(word) {
      return word.match(/^([^\p{L}\p{N}]*)([^]*?)([^\p{L}\p{N}]*)$/u).slice(1);
    }

    /** Where any of the names stands, in words; a name in `exact` counts in its own case only. */
    function namePlaces(words, names) {
      var found = [];
      var cores = words.map(function (word) { return parts(word)[1].replace(/['’]s$/, ""); });
      var lower = cores.map(folded);
      function look(name, among, change) {
        var wanted = writing.cut(name).map(function (word) { return change(parts(word)[1]); });
        among.forEach(function (_core, at) {
          if (wanted.every(function (word, step) { return among[at + step] === word; })) {
            wanted.forEach(function (_word, step) { found.push(at + step); });
          }
        });
      }
      names.any.forEach(function (name) { look(name, lower, folded); });
      names.exact.forEach(function (name) { look(name, cores, String); });
      return found;
    }

    /** How many words the title takes at the head of the page's words; 0 where it does not stand there. */
    function titleLength(page, words) {
      var title = writing.cut(page.meta.title || "");
      return title.every(function (word, at) { return parts(words[at] || "")[1] === parts(word)[1]; }) ? title.length : 0;
    }

    /** The blocks of a page by their first word: title, head, then all that have an address of their own. */
    function blocksOf(page, headStart) {
      var blocks = [{ id: "", location: 0, isTitle: true }, { id: "", location: headStart, isHead: true }];
      var addressed = page.anchors.filter(function (anchor) {
        return anchor.id && anchor.location >= headStart && !INLINE.test(anchor.element);
      }).sort(function (one, other) { return one.location - other.location; });
      return blocks.concat(addressed);
    }

    /** The block that a word stands in: the last one that begins at it or before. */
    function blockAt(blocks, at) {
      var index = 0;
      while (index + 1 < blocks.length && blocks[index + 1].location <= at) { index += 1; }
      return index;
    }

    /** The places of the hits, one for each block, the most weight first; of an article its own words before our summary. */
    function placesOf(blocks, hits, headLast) {
      var groups = new Map();
      hits.forEach(function (hit) {
        var index = blockAt(blocks, hit.at);
        var next = blocks.find(function (each) { return each.location > blocks[index].location; });
        var group = groups.get(index) || { block: blocks[index], start: blocks[index].location, end: next ? next.location : Infinity, hits: [], weight: 0 };
        group.hits.push(hit.at);
        group.weight += hit.weight;
        groups.set(index, group);
      });
      return Array.from(groups.values()).filter(function (group) { return !group.block.isTitle; }).sort(function (one, other) {
        return headLast && Boolean(one.block.isHead) - Boolean(other.block.isHead) || other.weight - one.weight || one.start - other.start;
      });
    }

    /** A stretch of words around the first hit, inside its block: runs of text, marked or not. */
    function runsOf(words, place, marked, most) {
      var size = most || WINDOW;
      var end = Math.min(place.end, words.length);
      var first = place.hits.length ? Math.min.apply(null, place.hits) : place.start;
      var start = Math.max(place.start, Math.min(first - BEFORE, end - size));
      var stop = Math.min(end, start + size);
      var runs = [{ text: start > place.start ? "… " : "", mark: false }];
      function add(text, mark) {
        var last = runs[runs.length - 1];
        if (last.mark === mark) { last.text += text; } else { runs.push({ text: text, mark: mark }); }
      }
      for (var at = start; at < stop; at += 1) {
        var piece = parts(words[at]);
        var joined = at > start && !words[at - 1].endsWith(writing.APART) ? " " : "";
        var inside = marked.has(at) && marked.has(at - 1) && at > start && !piece[0];
        add(joined + piece[0], inside);
        add(piece[1], marked.has(at));
        var tail = piece[2].replace(writing.APART, "");
        add(tail, marked.has(at) && marked.has(at + 1) && at + 1 < stop && !tail);
      }
      if (stop < end) { add(" …", false); }
      return runs.filter(function (run) { return run.text; });
    }

    /** Every hit with its weight: those of the engine, and the names that are also marked. */
    function hitsOf(page, words, names, onlyNames) {
      var weights = new Map();
      (onlyNames ? [] : page.weighted_locations).forEach(function (each) {
        weights.set(each.location, Math.max(weights.get(each.location) || 0, each.balanced_score));
      });
      (names ? namePlaces(words, names) : []).forEach(function (at) { if (!weights.has(at)) { weights.set(at, 1); } });
      return Array.from(weights, function (entry) { return { at: entry[0], weight: entry[1] }; })
        .sort(function (one, other) { return one.at - other.at; });
    }

    /** A page of the answer. @param {{any: string[], exact: string[]}|null} names also marked; alone where `onlyNames` */
    function itemOf(page, names, onlyNames) {
      var words = wordsOf(page);
      var length = titleLength(page, words);
      var blocks = blocksOf(page, length);
      var hits = hitsOf(page, words, names, onlyNames);
      var marked = new Set(hits.map(function (hit) { return hit.at; }));
      var places = placesOf(blocks, hits, /^\/?articles\//.test(page.raw_url || page.url));
      if (!places.length) { places = placesOf(blocks, [{ at: length, weight: 0 }], false).slice(0, 1); }
      return {
        url: page.raw_url || page.url, lines: page.meta, more: Math.max(places.length - PLACES, 0),
        title: runsOf(writing.cut(page.meta.title || page.url), { start: 0, end: Infinity, hits: [0] }, length ? marked : new Set(), Infinity),
        places: places.slice(0, PLACES).map(function (place) { return { id: place.block.id, runs: runsOf(words, place, marked) }; }),
      };
    }

    /** Which of the joined facets have a choice, one of them left out. */
    function joinedIn(chosen, without) {
      return JOINED.filter(function (name) { return name !== without && chosen[name] && chosen[name].length; });
    }

    /** Chosen values in the engine's form: any value of a facet, all facets together, and those that join in one breath. */
    function filtersOf(chosen, without) {
      var filters = {};
      var joined = joinedIn(chosen, without);
      Object.keys(chosen).sort().forEach(function (name) {
        if (name === without || !chosen[name].length || (joined.length > 1 && joined.indexOf(name) >= 0)) { return; }
        filters[name] = { any: chosen[name] };
      });
      if (joined.length > 1) {
        filters.said = { any: said.filter(function (value) {
          var parts = value.split("\u241f");
          return joined.every(function (name) { return chosen[name].indexOf(parts[JOINED.indexOf(name)]) >= 0; });
        }).concat("\u241f") };
      }
      return filters;
    }

    /** Counts of one facet that joins with chosen ones: how many pages each value would leave. */
    function joinedCounts(term, chosen, name, plain) {
      var values = Object.keys(plain || {}).filter(function (value) { return plain[value]; }).slice(0, MOST_COUNTED);
      return Promise.all(values.map(function (value) {
        var wish = Object.assign({}, chosen);
        wish[name] = [value];
        return engine.search(term, { filters: filtersOf(wish, null) });
      })).then(function (found) {
        var counts = {};
        values.forEach(function (value, at) { counts[value] = found[at].results.length; });
        return counts;
      });
    }

    /** Counts for each value; those of a facet with a choice are counted as if nothing were chosen in it. */
    function facetsOf(term, chosen, found) {
      var names = Object.keys(chosen).filter(function (name) { return chosen[name].length; });
      return Promise.all(names.map(function (name) {
        return engine.search(term, { filters: filtersOf(chosen, name) });
      })).then(function (others) {
        var facets = Object.assign({}, found.filters);
        names.forEach(function (name, index) { facets[name] = others[index].filters[name]; });
        delete facets.said;
        var joining = JOINED.filter(function (name) { return joinedIn(chosen, name).length; });
        return Promise.all(joining.map(function (name) { return joinedCounts(term, chosen, name, facets[name]); })).then(function (counts) {
          joining.forEach(function (name, at) { facets[name] = counts[at]; });
          return facets;
        });
      });
    }

    /** The results on which every run stands as one; the engine alone finds its characters anywhere on a page. */
    function withRuns(found, runs, filters) {
      return Promise.all(runs.map(function (run) { return engine.search(run, { filters: filters }); })).then(function (each) {
        each.forEach(function (one) {
          var ids = new Set(one.results.map(function (result) { return result.id; }));
          found.results = found.results.filter(function (result) { return ids.has(result.id); });
        });
        return found;
      });
    }

    function ask(words, wish) {
      var chosen = wish.chosen || {};
      var from = wish.from || 0;
      var asked = words === null ? { term: null, runs: [] } : writing.asked(words);
      facetsLoaded = facetsLoaded || engine.filters().then(function (all) { said = Object.keys(all.said || {}); });
      return facetsLoaded.then(function () {
        var filters = filtersOf(chosen, null);
        return engine.search(asked.term, { filters: filters, sort: wish.sort || {} }).then(function (found) {
          return withRuns(found, asked.runs, filters);
        });
      }).then(function (found) {
        var shown = found.results.slice(from, from + (wish.count === undefined ? 10 : wish.count));
        return Promise.all([
          facetsOf(asked.term, chosen, found),
          Promise.all(shown.map(function (each) { return each.data().then(function (page) { return itemOf(page, wish.names || null, Boolean(wish.onlyNames)); }, function () { return null; }); })),
        ]).then(function (both) {
          return {
            total: found.results.length, facets: both[0], scores: shown.map(function (each) { return each.score; }),
            items: both[1].filter(Boolean), unread: both[1].filter(function (item) { return !item; }).length,
          };
        });
      });
    }

    return { ask: ask };
  }

  window.dossier = Object.assign(window.dossier || {}, { search: { answering: answering } });
}());
