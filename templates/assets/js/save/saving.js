/**
 * "Save this dossier": every file of the published edition is fetched, held against its digest, and put beside the edition
 * that is kept; only when all are there does the worker answer from them. What is the same in both is not fetched again.
 */
(function () {
  "use strict";
  var dossier = window.dossier = window.dossier || {};
  var say = dossier.say;
  var AT_ONCE = 6;
  var panel = null;

  /** A reason that a reader is told. */
  function Told(words) { this.words = words; }

  /** @param {string} tag @param {string} [words] @returns {HTMLElement} */
  function made(tag, words) {
    var element = document.createElement(tag);
    if (words) { element.textContent = words; }
    return element;
  }

  /** @param {string} words @param {function(): void} act @returns {HTMLElement} */
  function act(words, todo) {
    var button = made("button", words);
    button.type = "button";
    button.className = "button button-line";
    button.addEventListener("click", todo);
    return button;
  }

  /** @param {number} bytes @returns {string} */
  function size(bytes) {
    return new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 })
      .format(Math.max(0.1, bytes / 1e6));
  }

  function show(parts) { panel.replaceChildren.apply(panel, parts); }

  /** @param {ArrayBuffer} bytes @returns {Promise<string>} their SHA-256 in hexadecimal digits */
  function digestOf(bytes) {
    return crypto.subtle.digest("SHA-256", bytes).then(function (digest) {
      return Array.from(new Uint8Array(digest), function (byte) { return (256 + byte).toString(16).slice(1); }).join("");
    });
  }

  // ---- one edition ----

  /** @param {URL} home @param {string} own what the names of the site's caches begin with */
  function Keeper(home, own) {
    this.home = home;
    this.own = own;
  }

  Keeper.prototype.cacheOf = function (edition) { return this.own + "edition " + edition; };

  /** @returns {Promise<{now?: string, before?: string}>} */
  Keeper.prototype.state = function () {
    return caches.match(this.home, { cacheName: this.own + "state" }).then(function (found) { return found ? found.json() : {}; });
  };

  /** @returns {Promise<Response>} from the network, past the worker and past copies between here and the site */
  Keeper.prototype.fetched = function (path, edition) {
    var address = new URL(path, this.home);
    address.searchParams.set("fresh", edition.slice(0, 16));
    return fetch(address, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) { throw new Told(say("The site has no file {file}, which this edition lists. Nothing was changed on this device.", { file: path })); }
      return answer;
    }, function () { throw new Told(say("The connection was lost. What was fetched is kept; save again to go on from there.")); });
  };

  /** @returns {Promise<{edition: string, files: number, bytes: number}>} what is published */
  Keeper.prototype.published = function () {
    return fetch(new URL("saving/edition.json", this.home), { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) { throw new Told(say("The site does not offer this dossier for saving any more.")); }
      return answer.json();
    }, function () { throw new Told(say("There is no connection.")); });
  };

  /** @returns {Promise<[string, string][]>} the files of an edition and their digests */
  Keeper.prototype.files = function (edition) {
    return this.fetched("saving/files.json", edition).then(function (answer) { return answer.arrayBuffer(); }).then(function (bytes) {
      return digestOf(bytes).then(function (digest) {
        if (digest !== edition) { throw mixed("saving/files.json"); }
        return JSON.parse(new TextDecoder().decode(bytes)).files;
      });
    });
  };

  function mixed(path) {
    return new Told(say("{file} is not what this edition lists: it is damaged, or the dossier is being published at this moment. Nothing was changed on this device.", { file: path }));
  }

  /** Puts one file into a cache, from there, from the edition before, or from the network; always held against its digest. */
  Keeper.prototype.take = function (cache, before, edition, file) {
    var keeper = this, address = new URL(file[0], this.home).href;

    function whole(answer) {
      if (!answer) { return null; }
      return answer.arrayBuffer().then(function (bytes) {
        return digestOf(bytes).then(function (digest) { return digest === file[1] ? { bytes: bytes, answer: answer } : null; });
      });
    }

    function put(found) {
      var headers = { "Content-Type": found.answer.headers.get("Content-Type") || "application/octet-stream" };
      return cache.put(address, new Response(found.bytes, { headers: headers })).then(function () { return found.bytes.byteLength; });
    }

    return cache.match(address).then(whole).then(function (there) {
      if (there) { return there.bytes.byteLength; }
      return (before ? before.match(address) : Promise.resolve(null)).then(whole).then(function (same) {
        return same || keeper.fetched(file[0], edition).then(whole);
      }).then(function (found) {
        if (!found) { throw mixed(file[0]); }
        return put(found);
      });
    });
  };

  /** @param {function(number): void} tell how many bytes there are so far @returns {Promise<void>} when the editions are exchanged */
  Keeper.prototype.save = function (edition, tell) {
    var keeper = this, done = 0, former = null;
    return Promise.all([this.files(edition), this.state(), caches.open(this.cacheOf(edition))]).then(function (found) {
      var waiting = found[0].slice(), state = found[1], cache = found[2];
      former = state.now === edition ? state.before : state.now;
      function next(before) {
        var file = waiting.shift();
        return file ? keeper.take(cache, before, edition, file).then(function (bytes) { tell(done += bytes); return next(before); }) : null;
      }
      return (former ? caches.open(keeper.cacheOf(former)) : Promise.resolve(null)).then(function (before) {
        return Promise.all(Array.from({ length: AT_ONCE }, function () { return next(before); }));
      }).catch(function (fault) {
        waiting.length = 0;
        // where all is full, what is begun would only take room from others
        return (isFull(fault) && state.now !== edition ? caches.delete(keeper.cacheOf(edition)) : Promise.resolve()).then(function () { throw fault; });
      });
    }).then(function () { return caches.open(keeper.own + "state"); }).then(function (cache) {
      return cache.put(keeper.home, new Response(JSON.stringify(former ? { now: edition, before: former } : { now: edition })));
    }).then(function () { return keeper.forget([keeper.own + "state", keeper.cacheOf(edition), former ? keeper.cacheOf(former) : ""]); });
  };

  /** Lets go of what this site keeps here, but for some of its caches. */
  Keeper.prototype.forget = function (but) {
    var own = this.own;
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return name.indexOf(own) === 0 && but.indexOf(name) < 0; }).map(function (name) { return caches.delete(name); }));
    });
  };

  // ---- what the reader sees ----

  function isFull(found) { return Boolean(found) && found.name === "QuotaExceededError"; }

  /** @returns {Promise<number>} bytes that the browser says it has left for this site; endless where it does not say */
  function room() {
    return (navigator.storage && navigator.storage.estimate ? navigator.storage.estimate() : Promise.resolve({})).then(function (found) {
      return found.quota === undefined ? Infinity : Math.max(0, found.quota - found.usage);
    }, function () { return Infinity; });
  }

  function fault(found) {
    var words = found instanceof Told ? found.words
      : isFull(found) ? say("There is not enough room on this device. What was fetched was let go again; nothing else was changed.")
        : say("This browser refused to keep the dossier: {reason}", { reason: String(found && found.message || found) });
    show([made("p", words)]);
  }

  function begin(keeper, published) {
    var bar = made("progress"), words = made("p");
    bar.max = published.bytes;
    bar.value = 0;
    bar.setAttribute("aria-label", say("Saving this dossier"));
    words.setAttribute("aria-live", "off"); // thousands of files would be thousands of announcements
    words.textContent = say("{done} of {all} saved", { done: size(0), all: size(published.bytes) });
    show([words, bar]);
    if (navigator.storage && navigator.storage.persist) { navigator.storage.persist().catch(function () {}); }
    keeper.save(published.edition, function (done) {
      bar.value = done;
      words.textContent = say("{done} of {all} saved", { done: size(done), all: size(published.bytes) });
    }).then(function () {
      show([
        made("p", dossier.sayMany("Saved: {count} file, held against its digest. It opens on this device without a connection.", "Saved: {count} files, each held against its digest. They open on this device without a connection.", published.files)),
        act(say("Show the saved edition"), function () { location.reload(); }),
        removing(keeper),
      ]);
    }).catch(fault);
  }

  function removing(keeper) {
    return act(say("Remove it from this device"), function () {
      keeper.forget([]).then(function () { show([made("p", say("Nothing of this dossier is kept on this device any more."))]); }).catch(fault);
    });
  }

  /** What a reader may put off, until the browser is closed or another edition comes. */
  function later(edition) {
    return act(say("Not now"), function () { sessionStorage.setItem("dossier-not-now", edition); panel.remove(); });
  }

  function offer(keeper, published, state, left, isNews) {
    if (isNews && sessionStorage.getItem("dossier-not-now") === published.edition) { panel.remove(); return; }
    var about = { size: size(published.bytes), files: dossier.numbered(published.files) };
    if (state.now === published.edition) {
      show([made("p", say("This edition is saved on this device, whole: {files} files, {size}.", about)), removing(keeper)]);
      return;
    }
    show([
      made("p", state.now
        ? say("A newer edition of this dossier is published. You are reading the one that you saved. The newer one has {files} files, {size}; what is the same is not fetched again.", about)
        : say("The whole dossier has {files} files, {size}. Saved, it opens on this device without a connection, search included.", about)),
      act(state.now ? say("Save the newer edition") : say("Save"), function () { begin(keeper, published); }),
    ].concat(left < published.bytes ? [made("p", say("This browser has {size} left for this site, which may not be enough.", { size: size(left) }))] : [],
      isNews ? [later(published.edition)] : state.now ? [removing(keeper)] : []));
  }

  function panelFor(button, isNews) {
    if (panel) { panel.remove(); }
    panel = made("div");
    panel.className = isNews ? "saving saving-news" : "saving";
    panel.setAttribute("role", "status");
    if (isNews) { document.body.append(panel); } else { button.parentNode.append(panel); }
  }

  dossier.save = {
    Keeper: Keeper,
    /** @param {HTMLElement} button @param {URL} home of the site @param {string} own @param {boolean} isNews whether it is told above the page */
    open: function (button, home, own, isNews) {
      var keeper = new Keeper(home, own);
      panelFor(button, isNews);
      Promise.all([keeper.published(), keeper.state(), room()]).then(function (found) { offer(keeper, found[0], found[1], found[2], isNews); })
        .catch(function (found) { if (isNews) { panel.remove(); } else { fault(found); } });
    },
  };
}());
