/**
 * Keeps the contents of a long page in view once its head has left the window, and marks the section that is read. The list
 * is made of all headings, or is the page's own where there are few; it lies over the page, so that nothing moves.
 */
(function () {
  "use strict";
  var dossier = window.dossier;
  var ENOUGH = 4;
  var LIST = 48;
  /** What counts as read lies across this many px under the list: a section that is followed begins there. */
  var STRIP = 48;
  var head = document.querySelector(".record-head");
  var own = Array.from(document.querySelectorAll("nav.contents")).find(function (nav) { return nav.querySelector("a[href^='#']"); });
  var list = made() || own;
  var links = [];
  var inside = new Set();
  var reader = null;
  var followed = null; // at the end of a page a short section cannot come up to the list

  /** @returns {HTMLElement|null} a list of the sections of the page; null where they are few */
  function made() {
    var sections = Array.from(document.querySelectorAll("main > .section[id], main > .halves > .section[id]"));
    if (!head || sections.length < ENOUGH) { return null; }
    var nav = document.createElement("nav");
    nav.className = "contents contents-made";
    nav.setAttribute("aria-label", dossier.say("Sections"));
    var items = document.createElement("ul");
    sections.forEach(function (section) {
      var heading = section.querySelector("h2").cloneNode(true);
      heading.querySelectorAll(".take, svg, .unseen").forEach(function (part) { part.remove(); });
      var link = document.createElement("a");
      link.href = "#" + section.id;
      link.textContent = heading.textContent.trim();
      var item = document.createElement("li");
      item.append(link);
      items.append(item);
    });
    nav.append(items);
    head.append(nav);
    return nav;
  }

  function target(link) { return document.getElementById(link.hash.slice(1)); }

  function mark() {
    var reading = followed || links.filter(function (link) { return inside.has(target(link)); }).pop();
    links.forEach(function (link) {
      if (link !== reading) { link.removeAttribute("aria-current"); return; }
      link.setAttribute("aria-current", "location");
      var items = list.firstElementChild;
      items.scrollLeft += link.getBoundingClientRect().left - items.getBoundingClientRect().left - items.clientWidth / 2;
    });
  }

  function keep(isKept) {
    if (isKept && list === own) { list.style.minBlockSize = list.offsetHeight + "px"; }
    list.classList.toggle("kept", isKept);
    if (!isKept) { list.style.minBlockSize = ""; }
  }

  /** The strip is told by its distance from the bottom of the window. */
  function watch() {
    if (reader) { reader.disconnect(); inside.clear(); }
    reader = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { inside[entry.isIntersecting ? "add" : "delete"](entry.target); });
      mark();
    }, { rootMargin: "-" + LIST + "px 0px -" + Math.max(0, innerHeight - LIST - STRIP) + "px 0px" });
    links.forEach(function (link) { reader.observe(target(link)); });
  }

  dossier.contents = {};
  if (!head || !list) { return; }
  links = Array.from(list.querySelectorAll("a[href^='#']")).filter(target);
  document.documentElement.classList.add("keeps-contents");
  new IntersectionObserver(function (entries) {
    var last = entries[entries.length - 1];
    keep(!last.isIntersecting && last.boundingClientRect.bottom < innerHeight / 2);
  }, { rootMargin: "-" + LIST + "px 0px 0px 0px" }).observe(head);
  addEventListener("resize", watch);
  watch();
  ["pointerdown", "wheel", "touchmove", "keydown"].forEach(function (name) {
    addEventListener(name, function () { followed = null; }, { passive: true });
  });
  list.addEventListener("click", function (event) { followed = event.target.closest("a[href^='#']"); mark(); });
}());
