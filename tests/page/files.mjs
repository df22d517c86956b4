// The files of dist/: when each comes, what it is, and its size compressed as a web server would.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** What may come with the page, in bytes after brotli. */
export const LIMIT = 273_000;

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

// 11 is brotli's best and also its default; named because the limit only means something at a known quality.
export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const read = (name) => readFileSync(join(dist, name));
export const html = read('index.html').toString();
const now = html.match(/<link [^>]*data-edition="([^"]+)"/)[1];

/** When a file comes, and what it is: the first of these that its name is. */
const KINDS = [
  ['idle', 'second program', /^meeting-[\da-f]+_bg\.wasm$/],
  ['idle', 'its glue', /^meeting-[\da-f]+\.js$/],
  ['idle', 'keys of the presentation', /^meeting-present-[\da-f]+\.js$/],
  ['first', 'program', /^page-\w+_bg\.wasm$/],
  ['first', 'its glue', /^page-\w+\.js$/],
  ['first', 'scripts of the page', /^start-\w+\.js$/],
  ['first', 'start of the worker', /^worker-\w+\.js$/],
  ['first', 'page with styles and first picture', /^index\.html$/],
  ['first', 'figures of now', new RegExp(`^${now.replace('.', '\\.')}-\\w+\\.bin$`)],
  ['click', 'part of the figures', /^[\d.]+-[a-z-]+-[\da-f]{8}\.bin$/],
  ['older', 'older figures', /\.bin$/],
  ['click', 'statements of privacy and accessibility', /^(privacy|toegankelijkheid)\.html$/],
  ['click', 'their style', /^statement\.css$/],
  ['missing', 'for an address that is no file', /^404\.html$/],
  ['missing', 'its script', /^missing\.js$/],
];

const all = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());

/** Each of them, the largest first: `{ name, when, what, bytes }`. */
export const files = all.map((name) => {
  const kind = KINDS.find(([, , is]) => is.test(name));
  if (!kind) throw new Error(`nobody knows when ${name} comes: name it in tests/page/files.mjs`);
  return { name, when: kind[0], what: kind[1], bytes: brotli(read(name)) };
}).sort((a, b) => b.bytes - a.bytes);
