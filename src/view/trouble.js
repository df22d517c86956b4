// Says in plain words that the program stopped, with the link that holds the scenario. Runs before the program, so that it
// also works where WebAssembly is missing or the program cannot be loaded. Sends nothing.
(() => {
  const LOCKED = "Deze browser voert geen WebAssembly uit, en daarmee rekent de simulator. Een strenge beveiliging zet het uit: "
    + "in Edge de verbeterde beveiliging op internet, op een iPhone, iPad of Mac de isolatiemodus, soms het netwerk zelf. Maak "
    + "daar voor deze pagina een uitzondering, of open de link op een ander apparaat.";
  const OLD = "Deze browser is te oud voor de simulator. Nodig is Chrome of Edge 91, Firefox 89, Safari of iOS 16.4, of later.";
  const NEWER = "Er is een nieuwe versie van deze pagina. Ververs de pagina: uw scenario staat in het adres en gaat niet verloren.";
  // A module of a few bytes with an instruction of SIMD.
  const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
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
  // What is to be said where a file did not come that went with a newer version of the page: that names another program.
  globalThis.toldNewer = async () => {
    const own = document.querySelector("link[rel=modulepreload]").getAttribute("href");
    const now = await fetch(location.pathname, { cache: "no-store" }).then((answer) => (answer.ok ? answer.text() : own), () => own);
    return now.includes(own) ? undefined : NEWER;
  };
  const missed = () => {
    show("Een deel van het programma kon niet worden geladen.");
    globalThis.toldNewer().then((told) => { if (told) document.getElementById("storing-reden").textContent = told; });
  };
  const whenRead = (run) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", run) : run();
  // Errors of others, an extension for instance, are none of ours once the page runs.
  const ours = (error) => loading() || (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError);
  const isLocked = (error) => globalThis.WebAssembly && error instanceof WebAssembly.CompileError;
  const failed = (error) => whenRead(() => ours(error) && show(isLocked(error) ? LOCKED : "Het programma is gestopt."));
  addEventListener("error", ({ target, error }) => {
    // Of the figures the page itself says that they did not come.
    if (target instanceof HTMLLinkElement && target.dataset.edition) return;
    if (target instanceof HTMLElement) whenRead(missed);
    else failed(error);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => failed(reason));
  if (typeof WebAssembly !== "object") whenRead(() => show(LOCKED));
  else if (!WebAssembly.validate(new Uint8Array(SIMD))) whenRead(() => show(OLD));
})();
