// The keyboard: what has the focus is never covered, and it comes back to where it was when what opened is shut.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, open, rest, sheet } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Runs in the page: what has the focus, and what covers its middle if anything does; nothing where nothing has it. */
function focused() {
  const at = document.activeElement;
  if (at === document.body) return null;
  const { left, top, width, height } = at.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const own = hit && (at.contains(hit) || hit.contains(at) && hit.closest('.slider, .row, td, li, label') === hit
    || [...at.labels ?? []].some((label) => label.contains(hit)));
  const name = `${at.dataset.control ?? at.tagName} ${at.dataset.lever ?? at.getAttribute('aria-label') ?? at.textContent.slice(0, 40)}`;
  globalThis.order ??= new Map();
  if (!globalThis.order.has(at)) globalThis.order.set(at, globalThis.order.size);
  return { name, id: globalThis.order.get(at), covered: own ? null : `${name} by ${hit?.outerHTML.slice(0, 80) ?? 'nothing: it is out of the window'}` };
}

/** Tabs through all there is, until it comes round; gives the names. */
async function tabThrough(page, key = 'Tab') {
  const [names, seen] = [[], new Set()];
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(focused);
    if (at === null || seen.has(at.id)) break;
    seen.add(at.id);
    names.push(at.name);
    assert.equal(at.covered, null);
  }
  return names;
}

const SIZES = {
  '360 px': [{ viewport: { width: 360, height: 640 } }, 16],
  '1280 px with text at 200 %': [{ viewport: { width: 1280, height: 640 } }, 32],
  '1280 px': [{ viewport: { width: 1280, height: 640 } }, 16],
};

for (const [name, [options, size]] of Object.entries(SIZES)) {
  test(`at ${name} what has the focus is never covered, there and back, also with something to read on top`, async () => {
    for (const fragment of ['', '#d=2019.1&naam=Avondplan&poh.fte=99']) {
      const page = await app.newPage({ ...options, fragment });
      const browser = await page.context().newCDPSession(page);
      await browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
      const forth = await tabThrough(page);
      assert.ok(forth.length >= (name === '1280 px' ? 40 : 12), `${forth}`);
      assert.ok(forth.some((one) => one.startsWith('range poh.fte')) && forth.some((one) => one.startsWith('more poh.fte')));
      await page.evaluate(() => { document.activeElement.blur(); globalThis.order = undefined; });
      await tabThrough(page, 'Shift+Tab');
      assert.deepEqual(page.problems, NO_PROBLEMS);
      await page.context().close();
    }
  });

  test(`at ${name} the focus is not covered in what opens either`, async () => {
    const page = await app.newPage(options);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
    for (const id of ['andere', 'aannames', 'scenario', 'menu']) {
      await sheet(page, id);
      assert.ok((await tabThrough(page)).length > 5, id);
      await page.locator(`#${id}`).getByRole('button', { name: 'Sluit', exact: true }).press('Escape');
      await page.locator(`#${id}[open]`).waitFor({ state: 'detached' });
    }
  });
}

/** The ways to what opens, with where they are: by a selector of the button. */
const WAYS = {
  scenario: 'button.scenario',
  'verschil-met': '[data-control="reference"]',
  menu: '.top button[aria-label="Menu"]',
  andere: '.foot__more > button:first-child',
  aannames: '.foot__more > button:nth-child(2)',
  waarom: '.row__effect',
  jaren: '.yearly__title',
  uitkomst: '.outcome__amount .number',
};

for (const [width, height] of [[1280, 640], [768, 940]]) {
  test(`at ${width} px what opens takes the focus, Escape shuts it, and the focus is back where it was`, async () => {
    const page = await app.newPage({ viewport: { width, height } });
    for (const [id, way] of Object.entries(WAYS)) {
      const opener = page.locator(way).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      const box = page.locator(`#${id}[open]`);
      await box.waitFor();
      assert.ok(await box.evaluate((dialog) => dialog.contains(document.activeElement)), `${id} has the focus`);
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
      await rest(page);
      assert.ok(await opener.evaluate((button) => button === document.activeElement), `the focus returns from ${id}`);
    }
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('from the menu the focus returns to the menu button, and what was typed is not shut away by Escape', async () => {
  const page = await app.newPage();
  await sheet(page, 'jaren');
  assert.equal(await page.locator('dialog.sheet[open]').count(), 1);
  await page.keyboard.press('Escape');
  await page.locator('#jaren[open]').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Menu');
  const box = await sheet(page, 'andere');
  const field = box.locator('[data-lever="jongerenwerk.inzet"][data-control="number"]');
  await field.fill('55');
  await page.keyboard.press('Escape');
  assert.ok(await box.isVisible());
  assert.equal(await field.inputValue(), '100');
});

test('beside the levers, what opens leaves the other half free and takes what it covers out of reach', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 640 } });
  const reach = async (selector) => page.locator(selector).first().evaluate((element) => element.closest('[inert]') === null);
  for (const [id, free, covered] of [['andere', '.graphs button', '.levers input'], ['aannames', '.graphs button', '.levers input'], ['waarom', '.levers input', '.graphs button']]) {
    await sheet(page, id);
    assert.equal(await reach(free), true, `${id} leaves ${free}`);
    assert.equal(await reach(covered), false, `${id} covers ${covered}`);
    const box = await page.locator(`#${id}`).boundingBox();
    const other = await page.locator(free).first().boundingBox();
    assert.ok(other.x + other.width <= box.x || other.x >= box.x + box.width, `${id} does not lie over ${free}`);
  }
});
