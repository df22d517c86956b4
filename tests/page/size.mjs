// What a visitor downloads: every file of dist/, compressed as a web server would, and a limit on the sum of what comes
// with the page. The second program comes on the click that needs it, and an older edition of the figures with a link that
// asks for it; their sizes are only printed.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 341_000;
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

// 11 is brotli's best and also its default; named because the limit only means something at a known quality.
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const rows = readdirSync(dist, { recursive: true })
  .filter((name) => statSync(join(dist, name)).isFile())
  .map((name) => ({ name, bytes: brotli(readFileSync(join(dist, name))) }))
  .sort((a, b) => b.bytes - a.bytes);
if (rows.length === 0) throw new Error('dist/ is empty: run `make build` first');
const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
const now = readFileSync(join(dist, 'index.html'), 'utf8').match(/<link [^>]*data-edition="([^"]+)"/)[1];
const isSecond = ({ name }) => name.startsWith('meeting');
const isOlder = ({ name }) => name.endsWith('.bin') && !name.startsWith(`${now}-`);
const first = sum(rows.filter((row) => !isSecond(row) && !isOlder(row)));

const line = (bytes, name) => console.log(`${String(bytes).padStart(9)}  ${name}`);
rows.forEach(({ name, bytes }) => line(bytes, name));
line(first, `bytes after brotli with the page, of at most ${LIMIT}`);
line(sum(rows.filter(isSecond)), 'bytes after brotli for the second program, on a click');
line(sum(rows.filter(isOlder)), 'bytes after brotli for older editions, each on a link that asks for it');

if (first > LIMIT) {
  console.error(`The page is ${first - LIMIT} bytes too large.`);
  process.exitCode = 1;
}
