// Takes the scripts out of the page, into files named by their content: a strict policy of a server then allows no other. The
// second program, which Trunk does not name so, gets such names too: a page asks for the one that it was built with.

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = /[ \t]*<script>([\s\S]*?)<\/script>\n?/g;
/** Where the page has its scripts, all of them one file. */
const PLACE = '<meta name="scripts" />';
/** What `runner.js` calls the worker. */
const WORKER = './worker.js';
/** What `meeting.js` calls the files of the second program. */
const SECOND = ['./meeting.js', './meeting_bg.wasm', './meeting-present.js'];

export function withScripts(html, folder) {
  const scripts = [...html.matchAll(SCRIPT)].map(([, script]) => lean(script)).join('\n');
  const missing = [WORKER, ...SECOND].filter((file) => !scripts.includes(`"${file}"`));
  if (missing.length || !html.includes(PLACE)) throw new Error(`the page has no ${PLACE}, or not ${missing}`);
  const worker = written(folder, 'worker', lean(readFileSync('src/view/worker.js', 'utf8')));
  const own = [[WORKER, worker.address], ...SECOND.map((file) => [file, renamed(folder, file)])];
  const start = written(folder, 'start', own.reduce((text, [file, address]) => text.replace(`"${file}"`, `"${address}"`), scripts));
  const tag = `<script src="${start.address}" integrity="${start.integrity}" crossorigin="anonymous"></script>`;
  return html.replace(SCRIPT, '').replace(PLACE, tag);
}

/** Without the lines that only people read, and what indents the others: our own have no text over several lines. */
const lean = (script) => script.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//')).join('\n');

/** Gives a file a name by its content. */
function renamed(folder, file) {
  const hash = createHash('sha256').update(readFileSync(join(folder, file))).digest('hex').slice(0, 16);
  const address = file.replace(/(_bg)?\.(\w+)$/, `-${hash}$1.$2`);
  renameSync(join(folder, file), join(folder, address));
  return address;
}

function written(folder, name, script) {
  const hash = (kind) => createHash(kind).update(script);
  const file = `${name}-${hash('sha256').digest('hex').slice(0, 16)}.js`;
  writeFileSync(join(folder, file), script);
  return { address: `./${file}`, integrity: `sha384-${hash('sha384').digest('base64')}` };
}
