// A link is the scenario: it opens, proves that it reproduces, follows what the user does and never breaks the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { euros, holdTime, NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const deficit = (page, year) => euros(page, 'deficit', year);

test('the second published scenario opens from its link and reproduces', async () => {
  const page = await app.newPage({
    fragment: '#v=1&d=2019.1&poh.fte=4.2&pgb.pct-instelling=90&pgb.pct-zelfstandig=88&ggz.max-uren-sggz=40&start.14=2022'
      + '&ramp.14=3&groei.zwaarte=2.5&prijs.vast=3&budget.extra=2&budget.2023=55000000&budget.rijk=1&realisatie.zacht=30'
      + '&base.pgb=3100000&t=13036090',
  });
  const published = [8399000, 9846006, 11344112, 10933705, 13894541, 10901965, 11793127, 13036090];
  for (const [at, amount] of published.entries()) assert.equal(await deficit(page, 2018 + at), amount, `${2018 + at}`);
  assert.equal(await page.locator('.notes').count(), 0, 'a link that reproduces says nothing');
});

test('a link whose figures changed says so, with both amounts', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5&t=40000000' });
  const notes = await page.locator('.notes').innerText();
  assert.match(notes, /40\.000\.000/);
  assert.match(notes, new RegExp((await deficit(page)).toLocaleString('nl-NL').replaceAll('.', '\\.')));
});

test('what a link holds wrong is listed, the rest is kept, and reading it clears the address', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&wlz.jeugdigen=7&poh.fte=99&onzin=1&pgb.tarief-informeel=elf' });
  const notes = await page.locator('.notes li').allInnerTexts();
  assert.equal(notes.length, 3);
  for (const words of [/van 0 tot en met 20/, /onzin.*bestaat niet/, /elf.*geen getal/]) assert.match(notes.join(' '), words);
  assert.equal(await page.locator('[data-lever="wlz.jeugdigen"][data-control="range"]').inputValue(), '7');
  await page.getByRole('button', { name: 'Gelezen' }).click();
  await page.waitForURL((url) => !url.hash.includes('onzin') && url.hash.includes('wlz.jeugdigen=7'));
});

test('thousands of odd fragments never blank the page', async () => {
  const page = await app.newPage();
  const pieces = ['&', '=', '#', '%', '%F0', 'v=1', 'v=9', 'd=', 't=1', 's=geen', 'b=constant', 'poh.fte=9.5', 'poh.fte=', 'start.1-17=2021,,',
    'ramp.14=3', 'budget.2023=5', 'base.pgb=9000000', 'reden.base.pgb=😀', '99999999999999999999999999999', '-', ',', 'NaN', '<b>'];
  const deficits = await page.evaluate(async (parts) => {
    let seed = 7;
    const pick = (count) => { seed = (seed * 16807) % 2147483647; return seed % count; };
    const seen = new Set();
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: pick(12) }, () => parts[pick(parts.length)]).join('');
      history.replaceState(null, '', `#${encodeURI(text)}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
      if (round % 50 === 0) {
        await new Promise(requestAnimationFrame);
        seen.add(document.querySelector('.year-table data[data-figure="deficit"][data-year="2025"]').value);
      }
    }
    return [...seen];
  }, pieces);
  assert.ok(deficits.length > 1 && deficits.every((value) => Number.isFinite(Number(value))), deficits.join());
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the address is written at most every 300 ms, and Back walks through settled states', async () => {
  const page = await app.newPage();
  await page.evaluate(() => {
    globalThis.writes = [];
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function write(...args) { globalThis.writes.push(name); return original.apply(this, args); };
    }
  });
  await holdTime(page);
  const slide = (...values) => page.evaluate((all) => {
    const slider = document.querySelector('[data-lever="poh.fte"][data-control="range"]');
    for (const value of all) {
      slider.value = value;
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }, values);
  const letGo = () => page.locator('[data-lever="poh.fte"][data-control="range"]').dispatchEvent('change');
  const writes = () => page.evaluate(() => globalThis.writes.splice(0));
  const address = () => page.evaluate(() => location.hash.match(/poh\.fte=([\d.]+)/)?.[1]);

  await slide(11);
  assert.deepEqual([await writes(), await address()], [['pushState'], '11'], 'the first write is at once');
  for (const values of [[10, 9], [8]]) await slide(...values);
  await page.clock.runFor(299);
  await slide(7);
  assert.deepEqual(await writes(), [], 'too early');
  await page.clock.runFor(1);
  assert.deepEqual([await writes(), await address()], [['replaceState'], '7'], 'the newest, within the same entry');
  await slide(4);
  await letGo();
  await page.clock.runFor(300);
  assert.deepEqual([await writes(), await address()], [['replaceState'], '4']);
  await page.clock.runFor(300);
  await slide(15);
  await letGo();
  await page.clock.runFor(300);
  assert.deepEqual([await writes(), await address()], [['pushState'], '15'], 'another change has an entry of its own');

  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[data-lever="poh.fte"]').value === '4');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[data-lever="poh.fte"]').value === '12.2');
});

test('the copy button gives the whole link, and says so until the scenario changes', async () => {
  const page = await app.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await page.getByRole('button', { name: 'Kopieer de link' }).click();
  await page.getByText('Link gekopieerd.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^http:\/\/127\.0\.0\.1:\d+\/#v=1&d=2019\.1&t=\d+&poh\.fte=12\.3$/);
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await page.getByText('Link gekopieerd.').waitFor({ state: 'detached' });
});

test('the skip link goes to the content and leaves the scenario in the address', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
  assert.match(page.url(), /poh\.fte=9\.5/);
});
