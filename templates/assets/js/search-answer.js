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

    /** How many words the title takes at the head of the page's words; 0 where it does not stand there. */
    function titleLength(page, words) {
      var title = (page.meta.title || "").split(/\s+/);
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
        var joined = at > start ? " " : "";
        var inside = marked.has(at) && marked.has(at - 1) && at > start && !piece[0];
        add(joined + piece[0], inside);
        add(piece[1], marked.has(at));
        add(piece[2], marked.has(at) && marked.has(at + 1) && at + 1 < stop && !piece[2]);
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
      var places = placesOf(blocks, hits, page.meta.kind === "Article");
      if (!places.length) { places = placesOf(blocks, [{ at: length, weight: 0 }], false).slice(0, 1); }
      return {
        url: page.raw_url || page.url, lines: page.meta, more: Math.max(places.length - PLACES, 0),
        title: runsOf((page.meta.title || page.url).split(/\s+/), { start: 0, end: Infinity, hits: [0] }, length ? marked : new Set(), Infinity),
        places: places.slice(0, PLACES).map(function (place) { return { id: place.block.id, runs: runsOf(words, place, marked) }; }),
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

  window.dossier = { search: { answering: answering } };
}());
