// Loads the second program on the click that needs it, and passes on what that asks of the page.
(() => {
  let program;
  let tries = 0;
  const load = async () => {
    // The name of the first program changes with every version: what was kept of an older second one is not used.
    // A browser may remember that an address failed; another try is another address.
    const version = `${document.querySelector("link[rel=modulepreload]").href.split("/").pop()}-${tries++}`;
    const [loaded] = await Promise.all(["meeting.js", "meeting-present.js"].map((name) => import(new URL(`${name}?${version}`, document.baseURI).href)));
    await loaded.default({ module_or_path: new URL(`meeting_bg.wasm?${version}`, document.baseURI).href });
    return loaded;
  };
  globalThis.openMeeting = async (room, about, link) => {
    // A browser gives the whole screen to a press only, and the program may still have to come.
    if (room === "present") document.documentElement.requestFullscreen?.()?.catch(() => {});
    program ??= load();
    const loaded = await program.catch((why) => {
      program = undefined;
      document.exitFullscreen?.()?.catch(() => {});
      throw why;
    });
    await loaded.open(room, about, link);
  };
  // Shuts what is open of it, where foreign hands have changed the page.
  globalThis.shutMeeting = () => program?.then((loaded) => loaded.shut()).catch(() => {});
  // What the second program asks of the first beside opening a scenario, which goes by the address: to measure from a kept one.
  globalThis.measureFrom = (name, link) => document.dispatchEvent(new CustomEvent("measure-from", { detail: [name, link] }));
  // And to be told, as a link, of every other scenario that the page shows; nothing to be told no more.
  let follower;
  globalThis.followPage = (heard) => { follower = heard; };
  globalThis.isFollowed = () => Boolean(follower);
  globalThis.tellFollower = (link) => follower?.(link);
})();
