// What Lighthouse says of the page on a phone with a slow line, served compressed as a server would: the median of five visits.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import sirv from 'sirv';
import { CHROMIUM_FLAGS, chromiumPath } from './engines.mjs';

const VISITS = 5;
/** What each category is to reach. */
const AIMS = { performance: 0.95, accessibility: 1, 'best-practices': 1, seo: 1 };
const FIGURES = {
  'first-contentful-paint': 'first text, ms', 'largest-contentful-paint': 'largest text, ms', 'total-blocking-time': 'blocked, ms',
  'cumulative-layout-shift': 'moved', 'total-byte-weight': 'bytes over the line',
};

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
cpSync(dist, folder, { recursive: true });
for (const name of readdirSync(dist)) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(dist, name))));

const server = createServer(sirv(folder, { brotli: true }));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: CHROMIUM_FLAGS });
try {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(AIMS) });
    visits.push(lhr);
  }
  report(visits);
} finally {
  chrome.kill();
  server.close();
  rmSync(folder, { recursive: true });
}

function report(visits) {
  const median = (of) => visits.map(of).sort((a, b) => a - b)[Math.floor(VISITS / 2)];
  const line = (value, text) => console.log(`${String(value).padStart(9)}  ${text}`);
  console.log(`Lighthouse on a phone, median of ${VISITS}`);
  for (const [category, aim] of Object.entries(AIMS)) line(median((lhr) => lhr.categories[category].score), `${category}, aim ${aim}`);
  for (const [audit, text] of Object.entries(FIGURES)) line(Math.round(median((lhr) => lhr.audits[audit].numericValue) * 1000) / 1000, text);
  const failed = Object.values(visits[0].audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === 'binary');
  failed.forEach(({ id, title }) => console.log(`    fails  ${id}: ${title}`));
}
