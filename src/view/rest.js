// Says on the root of the document, as `data-rest`, that nothing is pending. Both programs count here what still is.
(() => {
  let pending = 0;
  globalThis.countPending = (more) => {
    pending += more;
    document.documentElement.toggleAttribute("data-rest", pending === 0);
  };
})();
