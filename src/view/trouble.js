// Says in plain words that the program stopped, with the link that holds the scenario. Runs before the program, so that it
// also works where WebAssembly is missing or the program cannot be loaded. Sends nothing.
(() => {
  const show = (reason) => {
    const box = document.getElementById("storing");
    if (!box) return;
    document.getElementById("storing-reden").textContent = reason;
    const link = document.getElementById("storing-link");
    link.href = location.href;
    link.textContent = location.href;
    // A link to the same address does nothing by itself.
    link.onclick = () => setTimeout(() => location.reload());
    box.hidden = false;
  };
  const stopped = () => show("Het programma is gestopt.");
  const atLoad = (run) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", run) : run();
  addEventListener("error", (event) => {
    const blocked = event.target instanceof HTMLElement;
    atLoad(blocked ? () => show("Een deel van het programma kon niet worden geladen.") : stopped);
  }, true);
  addEventListener("unhandledrejection", () => atLoad(stopped));
  if (typeof WebAssembly !== "object") {
    atLoad(() => show("Deze browser kan het programma niet uitvoeren (WebAssembly ontbreekt). Werk de browser bij."));
  }
})();
