// Loads the second program on the click that needs it, and passes on what that asks of the page.
(() => {
  let program;
  let tries = 0;
  const load = async () => {
    // The name of the first program changes with every version: what was kept of an older second one is not used.
    // A browser may remember that an address failed; another try is another address.
    const version = `${document.querySelector("link[rel=modulepreload]").href.split("/").pop()}-${tries++}`;
    const loaded = await import(new URL(`meeting.js?${version}`, document.baseURI).href);
    await loaded.default({ module_or_path: new URL(`meeting_bg.wasm?${version}`, document.baseURI).href });
    return loaded;
  };
  globalThis.openMeeting = async (room, about, link) => {
    program ??= load();
    const loaded = await program.catch((why) => {
      program = undefined;
      throw why;
    });
    await loaded.open(room, about, link);
  };
  // Shuts what is open of it, where foreign hands have changed the page.
  globalThis.shutMeeting = () => program?.then((loaded) => loaded.shut()).catch(() => {});
  // What the second program tells the first beside opening a scenario, which goes by the address: that it stands over the charts,
  // and to measure from a kept scenario.
  globalThis.coverCharts = (covers) => document.dispatchEvent(new CustomEvent("cover", { detail: covers }));
  globalThis.measureFrom = (name, link) => document.dispatchEvent(new CustomEvent("measure-from", { detail: [name, link] }));
})();
