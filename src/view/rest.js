// Says on the root of the document, as `data-rest`, that nothing is pending. Both programs count here what still is.
(() => {
  let pending = 0;
  globalThis.countPending = (more) => {
    pending += more;
    document.documentElement.toggleAttribute("data-rest", pending === 0);
  };
  // Lets the browser do first what else there is to do: what takes long is done in parts.
  globalThis.nextTask = () => new Promise((done) => setTimeout(done));
})();
