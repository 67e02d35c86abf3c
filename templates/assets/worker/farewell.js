/**
 * Takes the place of the worker that kept this site on readers' devices, where the site does not want that any more: lets
 * go of what was kept here, by the path of this site alone, and of itself.
 */
(function () {
  "use strict";
  var own = "dossier|" + new URL("./", self.location.href).pathname + "|";

  self.addEventListener("install", function () { self.skipWaiting(); });
  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return name.indexOf(own) === 0; }).map(function (name) { return caches.delete(name); }));
    }).then(function () { return self.registration.unregister(); }));
  });
}());
