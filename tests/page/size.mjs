// What a visitor downloads: every file of dist/, compressed as a web server would, each by what it is; and a limit on the sum
// of what comes with the page. The second program comes when the browser is idle or on the click that needs it, a
// part of the figures on the click that asks for it, and an older edition with a link that does; their sizes are only printed.
import { LIMIT, brotli, files, html } from './files.mjs';

const line = (bytes, text) => console.log(`${String(bytes).padStart(9)}  ${text}`);
/** Prints what comes at a moment and gives the sum of it. */
function print(moment, title) {
  const some = files.filter(({ when }) => when === moment);
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
