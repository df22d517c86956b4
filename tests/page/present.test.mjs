// The briefing view and its own window: the slides say what the page says, follow the levers, and can be read from the
// back of a room.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, holdTime, NO_PROBLEMS, open, rest, sheet } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';
const BEAMER = { width: 1024, height: 768 };
const button = (page, name) => page.locator('.stage').getByRole('button', { name, exact: true });
const slide = (page) => page.locator('.stage__slide').getAttribute('data-slide').then(Number);
const told = (page) => page.locator('.stage [role=status]');

async function present(page) {
  const door = page.locator('.top__doors').getByRole('button', { name: 'Presenteer' });
  await (await door.isVisible() ? door : (await sheet(page, 'menu')).getByRole('button', { name: 'Presenteer' })).click();
  await page.waitForSelector('dialog.stage-box[open] h1:focus');
}

/** Opens the page and presents it; `moved` moves a lever first, so that there is a last change to tell. */
async function briefing({ moved = true, ...options } = {}) {
  const page = await app.newPage({ viewport: BEAMER, ...options });
  if (moved) await move(page);
  await present(page);
  return page;
}

/** One step to the left, settled. */
async function move(page) {
  const field = page.locator('[data-lever="poh.fte"][data-control="number"]');
  const now = Number((await field.inputValue()).replace(',', '.'));
  await field.fill(String(now - 1).replace('.', ','));
  await field.press('Enter');
}

async function inWindow(page) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), button(page, 'Eigen venster').click()]);
  await popup.waitForSelector('h1');
  return popup;
}

/** For each result a slide shows, as `figure/outlook/measure/band/year`, its value. */
const shown = (page, where) => page.evaluate((selector) => Object.fromEntries(
  [...document.querySelectorAll(`${selector} data[data-year]`)].map(({ dataset, value }) => [
    [dataset.figure, dataset.outlook, dataset.figureOf, dataset.measure, dataset.band, dataset.year].join('/'), value,
  ])), where);

test('keys walk the slides, and Escape returns to the button on the page', async () => {
  const page = await briefing();
  const walk = [
    ['ArrowRight', 2], ['PageDown', 3], ['Space', 4], ['Enter', 5], ['ArrowRight', 6], ['ArrowRight', 6],
    ['ArrowLeft', 5], ['PageUp', 4], ['Home', 1], ['ArrowLeft', 1], ['End', 6],
  ];
  for (const [key, at] of walk) {
    await page.keyboard.press(key);
    await page.waitForSelector(`[data-slide="${at}"] h1:focus`);
    assert.match(await page.locator('.stage__foot').innerText(), new RegExp(`${at} van 6 .*Actieplan 2019, aangepast .*cijfers`));
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === 'Presenteer');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('buttons do what the keys do; leaving the whole screen leaves the view', async () => {
  const page = await briefing();
  await button(page, 'Volgende').click();
  await page.waitForSelector('[data-slide="2"]');
  await button(page, 'Vorige').click();
  await page.waitForSelector('[data-slide="1"]');
  await button(page, 'Volgende').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-slide="2"] h1:focus');
  await button(page, 'Sluit').click();
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
  await present(page);
  await page.waitForFunction(() => document.fullscreenElement);
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
});

test('it also opens where the browser refuses the whole screen', async () => {
  const page = await app.newPage();
  await page.evaluate(() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused')); });
  await present(page);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
  await page.evaluate(() => { delete Element.prototype.requestFullscreen; });
  await present(page);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the numbers of every slide are those of the page', async () => {
  const page = await briefing();
  await rest(page);
  const of = await shown(page, '#pagina');
  const seen = new Set();
  for (let at = 1; at <= 5; at += 1) {
    await page.waitForSelector(`[data-slide="${at}"]`);
    for (const [name, value] of Object.entries(await shown(page, '.stage'))) {
      assert.equal(value, of[name], `slide ${at}: ${name}`);
      seen.add(name.split('/')[0]);
    }
    await page.keyboard.press('ArrowRight');
  }
  for (const name of ['deficit', 'net', 'budget', 'savings']) assert.ok(seen.has(name), name);
  const [was, is] = await page.locator('.stage li data').evaluateAll((all) => all.map(({ value }) => Number(value)));
  assert.equal(is, Number(of['deficit/////2025']));
  assert.ok(was < is, 'less POH, more deficit');
});

test('every number in a bar is explained beside it', async () => {
  const page = await briefing({ moved: false });
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForSelector('[data-slide="3"]');
  const numbers = await page.locator('.stage .bar__number').allTextContents();
  const named = await page.locator('.stage .stage__label').allInnerTexts();
  assert.ok(numbers.length > 3);
  for (const number of numbers) assert.ok(named.some((name) => name.startsWith(`${number.trim()}. `)), number);
});

test('R replays the last change: as it was, then as it is', async () => {
  const page = await briefing();
  await holdTime(page);
  await page.keyboard.press('r');
  await page.waitForSelector('[data-slide="6"]');
  const both = () => page.locator('.stage li data').evaluateAll((all) => all.map(({ value }) => value));
  const [was, before] = await both();
  assert.equal(before, was);
  await page.clock.runFor(800);
  await page.waitForSelector('.stage--moving');
  const [, is] = await both();
  assert.notEqual(is, was);
  await page.clock.runFor(1000);
  await page.waitForSelector('.stage:not(.stage--moving)');
  assert.deepEqual(await both(), [was, is]);
});

test('without a change there is no slide for it, and R says so', async () => {
  const page = await briefing({ moved: false });
  await page.keyboard.press('End');
  await page.waitForSelector('[data-slide="5"]');
  await page.keyboard.press('r');
  assert.equal(await slide(page), 5);
  await told(page).filter({ hasText: 'nog niets veranderd' }).waitFor();
});

test('D changes dark to light and back', async () => {
  const page = await briefing({ colorScheme: 'dark' });
  const ground = () => page.locator('.stage').evaluate((stage) => getComputedStyle(stage).backgroundColor);
  const dark = await ground();
  await page.keyboard.press('d');
  await page.waitForSelector('.stage--other');
  assert.notEqual(await ground(), dark);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('d');
  await page.waitForSelector('.stage:not(.stage--other)');
  assert.equal(await ground(), dark);
});

/** The smallest text of a part of the stage, in pixels on the screen; a drawing is scaled as a whole. */
const smallest = (page, selector) => page.locator(`.stage ${selector}`).evaluateAll((all) => Math.min(...all.map((node) => {
  const { ownerSVGElement: drawing } = node;
  const scale = drawing ? drawing.getScreenCTM().a : 1;
  return parseFloat(getComputedStyle(node).fontSize) * scale;
})));

const overflow = (page) => page.locator('.stage').evaluate((stage) =>
  [stage.scrollWidth - stage.clientWidth, stage.scrollHeight - stage.clientHeight]);

for (const colorScheme of ['light', 'dark']) {
  test(`on a beamer, ${colorScheme}: accessible, large, and nothing scrolls`, async () => {
    const page = await briefing({ colorScheme });
    for (let at = 1; at <= 6; at += 1) {
      await page.waitForSelector(`[data-slide="${at}"]`);
      assert.deepEqual(await axe(page), [], `slide ${at}`);
      assert.deepEqual(await overflow(page), [0, 0], `slide ${at}`);
      const texts = '.stage__slide > p:not(.stage__key), .stage .stage__show > ul:first-child li';
      const body = await smallest(page, texts);
      assert.ok(body >= 28, `slide ${at}: text of ${body} px`);
      const chart = await smallest(page, ':is(svg text, .stage__key, svg + ul li)');
      assert.ok(chart >= 20, `slide ${at}: chart text of ${chart} px`);
      await page.keyboard.press('ArrowRight');
    }
  });
}

for (const [width, height] of [[1280, 720], [1920, 1080], [360, 800]]) {
  test(`at ${width} × ${height} every slide fits`, async () => {
    const page = await briefing({ viewport: { width, height } });
    for (let at = 1; at <= 6; at += 1) {
      await page.waitForSelector(`[data-slide="${at}"]`);
      const [aside, down] = await overflow(page);
      assert.equal(aside, 0, `slide ${at}`);
      if (width > 360) assert.equal(down, 0, `slide ${at}`);
      await page.keyboard.press('ArrowRight');
    }
    for (const box of await page.locator('.stage button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))) {
      assert.ok(box.width >= 44 && box.height >= 44);
    }
  });
}

test('the window of its own is live: a lever of the page changes its number and its picture', async () => {
  const page = await briefing({ moved: false });
  const popup = await inWindow(page);
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
  assert.match(await popup.title(), /^Beeld: /);
  const deficit = () => shown(popup, '.stage').then((all) => all['deficit/////2025']);
  const was = await deficit();
  await page.locator(SLIDER).focus();
  await page.keyboard.press('ArrowLeft');
  await popup.waitForFunction((old) => document.querySelector('.stage data[data-figure="deficit"]').value !== old, was);
  await rest(page);
  assert.equal(await deficit(), (await shown(page, '#pagina'))['deficit/////2025']);

  await popup.keyboard.press('ArrowRight');
  await popup.waitForSelector('[data-slide="2"]');
  await button(popup, 'Volgende').click();
  await popup.waitForSelector('[data-slide="3"] svg');
  const bars = () => popup.locator('svg .bar').evaluateAll((all) => all.map((bar) => bar.getAttribute('d')).join());
  const drawn = await bars();
  await page.keyboard.press('Home');
  await popup.waitForFunction((old) => [...document.querySelectorAll('svg .bar')].map((bar) => bar.getAttribute('d')).join() !== old, drawn);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the window is accessible on every slide, light and dark', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  for (const colours of ['light', 'dark']) {
    for (let at = 1; at <= 6; at += 1) {
      await popup.waitForSelector(`[data-slide="${at}"]`);
      assert.deepEqual(await axe(popup), [], `${colours}, slide ${at}`);
      await popup.keyboard.press('ArrowRight');
    }
    await popup.keyboard.press('Home');
    await popup.keyboard.press('d');
  }
});

test('there is one window; shutting either is clean', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  await present(page);
  await button(page, 'Eigen venster').click();
  await page.waitForSelector('dialog.stage-box', { state: 'detached' });
  assert.equal(page.context().pages().length, 2);
  assert.equal(await popup.locator('.stage').count(), 1);

  const gone = popup.waitForEvent('close');
  // The window may be gone before the key is up again.
  await popup.keyboard.press('Escape').catch(() => {});
  await gone;
  await present(page);
  const second = await inWindow(page);
  await second.close();
  // What happens on the page now reaches no window any more.
  await move(page);
  await present(page);
  const third = await inWindow(page);
  await Promise.all([third.waitForEvent('close'), page.reload()]);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('where the browser refuses the window, a sentence says what to do', async () => {
  const page = await briefing();
  await page.evaluate(() => { globalThis.open = () => null; });
  await page.keyboard.press('v');
  await told(page).filter({ hasText: /hield het venster tegen.*Sta pop-ups toe/ }).waitFor();
  assert.equal(await slide(page), 1);
});

test('on paper the page is the page, also while presenting', async () => {
  const page = await briefing();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.stage').isHidden());
  for (const kept of ['.outcome__amount', '.plot', '.year-table']) assert.ok(await page.locator(kept).first().isVisible(), kept);
});
