// Starts the worker on the program of this page, which is neither fetched nor compiled again for it.
(() => {
  globalThis.startWorker = (module) => {
    const { href: glue } = document.querySelector("link[rel=modulepreload]");
    const worker = new Worker("./worker.js");
    // What it says first is that it listens: nothing that is told before is sure to be heard.
    worker.addEventListener("message", (event) => {
      event.stopImmediatePropagation();
      worker.postMessage({ glue, module });
    }, { once: true });
    return worker;
  };
})();
