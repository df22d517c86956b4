// The worker of the page: says that it listens, and starts the program that it is then given, compiled. The glue beside that
// is what the page has fetched too: the browser keeps it.
addEventListener("message", ({ data: { glue, module } }) => {
  const start = async () => {
    const program = await import(glue);
    await program.default({ module_or_path: module });
  };
  // A failure would otherwise stay within the worker.
  start().catch((why) => setTimeout(() => { throw why; }));
}, { once: true });
postMessage(null);
