// Starts the program once the page is read; by then both its files are on their way.
globalThis.startProgram = (glue, wasm) => addEventListener("DOMContentLoaded", async () => {
  const program = await import(glue);
  await program.default({ module_or_path: wasm });
});
