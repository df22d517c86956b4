// Foreign hands in the page: a browser that translates, or an extension, wraps and adds nodes under the program's feet, which
// would stop it at its next change. When that is seen, the page is shown anew before the next event, and asks not to be
// translated: it words its amounts itself. The page itself has no FONT and no element with a hyphen in its name.
(() => {
  // Whoever goes on regardless is left alone in the end.
  let left = 3;
  const isForeign = (node) => node instanceof Element && (node.tagName === "FONT" || node.tagName.includes("-"));
  const hint = () => {
    const box = document.getElementById("vertaling");
    box.hidden = false;
    box.querySelector("button").onclick = () => { box.hidden = true; };
  };
  // Shows the page anew by `remount`, each time that foreign nodes appear.
  globalThis.guardPage = (remount) => {
    const observer = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some(isForeign))) return;
      observer.disconnect();
      document.documentElement.translate = false;
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
