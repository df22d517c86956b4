// Serves dist/ and opens it in the system's Chromium, or another engine: for the tests, the bench and anyone who wants a
// screenshot.
//
//   const app = await open();
//   const page = await app.newPage({ viewport: { width: 360, height: 800 } });
//   assert.deepEqual(await axe(page), []);
//   assert.deepEqual(page.problems, NO_PROBLEMS);
//   await app.close();

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { launch } from './engines.mjs';
import { until } from './until.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (path) => join(root, path);

/** What `page.problems` is on a page that behaves: no error, and no request to any other address than its own. */
export const NO_PROBLEMS = Object.freeze({ console: [], errors: [], outside: [] });

/**
 * Starts a browser, and a server for dist/ on a free port. `base` is the folder the page is served from:
 * `/` or for example `/sub/folder/`; `engine` is one of ENGINES; `folder` is served in place of dist/, as it is at each request.
 */
export async function open({ base = '/', engine = 'chromium', folder } = {}) {
  if (!existsSync(inRoot('dist/index.html'))) throw new Error('There is no page in dist/: run `make build` first');
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  // First, so that nothing is left running where there is no such browser.
  const browser = await launch(engine, downloads);
  const asked = [];
  const server = await serve(folder ?? inRoot('dist'), base, (path) => asked.push(path), Boolean(folder));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  return {
    browser,
    url,
    /** The path of each request that has reached the server. */
    asked,
    newPage: (options) => newPage(browser, url, options),
    /** What was downloaded, as bytes, once there is a file of which `isWhole` holds; each engine names it in its own way. */
    downloaded: (isWhole) => until(() => filesIn(downloads).find(isWhole), 'no such file was downloaded'),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      // A browser that has just ended may still be writing there.
      rmSync(downloads, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** The bytes of the files in a folder, without those that an engine is still writing and names so. */
const filesIn = (folder) => readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(crdownload|part|wkdownload)$/.test(entry.name))
  .map(({ name }) => readFileSync(join(folder, name)));

/** What the root of a page is on which nothing is pending. */
const AT_REST = 'html[data-rest]';

/**
 * Waits until nothing is pending of what the program knows of. An event that the browser tells late is not among it:
 * after a fold, a dialog that shuts or another address, wait for what comes of it.
 */
export const rest = (page) => page.waitForSelector(AT_REST, { state: 'attached' });

/**
 * A total of a year in the table of the page, as it stands there at rest: keys in a row and a drag are drawn once a frame,
 * so what is read right after them may be of the frame before.
 */
export async function written(page, figure, year = 2025) {
  await rest(page);
  return page.locator(`.year-table data[data-figure="${figure}"][data-year="${year}"]`).getAttribute('value');
}

export const total = async (page, figure, year) => Number(await written(page, figure, year));
export const euros = async (page, figure, year) => Math.round(await total(page, figure, year));

/** The ends of a range as the table has them at rest: low, middle and high. */
export async function band(page, outlook, figure, year = 2025) {
  await rest(page);
  const end = (of) => `.year-table data[data-band="${of}"][data-outlook="${outlook}"][data-figure-of="${figure}"][data-year="${year}"]`;
  return Promise.all(['p10', 'p50', 'p90'].map((of) => page.locator(end(of)).getAttribute('value').then(Number)));
}

/** What a reader reads: the space that keeps a number and its unit together is a space. */
export const plain = (text) => text.replaceAll('\u00a0', ' ');

/**
 * Opens the page and waits until it is at rest, or until `ready` (a selector) is there. `fragment` is put after the
 * address, with its `#`; everything else goes to Playwright's `newContext`. The page has `problems`, which fills as it runs.
 */
async function newPage(browser, url, { fragment = '', ready = AT_REST, ...options } = {}) {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options });
  const page = await context.newPage();
  // WebKit is not Playwright's: its page tells its problems itself.
  if (!('problems' in page)) page.problems = watch(context, page, new URL(url).origin);
  await page.goto(url + fragment);
  await page.waitForSelector(ready);
  return page;
}

/** The ways on the screen to a sheet; of more than one it is the first that is shown. */
const ON_SCREEN = {
  scenario: 'button.scenario',
  'verschil-met': '[data-control="reference"]',
  menu: '.top button[aria-label="Menu"]',
  andere: '.foot__more > button:first-child, .tabs > button[aria-haspopup]',
  waarom: '.row__effect',
};
/** What the buttons in the menu begin with, for where the screen has no room for a way. */
const IN_MENU = {
  'verschil-met': 'Verschil met', aannames: 'Aannames', jaren: 'Alle jaren', ingesteld: 'Wat is ingesteld',
  uitkomst: 'Waar komt het tekort vandaan?',
};

/** Opens a sheet as a user does, unless it is open already, and gives it at rest. What else is open is shut first. */
export async function sheet(page, id) {
  const dialog = page.locator(`dialog.sheet#${id}`);
  // That of the second program is there only while it is open.
  if (await dialog.count() > 0 && await dialog.evaluate((box) => box.open)) return dialog;
  await shut(page);
  const shown = page.locator(ON_SCREEN[id] ?? ':not(*)').filter({ visible: true });
  const inMenu = async () => (await sheet(page, 'menu')).locator('.menu').getByRole('button', { name: new RegExp(`^${IN_MENU[id].replace('?', '\\?')}`) });
  await (await shown.count() > 0 ? shown : await inMenu()).first().click();
  await page.locator(`dialog.sheet#${id}[open]`).waitFor();
  await rest(page);
  return dialog;
}

/** Shuts the sheets that are open, what stands over another first. */
export async function shut(page) {
  const open = page.locator('dialog.sheet[open]');
  for (let count = await open.count(); count > 0; count = await open.count()) {
    await open.last().getByRole('button', { name: 'Sluit', exact: true }).click();
    await page.waitForFunction((were) => document.querySelectorAll('dialog.sheet[open]').length < were, count);
  }
}

/** Brings a control of a lever or an assumption into view: in the sheet that holds it, or on the screen. Gives its field. */
export async function reach(page, id, control = 'number') {
  const found = page.locator(`[data-lever="${id}"][data-control="${control}"]`);
  const within = await found.evaluate((input) => input.closest('dialog')?.id);
  if (within) {
    await sheet(page, within);
    await found.evaluate((input) => {
      for (let fold = input.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    });
  } else {
    await shut(page);
    for (const tab of await page.locator('.tabs button[aria-pressed]').all()) {
      if (await found.isVisible()) break;
      await tab.click();
    }
  }
  return found;
}

/** Types a value into the field of a lever or an assumption, wherever it is, and takes it over. */
export async function type(page, id, text) {
  const field = await reach(page, id);
  await field.fill(text);
  await field.press('Enter');
}

/** Goes a step back, as the button on the screen does. */
export async function undo(page) {
  await shut(page);
  await page.getByRole('button', { name: 'Maak ongedaan', exact: true }).click();
}

/** Goes a step forth again. */
export async function redo(page) {
  await shut(page);
  await page.getByRole('button', { name: 'Doe opnieuw', exact: true }).click();
}

/** Opens a room of the second program by its door on the page, and gives its box once it is at rest. */
export async function enter(page, door) {
  await shut(page);
  const shown = page.locator('.screen').getByRole('button', { name: door, exact: true }).filter({ visible: true });
  const doors = await shown.count() > 0 ? shown : (await sheet(page, 'menu')).getByRole('button', { name: door, exact: true });
  await doors.first().click();
  const box = page.locator('dialog.meeting');
  await box.waitFor();
  await rest(page);
  return box;
}

/** Shuts the room that is open. */
export async function leave(page) {
  const box = page.locator('dialog.meeting');
  await box.getByRole('button', { name: 'Sluit', exact: true }).click();
  await box.waitFor({ state: 'detached' });
}

/** Opens the folds of a page, also those that come within another. */
export async function unfold(page, folds = 'details') {
  while (await page.evaluate(openClosed, `${folds}:not([open])`) > 0) await rest(page);
}

/** Runs in the page: opens what is closed, waits until the program has heard of it, and says how many there were. */
async function openClosed(closed) {
  const folds = [...document.querySelectorAll(closed)];
  await Promise.all(folds.map((fold) => new Promise((opened) => {
    fold.addEventListener('toggle', opened, { once: true });
    fold.open = true;
  })));
  return folds.length;
}

/** Gives the clock of a page to the test: no timer of it runs until the test says that time goes by. */
export async function holdTime(page) {
  await page.clock.install();
  // A moment that is still to come, however slow the machine is.
  await page.clock.pauseAt(Date.now() + 3_600_000);
}

/** Collects what a well-behaved page never does. */
function watch(context, page, origin) {
  const problems = { console: [], errors: [], outside: [] };
  const local = ({ protocol, origin: from }) => ['data:', 'blob:'].includes(protocol) || from === origin;
  const visit = (address) => local(new URL(address)) || problems.outside.push(address);
  page.on('console', (message) => message.type() === 'error' && problems.console.push(message.text()));
  page.on('pageerror', (error) => problems.errors.push(String(error)));
  context.on('request', (request) => visit(request.url()));
  page.on('websocket', (socket) => problems.outside.push(socket.url()));
  return problems;
}

/** Breaches of WCAG 2.2 A and AA and of axe's best practices, one readable line for each element. */
export async function axe(page, context = 'html') {
  // Evaluated, not added as a script, so that it also runs under the page's content security policy.
  await page.evaluate(readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate((where) => globalThis.axe.run(where, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }), context);
  const why = (node) => node.failureSummary.split('\n').slice(1).map((text) => text.trim()).join('; ');
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}) at ${node.target.join(' ')}: ${why(node)}`));
}

/** A picture of the whole page in target/screens/, which git ignores; returns where it is. */
export async function screenshot(page, name) {
  const path = inRoot(`target/screens/${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  return path;
}

/** The strictest policy that the page can live with, as README.md names it: all page tests run under it. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
  + "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";
/** A name with a hash of the content, as README.md says a server may have it kept. */
const FOR_EVER = /-[\da-f]{8,16}(_bg)?\.(js|wasm|bin)$/;

/** A server as it should be; `asked` hears of each request that reaches it, and `changes` says that its files do. */
function serve(folder, base, asked, changes) {
  const setHeaders = (response, path) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', FOR_EVER.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
  const files = sirv(folder, { setHeaders, dev: changes });
  const server = createServer((request, response) => {
    asked(request.url);
    const missing = () => {
      setHeaders(response, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(join(folder, '404.html')));
    };
    if (!request.url.startsWith(base)) return response.writeHead(404).end();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  return new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', () => done(server)));
}
