// Foreign hands in the page: a browser that translates all the same, or an extension, wraps and adds nodes under the program's
// feet, which would stop it at its next change. When that is seen, the page is shown anew before the next event. The page itself
// has no FONT, no MARK and no element with a hyphen in its name, and never takes a node from one parent to another.
(() => {
  // Whoever goes on regardless is left alone in the end.
  let left = 3;
  const isForeign = (node) => node instanceof Element && /^(FONT|MARK)$|-/.test(node.tagName);
  const isTouched = ({ target, addedNodes, removedNodes }) => [...addedNodes].some(isForeign)
    || [...removedNodes].some((node) => node.isConnected && node.parentNode !== target);
  const hint = () => {
    const box = document.getElementById("vertaling");
    box.hidden = false;
    box.querySelector("button").onclick = () => { box.hidden = true; };
  };
  // Shows the page anew by `remount`, each time that foreign nodes appear.
  globalThis.guardPage = (remount) => {
    const observer = new MutationObserver((records) => {
      if (!records.some(isTouched)) return;
      observer.disconnect();
      globalThis.shutMeeting();
      remount();
      hint();
      left -= 1;
      if (left > 0) observe();
    });
    const observe = () => observer.observe(document.body, { childList: true, subtree: true });
    observe();
  };
})();
