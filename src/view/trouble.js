// Says in plain words that the program stopped, with the link that holds the scenario. Runs before the program, so that it
// also works where WebAssembly is missing or the program cannot be loaded. Sends nothing.
(() => {
  let shown = false;
  const loading = () => document.querySelector("#pagina > .trouble");
  // The first reason is the cause; what follows from it says less.
  const show = (reason) => {
    const box = document.getElementById("storing");
    if (shown || !box) return;
    shown = true;
    document.getElementById("storing-reden").textContent = reason;
    const link = document.getElementById("storing-link");
    link.href = link.textContent = location.href;
    // A link to the same address does nothing by itself.
    link.onclick = () => setTimeout(() => location.reload());
    document.getElementById("storing-opnieuw").onclick = () => location.reload();
    if (loading()) loading().hidden = true;
    document.documentElement.removeAttribute("data-first");
    box.hidden = false;
  };
  globalThis.showTrouble = show;
  const whenRead = (run) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", run) : run();
  // Errors of others, an extension for instance, are none of ours once the page runs.
  const ours = (error) => loading() || (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError);
  const failed = (error) => whenRead(() => ours(error) && show("Het programma is gestopt."));
  addEventListener("error", ({ target, error }) => {
    // Of the figures the page itself says that they did not come.
    if (target instanceof HTMLLinkElement && target.dataset.edition) return;
    if (target instanceof HTMLElement) whenRead(() => show("Een deel van het programma kon niet worden geladen."));
    else failed(error);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => failed(reason));
  if (typeof WebAssembly !== "object") {
    whenRead(() => show("Deze browser kan het programma niet uitvoeren: WebAssembly ontbreekt. Werk de browser bij."));
  }
})();
