/**
 * What an engine finds, made ready for the page: places with their paragraph, words with marks, facets with counts.
 * Also travels as text into a worker, so `answering` uses nothing from around it.
 */
(function () {
  "use strict";

  /**
   * @param {object} engine Pagefind as it is
   * @returns {{ask: function(string|null, object): Promise<object>}} an answer is plain data, the same on every transport
   */
  function answering(engine) {
    var INLINE = /^(a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|time)$/;
    var BEFORE = 8;
    var WINDOW = 34;
    var PLACES = 3;
    var facetsLoaded = null;

    /** The words of a page as the engine counts them. */
    function wordsOf(page) {
      var raw = page.raw_content || "";
      return raw.indexOf("\u200B") < 0 ? page.content.split(/[\r\n\s]+/)
        : raw.replace(/&lt;/g, "<").replace(/&gt;/g, ">").split("\u200B");
    }

    function folded(word) {
      return word.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");
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
        var wanted = name.split(/\s+/).map(change);
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

    /** Blocks of the page that have an address, by their first word. */
    function blocksOf(page) {
      return page.anchors.filter(function (anchor) { return anchor.id && !INLINE.test(anchor.element); })
        .sort(function (one, other) { return one.location - other.location; });
    }

    /** The places of the hits: one for each block, the one with the most weight first. */
    function placesOf(page, hits) {
      var blocks = blocksOf(page);
      var groups = new Map();
      hits.forEach(function (hit) {
        var index = -1;
        while (index + 1 < blocks.length && blocks[index + 1].location <= hit.at) { index += 1; }
        var group = groups.get(index) || { index: index, hits: [], weight: 0 };
        group.hits.push(hit.at);
        group.weight += hit.weight;
        groups.set(index, group);
      });
      return Array.from(groups.values()).map(function (group) {
        var block = blocks[group.index];
        var next = blocks.find(function (each) { return block && each.location > block.location; }) || blocks[0];
        return {
          id: block ? block.id : "", start: block ? block.location : 0, weight: group.weight,
          end: next && (!block || next !== blocks[0]) ? next.location : Infinity, hits: group.hits,
        };
      }).sort(function (one, other) { return other.weight - one.weight || one.start - other.start; });
    }

    /** A stretch of words around the first hit, inside its block: runs of text, marked or not. */
    function runsOf(words, place, marked) {
      var end = Math.min(place.end, words.length);
      var first = place.hits.length ? Math.min.apply(null, place.hits) : place.start;
      var start = Math.max(place.start, Math.min(first - BEFORE, end - WINDOW));
      var stop = Math.min(end, start + WINDOW);
      var runs = [{ text: start > place.start ? "… " : "", mark: false }];
      function add(text, mark) {
        var last = runs[runs.length - 1];
        if (last.mark === mark) { last.text += text; } else { runs.push({ text: text, mark: mark }); }
      }
      for (var at = start; at < stop; at += 1) {
        var piece = parts(words[at]);
        var joined = at > start ? " " : "";
        var inside = marked.has(at) && marked.has(at - 1) && at > start && !piece[0];
        add(joined + piece[0], inside);
        add(piece[1], marked.has(at));
        add(piece[2], marked.has(at) && marked.has(at + 1) && at + 1 < stop && !piece[2]);
      }
      if (stop < end) { add(" …", false); }
      return runs.filter(function (run) { return run.text; });
    }

    /** A page of the answer. @param {{any: string[], exact: string[]}|null} names also marked; where exact, alone */
    function itemOf(page, names, onlyNames) {
      var words = wordsOf(page);
      var hits = onlyNames ? [] : page.weighted_locations.map(function (each) { return { at: each.location, weight: each.balanced_score }; });
      var marked = new Set(hits.map(function (hit) { return hit.at; }));
      (names ? namePlaces(words, names) : []).forEach(function (at) {
        if (!marked.has(at)) { marked.add(at); hits.push({ at: at, weight: 1 }); }
      });
      var places = placesOf(page, hits);
      if (!places.length) { places = placesOf(page, [{ at: 0, weight: 0 }]); }
      return {
        url: page.raw_url || page.url, lines: page.meta, more: Math.max(places.length - PLACES, 0),
        places: places.slice(0, PLACES).map(function (place) { return { id: place.id, runs: runsOf(words, place, marked) }; }),
      };
    }

    /** Chosen values in the engine's form: any value of a facet, and all facets together. */
    function filtersOf(chosen, without) {
      var filters = {};
      Object.keys(chosen).sort().forEach(function (name) {
        if (name !== without && chosen[name].length) { filters[name] = { any: chosen[name] }; }
      });
      return filters;
    }

    /** Counts for each value; those of a facet with a choice are counted as if nothing were chosen in it. */
    function facetsOf(term, chosen, found) {
      var names = Object.keys(chosen).filter(function (name) { return chosen[name].length; });
      return Promise.all(names.map(function (name) {
        return engine.search(term, { filters: filtersOf(chosen, name) });
      })).then(function (others) {
        var facets = Object.assign({}, found.filters);
        names.forEach(function (name, index) { facets[name] = others[index].filters[name]; });
        return facets;
      });
    }

    function ask(term, wish) {
      var chosen = wish.chosen || {};
      var from = wish.from || 0;
      facetsLoaded = facetsLoaded || engine.filters();
      return facetsLoaded.then(function () {
        return engine.search(term, { filters: filtersOf(chosen, null), sort: wish.sort || {} });
      }).then(function (found) {
        var shown = found.results.slice(from, from + (wish.count === undefined ? 10 : wish.count));
        return Promise.all([
          facetsOf(term, chosen, found),
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

  window.DossierSearch = { answering: answering };
}());
