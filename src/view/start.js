// Starts the program once the page is read; by then both its files are on their way. Until it is there the page shows its first
// picture, but not where the address may ask for another scenario: that is decided before anything is shown.
document.documentElement.toggleAttribute("data-first", location.hash === "" && location.search === "");
globalThis.startProgram = (glue, wasm) => addEventListener("DOMContentLoaded", async () => {
  const program = await import(glue);
  await program.default({ module_or_path: wasm });
});
