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
    // So many words are a sentence.
    var SENTENCE = 4;
    var folded = writing.fold;
    var said = [];
    var facetsLoaded = null;

    /** The words of a page as the engine counts them; the last word of a block ends in `writing.END`. */
    function wordsOf(page) {
      var raw = page.raw_content || "";
      return (raw.indexOf("\u200B") < 0 ? page.content.split(/[\r\n\s]+/)
        : raw.replace(/&lt;/g, "<").replace(/&gt;/g, ">").split("\u200B")).map(writing.shown);
    }

    /** Where the block ends that a word stands in, and where it begins: no excerpt joins the words of two. */
    function blockAround(words, at, place) {
      var start = at;
      while (start > place.start && words[start - 1].indexOf(writing.END) < 0) { start -= 1; }
      var end = at;
      while (end < Math.min(place.end, words.length) && words[end].indexOf(writing.END) < 0) { end += 1; }
      return { start: start, end: Math.min(end + 1, place.end, words.length) };
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

    /** The first hit of the block of a place that has the most of them. */
    function bestOf(words, place) {
      var best = { at: place.start, count: 0 };
      var now = null;
      place.hits.slice().sort(function (one, other) { return one - other; }).forEach(function (at) {
        now = now && at < now.end ? now : Object.assign(blockAround(words, at, place), { at: at, count: 0 });
        now.count += 1;
        if (now.count > best.count) { best = now; }
      });
      return best.at;
    }

    /** A stretch of words around the first hit, inside its block: runs of text, marked or not. */
    function runsOf(words, place, marked, most) {
      var size = most || WINDOW;
      var block = blockAround(words, bestOf(words, place), place);
      var end = block.end;
      var hits = place.hits.filter(function (at) { return at >= block.start && at < end; });
      var first = hits.length ? Math.min.apply(null, hits) : block.start;
      var start = Math.max(block.start, Math.min(first - BEFORE, end - size));
      var stop = Math.min(end, start + size);
      var runs = [{ text: start > block.start ? "… " : "", mark: false }];
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
        var tail = piece[2].replace(writing.APART, "").replace(writing.END, "");
        add(tail, marked.has(at) && marked.has(at + 1) && at + 1 < stop && !tail);
      }
      if (stop < end) { add(" …", false); }
      return runs.filter(function (run) { return run.text; });
    }

    /** Every hit with its weight: those of the engine, and the names that are also marked. */
    function hitsOf(page, words, names) {
      var weights = new Map();
      page.weighted_locations.forEach(function (each) {
        weights.set(each.location, Math.max(weights.get(each.location) || 0, each.balanced_score));
      });
      (names ? namePlaces(words, names) : []).forEach(function (at) { if (!weights.has(at)) { weights.set(at, 1); } });
      return Array.from(weights, function (entry) { return { at: entry[0], weight: entry[1] }; })
        .sort(function (one, other) { return one.at - other.at; });
    }

    /** In which languages the parts of a page are that are not in that of the site: title, text, outlet. */
    function languagesOf(filters) {
      return ["title", "text", "outlet"].reduce(function (found, part) {
        found[part] = (filters[part + "-lang"] || [""])[0];
        return found;
      }, {});
    }

    /** A page of the answer. @param {{any: string[], exact: string[]}|null} names also marked */
    function itemOf(page, names) {
      var words = wordsOf(page);
      var length = titleLength(page, words);
      var blocks = blocksOf(page, length);
      var hits = hitsOf(page, words, names);
      var marked = new Set(hits.map(function (hit) { return hit.at; }));
      var places = placesOf(blocks, hits, /^\/?articles\//.test(page.raw_url || page.url));
      if (!places.length) { places = placesOf(blocks, [{ at: length, weight: 0 }], false).slice(0, 1); }
      return {
        url: page.raw_url || page.url, lines: page.meta, languages: languagesOf(page.filters || {}), more: Math.max(places.length - PLACES, 0),
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

    // ---- one question may be several to the engine: a name in all its forms, a word written as one or as two ----

    /** The pages that the engine finds for one of them: every run has to stand as one, and what is of a value has it. */
    function searchOne(way, options) {
      if (way.ranks) { return searchRanked(way.ranks, options); }
      return Promise.all([engine.search(way.term, options)].concat(way.runs.map(function (run) { return engine.search(run, options); }),
        way.of ? [pagesOf(way.of[0], way.of[1])] : [])).then(function (each) {
        var others = each.slice(1).map(function (one) { return one instanceof Set ? one : idsOf(one.results); });
        var results = each[0].results.filter(function (result) { return others.every(function (ids) { return ids.has(result.id); }); });
        return { filters: each[0].filters, results: results };
      });
    }

    /** Pages that are ranked already, in the engine's order; what a page has of each word was found with the word. */
    function searchRanked(ranks, options) {
      return engine.search(null, { filters: options.filters }).then(function (all) {
        return { filters: all.filters, results: all.results.filter(function (each) { return ranks.has(each.id); }).map(function (each) {
          return { id: each.id, score: ranks.get(each.id).score, data: function () { return together(ranks.get(each.id).results); } };
        }) };
      });
    }

    /** A page with the places of several words; one after the other, since the engine keeps one object for a page. */
    function together(results) {
      return results.reduce(function (before, each) {
        return before.then(function (places) {
          return each.data().then(function (page) { return Object.assign({}, page, { weighted_locations: page.weighted_locations.concat(places.weighted_locations) }); });
        });
      }, Promise.resolve({ weighted_locations: [] }));
    }

    function idsOf(results) {
      return new Set(results.map(function (result) { return result.id; }));
    }

    var known = new Map();

    /** The pages that have a value of a facet, as ids. */
    function pagesOf(name, value) {
      var key = name + "\u241f" + value;
      if (!known.has(key)) {
        var filters = {};
        filters[name] = { any: [value] };
        known.set(key, engine.search(null, { filters: filters }).then(function (found) { return idsOf(found.results); }));
      }
      return known.get(key);
    }

    /** The pages that any of the ways finds, each once with its best score, in the order asked for. */
    function search(ways, options) {
      if (ways.length === 1 && !ways[0].runs.length && !ways[0].of && !ways[0].ranks) { return engine.search(ways[0].term, options); }
      return Promise.all(ways.map(function (way) { return searchOne(way, options); })).then(function (each) {
        var best = new Map();
        each.forEach(function (one) {
          one.results.forEach(function (result) {
            if (!best.has(result.id) || best.get(result.id).score < result.score) { best.set(result.id, result); }
          });
        });
        var results = Array.from(best.values());
        return inOrder(results, options.sort).then(function (sorted) {
          return counted(each, idsOf(results), options.facets).then(function (filters) { return { results: sorted, filters: filters }; });
        });
      });
    }

    /** By the key of the wish, which only the engine knows; else by score, and where that is the same as the engine has them. */
    function inOrder(results, sort) {
      if (!sort || !Object.keys(sort).length) {
        return Promise.resolve(results.sort(function (one, other) { return other.score - one.score; }));
      }
      return engine.search(null, { sort: sort }).then(function (all) {
        var ranks = new Map(all.results.map(function (result, at) { return [result.id, at]; }));
        return results.sort(function (one, other) { return ranks.get(one.id) - ranks.get(other.id); });
      });
    }

    /** For each facet and value that one of the ways has found, on how many of the pages it is; of the facets that are shown. */
    function counted(each, ids, shown) {
      var facets = {};
      var counting = [];
      each.forEach(function (one) {
        Object.keys(one.filters || {}).forEach(function (name) {
          if (name === "said" || shown && shown.indexOf(name) < 0) { return; }
          facets[name] = facets[name] || {};
          Object.keys(one.filters[name]).filter(function (value) { return one.filters[name][value] && !(value in facets[name]); })
            .slice(0, MOST_COUNTED).forEach(function (value) {
              facets[name][value] = 0;
              counting.push(pagesOf(name, value).then(function (having) {
                having.forEach(function (id) { if (ids.has(id)) { facets[name][value] += 1; } });
              }));
            });
        });
      });
      return Promise.all(counting).then(function () { return facets; });
    }

    /** Counts of one facet that joins with chosen ones: how many pages each value would leave. */
    function joinedCounts(ways, chosen, name, plain) {
      var values = Object.keys(plain || {}).filter(function (value) { return plain[value]; }).slice(0, MOST_COUNTED);
      return Promise.all(values.map(function (value) {
        var wish = Object.assign({}, chosen);
        wish[name] = [value];
        return search(ways, { filters: filtersOf(wish, null) });
      })).then(function (found) {
        var counts = {};
        values.forEach(function (value, at) { counts[value] = found[at].results.length; });
        return counts;
      });
    }

    /** Counts for each value; those of a facet with a choice are counted as if nothing were chosen in it. */
    function facetsOf(ways, chosen, found) {
      var names = Object.keys(chosen).filter(function (name) { return chosen[name].length; });
      return Promise.all(names.map(function (name) {
        return search(ways, { filters: filtersOf(chosen, name) });
      })).then(function (others) {
        var facets = Object.assign({}, found.filters);
        names.forEach(function (name, index) { facets[name] = others[index].filters[name]; });
        delete facets.said;
        var joining = JOINED.filter(function (name) { return joinedIn(chosen, name).length; });
        return Promise.all(joining.map(function (name) { return joinedCounts(ways, chosen, name, facets[name]); })).then(function (counts) {
          joining.forEach(function (name, at) { facets[name] = counts[at]; });
          return facets;
        });
      });
    }

    // ---- a sentence is answered by its rarest words ----

    /** Each word of a sentence with the pages that have it; those that stand on half of all pages tell nothing. */
    function telling(words, isLoose) {
      return Promise.all([null].concat(words).map(function (word) { return engine.search(word, {}); })).then(function (each) {
        var all = each.shift().results.length;
        return words.map(function (word, at) {
          var results = each[at].results;
          var most = Math.max.apply(null, results.map(function (result) { return result.score; }));
          return { word: word, weight: Math.log(all / results.length), results: new Map(results.map(function (result) { return [result.id, result]; })), scores: new Map(results.map(function (result) { return [result.id, result.score / most]; })) };
        }).filter(function (each) { return each.scores.size && (isLoose || each.scores.size * 2 <= all); });
      });
    }

    /**
     * Pages by which of the words they have, as a way for the engine: a page counts with at least half of what the words weigh,
     * and each word by how rare it is (inverse document frequency) and how much it says of the page. Loosely, any page with any word.
     */
    function waysOfSentence(words, isLoose) {
      return telling(words, isLoose).then(function (found) {
        if (found.length < (isLoose ? 1 : 2)) { return null; }
        var whole = found.reduce(function (sum, each) { return sum + each.weight; }, 0);
        var ranks = new Map();
        new Set(found.flatMap(function (each) { return Array.from(each.scores.keys()); })).forEach(function (id) {
          var having = found.filter(function (each) { return each.scores.has(id); });
          var weight = having.reduce(function (sum, each) { return sum + each.weight; }, 0);
          if (weight * 2 < whole && !isLoose) { return; }
          ranks.set(id, {
            results: having.map(function (each) { return each.results.get(id); }),
            score: having.reduce(function (sum, each) { return sum + each.weight * (1 + each.scores.get(id)); }, 0),
          });
        });
        var asked = found.map(function (each) { return each.word; }).join(" ");
        return { ways: [{ ranks: ranks, runs: [] }], asked: asked === words.join(" ") ? "" : asked };
      });
    }

    /** What the engine is asked: the reader's own words, or every way of the wish. @returns {Promise<{ways: object[], asked: string}>} */
    function waysOf(words, wish) {
      if (words === null) { return Promise.resolve({ ways: [{ term: null, runs: [] }], asked: "" }); }
      if (wish.ways) {
        return Promise.resolve({ asked: "", ways: wish.ways.map(function (way) {
          var each = writing.asked(way.words);
          return { term: each.term, runs: each.runs.concat((way.runs || []).map(function (run) { return writing.asked("\"" + run + "\"").term; })), of: way.of };
        }) });
      }
      var asked = writing.asked(words);
      var plainly = { ways: [asked], asked: "" };
      var terms = asked.runs.length || asked.term[0] === "\"" ? [] : Array.from(new Set(asked.term.split(" ")));
      return terms.length < SENTENCE ? Promise.resolve(plainly) : waysOfSentence(terms).then(function (found) { return found || plainly; });
    }

    /** The pages that have all that is asked, else those with any of its words: `partly`. */
    function searchOrPartly(words, asking, options) {
      return search(asking.ways, options).then(function (found) {
        var terms = words === null ? [] : Array.from(new Set(writing.asked(words).term.replace(/"/g, "").split(" ")));
        if (found.results.length || terms.length < 2) { return { found: found, asking: asking }; }
        return waysOfSentence(terms, true).then(function (loose) {
          return !loose ? { found: found, asking: asking } : search(loose.ways, options).then(function (some) {
            return { found: some, asking: { ways: loose.ways, asked: "", partly: some.results.length > 0 } };
          });
        });
      });
    }

    function ask(words, wish) {
      var chosen = wish.chosen || {};
      var from = wish.from || 0;
      facetsLoaded = facetsLoaded || engine.filters().then(function (all) { said = Object.keys(all.said || {}); });
      return facetsLoaded.then(function () { return waysOf(words, wish); }).then(function (first) {
        return searchOrPartly(words, first, { filters: filtersOf(chosen, null), sort: wish.sort || {}, facets: wish.facets }).then(function (searched) {
          var found = searched.found, asking = searched.asking, ways = asking.ways;
          var shown = found.results.slice(from, from + (wish.count === undefined ? 10 : wish.count));
          return Promise.all([
            facetsOf(ways, chosen, found),
            Promise.all(shown.map(function (each) { return each.data().then(function (page) { return itemOf(page, wish.names || null); }, function () { return null; }); })),
          ]).then(function (both) {
            return {
              total: found.results.length, facets: both[0], scores: shown.map(function (each) { return each.score; }),
              items: both[1].filter(Boolean), unread: both[1].filter(function (item) { return !item; }).length,
              asked: asking.asked, partly: Boolean(asking.partly),
            };
          });
        });
      });
    }

    return { ask: ask };
  }

  window.dossier = Object.assign(window.dossier || {}, { search: { answering: answering } });
}());
