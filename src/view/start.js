// Puts the address right before anything reads it. A scenario whose `#` was lost or encoded on its way stands in the query; any
// other query is a tracker's, and is not handed on. A link that is handed over has `?#`: one that ends at the `?` has lost its
// scenario, and says so like one that was cut.
(() => {
  const { href, pathname, search, hash } = location;
  if (!href.includes("?")) return;
  const isLink = (text) => /(^|[#?&/]|%(25)*23)(v|[\w-]+\.[\w.-]+)(=|%(25)*3D)/i.test(text);
  const query = isLink(search) ? `#${search.slice(1)}` : "";
  const lost = search || hash ? "" : "#v=2";
  history.replaceState(null, "", pathname + (isLink(hash) ? hash : query || hash || lost));
})();
// Starts the program once the page is read; by then both its files are on their way. Until it is there the page shows its first
// picture, but not where the address may ask for another scenario: that is decided before anything is shown.
document.documentElement.toggleAttribute("data-first", location.hash === "");
globalThis.startProgram = (glue, wasm) => addEventListener("DOMContentLoaded", async () => {
  const program = await import(glue);
  await program.default({ module_or_path: wasm });
});
