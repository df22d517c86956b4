// The editions of the figures and their parts: which the page has, and the bytes of each. For both programs.
(() => {
  // By name, that of a part behind that of its edition.
  const files = (kind) => new Map([...document.querySelectorAll(`meta[name=${kind}]`)].map(({ content }) => content.split(/ (?=\S+$)/)));
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
  // What the browser keeps may itself be damaged: the second try goes past it.
  const fetched = async (file) => (await whole(file, "default").catch(() => undefined)) ?? whole(file, "reload");
  // The names of the editions, oldest first.
  globalThis.listEditions = () => [...files("edition").keys()].join(" ");
  // The bytes of one; none where they are damaged, and fails where they do not come.
  globalThis.fetchEdition = (name) => fetched(files("edition").get(name));
  // Whether there is a part, and its bytes in the same way.
  globalThis.hasPart = (edition, part) => files("part").has(`${edition} ${part}`);
  globalThis.fetchPart = (edition, part) => fetched(files("part").get(`${edition} ${part}`));
})();
