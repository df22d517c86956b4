// Puts what build.rs made in and beside the page: the editions of the figures, each a file named by its content and listed
// oldest first, the one of now ready to be fetched with the program; their parts, listed too; and the first picture.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the page has in place of the list, and of the picture. */
const PLACE = '<meta name="edition" />';
const PICTURE = '<meta name="first" />';

export function withEditions(html, folder) {
  if (![PLACE, PICTURE].every((place) => html.includes(place))) throw new Error(`index.html has no ${PLACE} or no ${PICTURE}`);
  const made = built();
  const beside = ({ name, bytes }) => {
    const file = `${name.replace(' ', '-')}-${fnv(bytes)}.bin`;
    writeFileSync(join(folder, file), bytes);
    return { name, file };
  };
  const listed = (kind, all) => all.map(({ name, file }) => `<meta name="${kind}" content="${name} ./${file}">`);
  const [editions, parts] = [made.editions.map(beside), made.parts.map(beside)];
  const now = editions.at(-1);
  const soon = `<link rel="preload" as="fetch" crossorigin data-edition="${now.name}" href="./${now.file}">`;
  const head = [...listed('edition', editions), ...listed('part', parts), soon];
  return html.replace(PLACE, head.join('\n    ')).replace(PICTURE, () => made.picture);
}

/** What build.rs wrote for the program that Trunk has just built: the editions, oldest first, their parts, and the picture. Nothing is built again: cargo only says where. */
function built() {
  const release = process.env.TRUNK_PROFILE === 'debug' ? [] : ['--release'];
  const args = ['build', ...release, '--locked', '--quiet', '--target', 'wasm32-unknown-unknown', '--bin', 'page', '--message-format', 'json'];
  const said = execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  const messages = said.split('\n').filter((line) => line.includes('"build-script-executed"')).map((line) => JSON.parse(line));
  const ours = messages.find(({ package_id: id }) => id.startsWith(`path+${pathToFileURL(process.cwd())}#`));
  const made = (name) => readFileSync(join(ours.out_dir, name));
  const editions = JSON.parse(made('editions.json')).map((name) => ({ name, bytes: made(name) }));
  const parts = JSON.parse(made('parts.json')).map((names) => ({ name: names.join(' '), bytes: made(names.join('-')) }));
  return { editions, parts, picture: made('first.html').toString() };
}

/** The hash FNV-1a of 32 bits: the page (`edition.js`) checks by it that a file is whole. */
function fnv(bytes) {
  const hash = bytes.reduce((so, byte) => Math.imul(so ^ byte, 0x01000193), 0x811c9dc5);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
