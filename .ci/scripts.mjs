// Takes the scripts out of the page, into files named by their content: a strict policy of a server then allows no other.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = /[ \t]*<script>([\s\S]*?)<\/script>\n?/g;
/** Where the page has its scripts, all of them one file. */
const PLACE = '<meta name="scripts" />';
/** What `runner.js` calls the worker. */
const WORKER = './worker.js';

export function withScripts(html, folder) {
  const scripts = [...html.matchAll(SCRIPT)].map(([, script]) => lean(script)).join('\n');
  if (!scripts.includes(WORKER) || !html.includes(PLACE)) throw new Error(`the page has no ${WORKER} or no ${PLACE}`);
  const worker = written(folder, 'worker', lean(readFileSync('src/view/worker.js', 'utf8')));
  const start = written(folder, 'start', scripts.replace(WORKER, worker.address));
  const tag = `<script src="${start.address}" integrity="${start.integrity}" crossorigin="anonymous"></script>`;
  return html.replace(SCRIPT, '').replace(PLACE, tag);
}

/** Without the lines that only people read, and what indents the others: our own have no text over several lines. */
const lean = (script) => script.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//')).join('\n');

function written(folder, name, script) {
  const hash = (kind) => createHash(kind).update(script);
  const file = `${name}-${hash('sha256').digest('hex').slice(0, 16)}.js`;
  writeFileSync(join(folder, file), script);
  return { address: `./${file}`, integrity: `sha384-${hash('sha384').digest('base64')}` };
}
