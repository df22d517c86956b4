// In other people's hands: browsers that translate, extensions, releases while a page is open, old and hardened browsers, numbers
// as people write them, mails with links under words.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { enter, NO_PROBLEMS, open, plain, reach, rest, sheet, undo, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Wraps the text of the page as a browser does that translates it. */
const wrap = (page, tag) => page.evaluate((name) => {
  const walker = document.createTreeWalker(document.getElementById('pagina'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter((node) => node.data.trim() && !node.parentElement.closest('svg, textarea, select, style'))) {
    const [outer, inner] = [document.createElement(name), document.createElement(name)];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text);
  }
}, tag);

/** The amounts that read otherwise than they are. */
const misread = (page) => page.evaluate(() => [...document.querySelectorAll('#pagina data[data-figure][value]')]
  .filter((data) => data.checkVisibility())
  .map((data) => [data.innerText.replaceAll('\u00a0', ' '), Math.abs(data.value)])
  .filter(([text, value]) => ![
    Math.round(value).toLocaleString('nl-NL'), (value / 1e6).toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  ].some((way) => text.includes(way))));

const slider = (page, id) => page.locator(`[data-lever="${id}"][data-control="range"]`);

for (const tag of ['font', 'mark', 'span']) {
  test(`a page whose text somebody wrapped in <${tag}> is shown anew and goes on`, async () => {
    const page = await app.newPage({ viewport: { width: 1280, height: 720 } });
    assert.deepEqual(await page.evaluate(() => [document.documentElement.translate, document.querySelector('[name=google]').content]), [false, 'notranslate']);
    const before = await written(page, 'deficit');
    await slider(page, 'poh.fte').press('ArrowRight');
    const moved = await written(page, 'deficit');
    assert.notEqual(moved, before);
    await wrap(page, tag);
    await page.locator('#vertaling').filter({ hasText: 'shown again in Dutch' }).waitFor();
    await slider(page, 'poh.fte').press('ArrowLeft');
    assert.equal(await written(page, 'deficit'), before);
    await undo(page);
    assert.equal(await written(page, 'deficit'), moved, 'the steps are there still');
    assert.deepEqual(await misread(page), []);
    await page.locator('#vertaling button').click();
    await page.getByRole('button', { name: 'Presenteer', exact: true }).filter({ visible: true }).first().click();
    await page.locator('dialog.stage-box[open]').waitFor();
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('a node that an extension puts beside a control leaves it working', async () => {
  const page = await app.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await sheet(page, 'scenario');
  await page.evaluate(() => document.querySelector('#scenario .copy').prepend(document.createElement('grammarly-extension')));
  await page.locator('#vertaling button').click();
  const box = await sheet(page, 'scenario');
  await box.getByRole('button', { name: 'Kopieer de link' }).click();
  await box.getByText('Link gekopieerd.').waitFor();
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

/** Puts a next version of the page in a folder: other names of all that has one by its content. */
function release(folder) {
  const next = (text) => text.replace(/-(?=[\da-f]{10,16}(_bg)?\.(js|wasm))/g, '-f').replace(/ integrity="[^"]*"/g, '');
  for (const file of readdirSync(folder)) {
    if (/\.(html|js)$/.test(file)) writeFileSync(join(folder, file), next(readFileSync(join(folder, file), 'utf8')));
    renameSync(join(folder, file), join(folder, next(file)));
  }
}

test('a page that stayed open over a release says so and mixes nothing', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), folder, { recursive: true });
  const server = await open({ folder });
  t.after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const script = readdirSync(folder).find((file) => file.startsWith('start-'));
  const [old, kept] = ['index.html', script].map((file) => readFileSync(join(folder, file), 'utf8'));
  const context = await server.browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 720 } });
  // Nothing of the second program is fetched beforehand.
  await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const page = await context.newPage();
  const fragment = '#v=1&d=2019.1&poh.fte=9.5';
  await page.goto(server.url + fragment);
  await rest(page);
  const door = page.getByRole('button', { name: 'Deel', exact: true }).filter({ visible: true }).first();
  release(folder);
  await door.click();
  await page.getByText('Er is een nieuwe versie van deze pagina').filter({ visible: true }).waitFor();
  assert.equal(new URL(page.url()).hash, fragment);
  await page.reload();
  await rest(page);
  await enter(page, 'Deel');
  assert.equal(new URL(page.url()).hash, fragment);

  // A browser that kept the page of before with its scripts, whose program has gone.
  const stale = await (await server.browser.newContext()).newPage();
  await stale.route(`**/${script}`, (route) => route.fulfill({ body: kept, contentType: 'text/javascript' }));
  await stale.route(server.url, (route) => (
    route.request().isNavigationRequest() ? route.fulfill({ body: old, contentType: 'text/html' }) : route.continue()));
  await stale.goto(server.url + fragment);
  await stale.locator('#storing').filter({ hasText: 'Er is een nieuwe versie van deze pagina' }).waitFor();
  assert.match(await stale.locator('#storing-link').innerText(), /poh\.fte=9\.5/);
});

test('a browser without light-dark() has the light colours', async () => {
  const context = await app.browser.newContext({ colorScheme: 'dark', viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.route(app.url, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('light-dark(', 'unknown(') });
  });
  await page.goto(app.url);
  await rest(page);
  const seen = await page.evaluate(() => {
    const of = (where) => getComputedStyle(document.querySelector(where));
    const bar = of('.plot__bar');
    return { ink: of('body').color, fill: bar.fill, scheme: of(':root').colorScheme, paper: of('.top').backgroundColor, zero: of('.plot__zero').stroke };
  });
  assert.deepEqual([seen.ink, seen.scheme], ['rgb(22, 33, 43)', 'light']);
  assert.ok(!['none', 'rgb(0, 0, 0)'].includes(seen.fill) && seen.zero !== 'none', JSON.stringify(seen));
});

const HARDENED = [
  ['without SIMD', () => { WebAssembly.validate = () => false; }, /te oud.*iOS 16\.4.*poh\.fte=9\.5/s],
  ['where WebAssembly is refused', () => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError('Refused to compile'));
    Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse, compile: refuse, compileStreaming: refuse });
  }, /voert geen WebAssembly uit.*Edge.*isolatiemodus.*poh\.fte=9\.5/s],
];
for (const [what, script, says] of HARDENED) {
  test(`a browser ${what} is told what to do`, async () => {
    const context = await app.browser.newContext();
    await context.addInitScript(script);
    const page = await context.newPage();
    await page.goto(`${app.url}#v=1&d=2019.1&poh.fte=9.5`);
    await page.locator('#storing').waitFor();
    assert.match(await page.locator('#storing').innerText(), says);
  });
}

test('a field shows what it understood, and asks where a factor may be off', async () => {
  const page = await app.newPage();
  const field = await reach(page, 'budget.2025');
  const around = field.locator('..');
  await field.fill('54');
  await field.press('Enter');
  assert.match(plain(await around.innerText()), /Dat is € 54, .*Bedoelt u 54\.000\.000\?/);
  assert.doesNotMatch(page.url(), /budget/);
  await field.fill('54,2 mln');
  assert.match(plain(await around.innerText()), /Dat is € 54\.200\.000\./);
  await field.press('Enter');
  await page.waitForURL((url) => url.hash.includes('budget.2025=54200000'));
  const growth = await reach(page, 'groei.volume');
  assert.equal(await growth.getAttribute('inputmode'), 'text', 'digits alone have no minus');
  await growth.fill('-/- 1');
  await growth.press('Enter');
  await page.waitForURL((url) => url.hash.includes('groei.volume=-1'));
});

test('a mail in which the link stands under words is pasted with its address', async () => {
  const page = await app.newPage();
  await enter(page, 'Vergelijk');
  const field = page.getByLabel('Voeg links toe');
  await field.evaluate((area, url) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', `<p>VVD: <a href="${url}?#v=1&amp;d=2019.1&amp;poh.fte=9.5">ons voorstel</a></p>`);
    clipboardData.setData('text/plain', 'VVD: ons voorstel');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, app.url);
  await page.getByRole('button', { name: 'Voeg deze links toe' }).click();
  const names = page.locator('.versus__card input');
  await page.waitForFunction(() => [...document.querySelectorAll('.versus__card input')].some(({ value }) => value === 'VVD'));
  assert.equal(await names.count(), 3);
});

for (const viewport of [{ width: 360, height: 660 }, { width: 640, height: 450 }]) {
  test(`who tabs sees what has the focus, at ${viewport.width} × ${viewport.height}`, async () => {
    const page = await app.newPage({ viewport });
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const { activeElement: focused } = document;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.1, 0.8], [0.9, 0.2]];
        const there = places.map(([x, y]) => document.elementFromPoint(left + width * x, top + height * y)).filter(Boolean);
        // Of a control that nobody sees, its label or its track is what is there.
        const seen = width < 2 || there.some((element) => focused.parentElement.contains(element) || element.contains(focused));
        return seen ? '' : focused.outerHTML.slice(0, 200);
      });
      assert.equal(covered, '', `after ${times + 1} times`);
    }
  });
}

test('what stands behind a box on a phone does not move', async () => {
  const page = await app.newPage({ viewport: { width: 360, height: 660 }, hasTouch: true, isMobile: true });
  const overflow = () => page.evaluate(() => getComputedStyle(document.documentElement).overflowY);
  assert.notEqual(await overflow(), 'hidden');
  const box = await enter(page, 'Deel');
  assert.equal(await overflow(), 'hidden');
  assert.equal(await box.evaluate((dialog) => getComputedStyle(dialog).overscrollBehaviorY), 'contain');
  assert.ok(await box.evaluate((dialog) => dialog.getBoundingClientRect().bottom <= innerHeight));
});
