// Loads the second program: its files beforehand, once the page is at rest and the browser idle, or when somebody is about to
// open it; it starts on the click that opens it. Passes on what that asks of the page.
(() => {
  let files;
  let program;
  let tries = 0;
  const compiled = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return WebAssembly.compile(await answer.arrayBuffer());
  };
  const load = () => {
    // A browser may remember that an address failed; another try is another address.
    const at = (file) => new URL(tries ? `${file}?${tries}` : file, document.baseURI).href;
    const all = [import(at("./meeting.js")), compiled(at("./meeting_bg.wasm")), import(at("./meeting-present.js"))];
    tries += 1;
    return Promise.all(all);
  };
  // A page that stayed open over a release never gets the program of another: its own has gone, and it says so.
  const fetched = () => (files ??= load().catch(async (why) => {
    files = undefined;
    throw (await globalThis.toldNewer()) ?? why;
  }));
  const start = async () => {
    const [loaded, module] = await fetched();
    await loaded.default({ module_or_path: module });
    return loaded;
  };
  // Says that it comes, where somebody waits for it.
  const tell = (word) => { document.getElementById("laden").textContent = word; };
  globalThis.openMeeting = async (room, about, link) => {
    // A browser gives the whole screen to a press only, and the program may still have to come.
    if (room === "present") document.documentElement.requestFullscreen?.()?.catch(() => {});
    if (!program) tell("Wordt geladen…");
    program ??= start();
    const loaded = await program.catch((why) => {
      program = undefined;
      document.exitFullscreen?.()?.catch(() => {});
      throw why;
    }).finally(() => tell(""));
    await loaded.open(room, about, link);
  };
  // Shuts what is open of it, where foreign hands have changed the page.
  globalThis.shutMeeting = () => program?.then((loaded) => loaded.shut()).catch(() => {});
  // What the second program tells the first beside opening a scenario, which goes by the address: that it stands over the charts,
  // to measure from a kept scenario, that a step was made or gone back to, and that all that is set is to be shown.
  globalThis.coverCharts = (covers) => document.dispatchEvent(new CustomEvent("cover", { detail: covers }));
  globalThis.takeStep = (link, at) => document.dispatchEvent(new CustomEvent("take", { detail: [link, String(at)] }));
  globalThis.showSet = () => document.dispatchEvent(new CustomEvent("show-set"));
  globalThis.measureFrom = (name, link) => document.dispatchEvent(new CustomEvent("measure-from", { detail: [name, link] }));
  // And to be told, as a link, of every other scenario that the page shows; nothing to be told no more.
  let follower;
  globalThis.followPage = (heard) => { follower = heard; };
  globalThis.isFollowed = () => Boolean(follower);
  globalThis.tellFollower = (link) => follower?.(link);

  // Who saves data fetches nothing before the click. What fails beforehand is tried again on it.
  if (navigator.connection?.saveData) return;
  const ahead = () => fetched().catch(() => {});
  for (const nears of ["pointerover", "focusin"]) {
    addEventListener(nears, ({ target }) => target.closest?.("[data-door]") && ahead());
  }
  const root = document.documentElement;
  const rest = new MutationObserver(() => {
    if (!root.hasAttribute("data-rest")) return;
    rest.disconnect();
    if (globalThis.requestIdleCallback) requestIdleCallback(ahead);
    else setTimeout(ahead, 200);
  });
  rest.observe(root, { attributeFilter: ["data-rest"] });
})();
