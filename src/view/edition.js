// The editions of the figures: which the page has, and the bytes of each. For both programs.
(() => {
  const files = () => new Map([...document.querySelectorAll("meta[name=edition]")].map(({ content }) => content.split(" ")));
  // What `.ci/editions.mjs` names a file by: FNV-1a of 32 bits.
  const hash = (bytes) => {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  const bytesOf = async (file, cache) => {
    const answer = await fetch(file, { cache });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const whole = async (file, cache) => {
    const bytes = await bytesOf(file, cache);
    return file.endsWith(`-${hash(bytes)}.bin`) ? bytes : undefined;
  };
  // Their names, oldest first.
  globalThis.listEditions = () => [...files().keys()].join(" ");
  // The bytes of one; none where they are damaged, and fails where they do not come. What the browser keeps may itself be
  // damaged: the second try goes past it.
  globalThis.fetchEdition = async (name) => {
    const file = files().get(name);
    return (await whole(file, "default").catch(() => undefined)) ?? whole(file, "reload");
  };
})();
