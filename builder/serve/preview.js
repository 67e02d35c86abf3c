// The live preview's own script: no published site has it. It asks the server whether its page has changed.
(() => {
  "use strict";
  const own = document.currentScript;
  const folder = own.src.slice(0, own.src.lastIndexOf("/") + 1);
  const { page, state } = own.dataset;
  const address = `${folder}events?page=${encodeURIComponent(page)}&state=${state}`;
  let stream = null;
  let frame = null;

  const showProblems = (words) => {
    if (frame) {
      frame.remove();
      frame = null;
    }
    if (!words) {
      return;
    }
    frame = document.createElement("section");
    frame.className = "dossier-problems";
    frame.setAttribute("role", "alert");
    frame.lang = "en";
    const title = document.createElement("h2");
    title.textContent = "This page is from before your last save, which has mistakes";
    const told = document.createElement("pre");
    told.textContent = words;
    told.tabIndex = 0;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Hide until the next save";
    close.addEventListener("click", () => frame.remove());
    frame.append(title, told, close);
    document.body.append(frame);
  };

  const markDrafts = (drafts) => {
    const known = new Set(drafts.map((path) => new URL(`/${path}`, location.origin).href));
    for (const link of document.querySelectorAll("main a[href], nav a[href]")) {
      const target = link.href.replace(/[?#].*$/, "");
      link.classList.toggle("dossier-draft-link", known.has(target));
    }
  };

  const listen = () => {
    stream = new EventSource(address);
    stream.addEventListener("told", (event) => {
      const { problems, drafts } = JSON.parse(event.data);
      showProblems(problems);
      markDrafts(drafts);
    });
    stream.addEventListener("reload", () => {
      stream.close();
      location.reload();
    });
  };

  const hush = () => {
    if (stream) {
      stream.close();
      stream = null;
    }
  };

  // A browser opens six connections at most: a page in the background gives its own back.
  document.addEventListener("visibilitychange", () => {
    hush();
    if (document.visibilityState === "visible") {
      listen();
    }
  });
  window.addEventListener("pagehide", hush);
  listen();
})();
