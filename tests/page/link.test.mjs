// A link is the scenario: it opens, proves that it reproduces, follows what the user does and never breaks the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { euros, holdTime, NO_PROBLEMS, open, rest, sheet, shut } from './lib.mjs';

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

/** The address once it is of a link with these settings. */
async function addressWith(page, pattern) {
  await page.waitForURL((url) => pattern.test(url.hash));
  return new URL(page.url()).hash;
}

const notes = (page) => page.locator('.notes li').allInnerTexts();
const slider = (page, id) => page.locator(`[data-lever="${id}"][data-control="range"]`);

test('a link of the first format is copied as it came; moved it is of the second, and reproduces when it is opened again', async () => {
  const came = '#v=1&d=2019.1&t=37875786&poh.fte=9.5';
  const page = await app.newPage({ fragment: came, permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = async () => {
    const box = await sheet(page, 'scenario');
    await box.getByRole('button', { name: 'Kopieer de link' }).click();
    await box.getByText('Link gekopieerd.').waitFor();
    await shut(page);
    return new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
  };
  assert.equal(await copied(), came);
  await slider(page, 'poh.fte').press('ArrowRight');
  const moved = await addressWith(page, /poh\.fte=9\.6/);
  assert.match(moved, /^#v=2&d=2019\.1&c=[a-z2-7]{6}&t=\d+&poh\.fte=9\.6$/);
  assert.equal(await copied(), moved);
  const again = await app.newPage({ fragment: moved });
  assert.equal(await deficit(again), await deficit(page));
  assert.deepEqual(await notes(again), []);
  // Back where it was, the link is the one that came.
  await slider(page, 'poh.fte').press('ArrowLeft');
  assert.equal(await addressWith(page, /poh\.fte=9\.5/), came);
});

test('a link of the second format that was altered, cut or drifted says which, and keeps what it can', async () => {
  const page = await app.newPage();
  await slider(page, 'poh.fte').press('ArrowRight');
  const link = await addressWith(page, /poh\.fte=12\.3/);
  const told = async (fragment) => {
    const other = await app.newPage({ fragment });
    return { other, words: (await notes(other)).join(' ') };
  };
  assert.equal((await told(`${link}&utm_source=nieuwsbrief&fbclid=x`)).words, '');
  const { other, words } = await told(link.replace('12.3', '2.3'));
  assert.match(words, /niet meer zoals hij is gemaakt.*was toen €.38\.\d{3}\.\d{3} en is nu/);
  assert.equal(await slider(other, 'poh.fte').inputValue(), '2.3');
  await other.getByRole('button', { name: 'Gelezen' }).click();
  const mended = await addressWith(other, /t=3[89]/);
  assert.equal((await told(mended)).words, '', 'what was read and kept is a link of its own');
  assert.match((await told(link.slice(0, link.indexOf('&poh')))).words, /niet meer zoals hij is gemaakt/);
  assert.match((await told('#v=2')).words, /staat niets\. Is de link afgekapt/);
  // What was set is whole; the results are of other figures.
  const sum = link.match(/c=(.{6})/)[1];
  const other3 = sum.endsWith('aaa') ? 'bbb' : 'aaa';
  const drifted = await told(link.replace(sum, sum.slice(0, 3) + other3));
  assert.match(drifted.words, /zijn heel, maar komen nu op iets anders uit/);
});

test('the check can be made of the page itself, by another program', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&s=begrenzing&base.pgb=3100000&reden.base.pgb=A%20%26%20%C3%A9' });
  await slider(page, 'poh.fte').press('ArrowRight');
  const link = await addressWith(page, /poh\.fte=/);
  await rest(page);
  const pairs = link.slice(1).split('&').map((pair) => pair.split('=')).filter(([key]) => !['v', 'c', 't'].includes(key));
  const set = pairs.map(([key, value]) => `${key}=${decodeURIComponent(value)}\n`).sort().join('');
  const results = await page.evaluate(() => {
    const years = Array.from({ length: 8 }, (_, at) => 2018 + at);
    const totals = ['baseline', 'savings', 'costs', 'budget', 'deficit', 'elsewhere', 'social', 'overlap'];
    const value = (year, total) => document.querySelector(`data[data-figure="${total}"][data-year="${year}"]`).value;
    return years.flatMap((year) => totals.map((total) => `${value(year, total)}\n`)).join('');
  });
  const signs = (text) => [27, 22, 17].map((shift) => 'abcdefghijklmnopqrstuvwxyz234567'[(crc32(text) >>> shift) & 31]).join('');
  assert.equal(link.match(/&c=(.{6})&/)[1], signs(set) + signs(set + results));
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
  const pieces = ['&', '=', '#', '%', '%F0', 'v=1', 'v=2', 'c=abcdef', 'v=9', 'd=', 't=1', 's=geen', 'b=constant', 'poh.fte=9.5', 'poh.fte=', 'start.1-17=2021,,',
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

test('the address is written once a change settles, at most every 300 ms, and Back walks through settled states', async () => {
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

  for (const values of [[11], [10, 9]]) await slide(...values);
  await page.clock.runFor(1000);
  assert.deepEqual(await writes(), [], 'it is still moving');
  await letGo();
  assert.deepEqual([await writes(), await address()], [['pushState'], '9'], 'at once, in an entry of its own');
  await slide(8);
  await letGo();
  await page.clock.runFor(299);
  await slide(7);
  assert.deepEqual(await writes(), [], 'too early');
  await page.clock.runFor(1);
  assert.deepEqual([await writes(), await address()], [['pushState'], '8'], 'what settled, whatever moves since');
  await page.clock.runFor(300);
  await slide(15);
  await letGo();
  assert.deepEqual([await writes(), await address()], [['pushState'], '15']);

  for (const value of ['8', '9', '12.2']) {
    await page.goBack();
    await page.waitForFunction((is) => document.querySelector('[data-lever="poh.fte"]').value === is, value);
  }
});

test('the copy button gives the whole link, and says so until the scenario changes', async () => {
  const page = await app.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  const box = await sheet(page, 'scenario');
  await box.getByRole('button', { name: 'Kopieer de link' }).click();
  await box.getByText('Link gekopieerd.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^http:\/\/127\.0\.0\.1:\d+\/\?#v=2&d=2026\.1&c=[a-z2-7]{6}&t=\d+&poh\.fte=12\.3$/);
  await box.getByRole('button', { name: 'Zonder maatregelen', exact: true }).click();
  await box.getByText('Link gekopieerd.').waitFor({ state: 'detached' });
});

const LINK = 'v=1&d=2019.1&poh.fte=9.5';

test('an address that lost its # or had it encoded opens the scenario, and is put right', async () => {
  const once = encodeURIComponent(LINK);
  const addresses = [
    `?${LINK}`, `?%23${LINK}`, `?%23${once}`, `?%2523${encodeURIComponent(once)}`, `%23${LINK}`, `index.html%23${LINK}`, `%2523${once}`,
    `?#${LINK}`, `?utm_source=nieuwsbrief&fbclid=abc#${LINK}`, `#${LINK}?utm_source=x`, `#${LINK}&utm_source=x&fbclid=y`,
    `#${LINK}:~:text=Tekort`, `#${LINK}%E2%80%8B`, `#${LINK.replaceAll('=', '=3D')}`, `#${LINK}).`,
  ];
  for (const address of addresses) {
    const page = await app.newPage({ fragment: address });
    assert.equal(await slider(page, 'poh.fte').inputValue(), '9.5', address);
    assert.deepEqual(await notes(page), [], address);
    assert.equal(new URL(page.url()).search, '', address);
    await page.context().close();
  }
});

test('who comes with a tracker, or with a link that lost its scenario, can tell', async () => {
  const page = await app.newPage({ fragment: '?utm_source=nieuwsbrief&fbclid=abc', permissions: ['clipboard-read', 'clipboard-write'] });
  assert.deepEqual([await notes(page), page.url()], [[], app.url]);
  const box = await sheet(page, 'scenario');
  await box.getByRole('button', { name: 'Kopieer de link' }).click();
  await box.getByText('Link gekopieerd.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied.slice(app.url.length), /^\?#v=2&/, 'a link handed over has no query of whoever opened the page');
  const lost = await app.newPage({ fragment: '?' });
  assert.match((await notes(lost)).join(), /staat niets\. Is de link afgekapt/, 'what others cut off its # says so');
  const missing = await app.newPage({ fragment: 'nergens', ready: 'h1' });
  assert.match(await missing.locator('body').innerText(), /bestaat niet.*Vraag de maker om de hele link/s);
});

test('the link on paper is alive', async () => {
  const page = await app.newPage({ fragment: `#${LINK}` });
  const pdf = (await page.pdf()).toString('latin1');
  assert.ok(pdf.includes(`/URI (${app.url}?#${LINK})`), pdf.match(/\/URI[^)]*\)/g)?.join());
});

test('the skip link goes to the content and leaves the scenario in the address', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
  assert.match(page.url(), /poh\.fte=9\.5/);
});
