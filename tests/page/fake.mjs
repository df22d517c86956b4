// A newer edition than the page has, for tests of what the next one will bring: the bytes of the newest with some texts
// replaced by others of the same length.

/** The editions a page lists, oldest first: `[name, file]`. */
export const listed = (html) => [...html.matchAll(/<meta name="edition" content="(\S+) (\S+)">/g)].map(([, name, file]) => [name, file]);

/** What `.ci/editions.mjs` names a file by. */
function fnv(bytes) {
  const hash = bytes.reduce((so, byte) => Math.imul(so ^ byte, 0x01000193), 0x811c9dc5);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function replaced(bytes, changes) {
  const text = Object.entries(changes).reduce((all, [from, to]) => {
    if (from.length !== to.length) throw new Error(`${from} and ${to} differ in length`);
    if (!all.includes(from)) throw new Error(`${from} is not in the edition`);
    return all.replaceAll(from, to);
  }, bytes.toString('latin1'));
  return Buffer.from(text, 'latin1');
}

/** Adds an edition named `name` to what a browser context gets of the page at `url`, as the one of now. */
export async function withNewer(context, url, name, changes = {}) {
  const html = await (await fetch(url)).text();
  const [newest, file] = listed(html).at(-1);
  const bytes = replaced(Buffer.from(await (await fetch(new URL(file, url))).arrayBuffer()), { [newest]: name, ...changes });
  const fake = `${name}-${fnv(bytes)}.bin`;
  // Its texts are those of the newest.
  const texts = html.match(new RegExp(`<meta name="part" content="${newest} (teksten \\S+)">`))[1];
  const added = `<meta name="edition" content="${name} ./${fake}"><meta name="part" content="${name} ${texts}">`;
  const all = html.replace(/<link [^>]*data-edition=[^>]*>/, added);
  const page = new URL(url).href;
  await context.route((address) => address.href.split('#')[0] === page, (route) => route.fulfill({ body: all, contentType: 'text/html' }));
  await context.route(`**/${fake}`, (route) => route.fulfill({ body: bytes, contentType: 'application/octet-stream' }));
}
