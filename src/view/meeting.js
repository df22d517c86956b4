// Loads the second program on the click that needs it.
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
  globalThis.openMeeting = async (room, link) => {
    program ??= load();
    const loaded = await program.catch((why) => {
      program = undefined;
      throw why;
    });
    await loaded.open(room, link);
  };
})();
