// What a visitor downloads: every file of dist/, compressed as a web server would, each by what it is; and a limit on the sum
// of what comes with the page. The second program comes when the browser is idle or on the click that needs it, a
// part of the figures on the click that asks for it, and an older edition with a link that does; their sizes are only printed.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 283_000;
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

// 11 is brotli's best and also its default; named because the limit only means something at a known quality.
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const read = (name) => readFileSync(join(dist, name));
const html = read('index.html').toString();
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

const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
const rows = files.map((name) => {
  const kind = KINDS.find(([, , is]) => is.test(name));
  if (!kind) throw new Error(`nobody knows when ${name} comes: name it in tests/page/size.mjs`);
  return { name, when: kind[0], what: kind[1], bytes: brotli(read(name)) };
}).sort((a, b) => b.bytes - a.bytes);

const line = (bytes, text) => console.log(`${String(bytes).padStart(9)}  ${text}`);
/** Prints what comes at a moment and gives the sum of it. */
function print(moment, title) {
  const some = rows.filter(({ when }) => when === moment);
  const sum = some.reduce((total, { bytes }) => total + bytes, 0);
  console.log(title);
  some.forEach(({ name, what, bytes }) => line(bytes, `${what} (${name})`));
  line(sum, 'together, bytes after brotli\n');
  return sum;
}

const first = print('first', `Comes with the page, at most ${LIMIT}`);
const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('');
const picture = html.match(/<div class="screen first">[\s\S]*?(?=<p class="trouble" role)/)[0];
line(brotli(styles), 'styles in the page, by themselves');
line(brotli(picture), 'first picture in the page, by itself\n');
print('idle', 'Comes when the browser is idle, or on a click');
print('click', 'Comes on a click that asks for it');
print('older', 'Comes with a link that asks for it');
print('missing', 'Comes where a server has no such file');

if (first > LIMIT) {
  console.error(`The page is ${first - LIMIT} bytes too large.`);
  process.exitCode = 1;
}
