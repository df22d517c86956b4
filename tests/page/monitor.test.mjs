// What was measured: every series has its chart, its table and what must be known of it; found by subject and by word; a part
// that does not come or is damaged gives a sentence, and an edition without it has no such room.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, plain, rest, sheet } from './lib.mjs';

const FILE = '**/2026.1-monitor-*.bin';
const PHONE = { width: 360, height: 660 };

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Opens the room, with all there is in it. */
async function all(page) {
  const room = await enter(page, 'Monitor');
  await room.getByLabel('Onderwerp').selectOption({ label: 'Alle onderwerpen' });
  await room.locator('.monitor__subject').nth(12).waitFor();
  return room;
}

test('every series has a chart, its numbers in a table, and what must be known of it', async () => {
  const page = await app.newPage();
  const room = await all(page);
  const charts = await room.locator('.measured').evaluateAll((figures) => figures.map((figure) => ({
    id: figure.dataset.chart,
    caveat: figure.querySelector('.measured__caveat').innerText.trim(),
    drawn: [...figure.querySelectorAll('[data-series]')].filter((series) => series.querySelector('svg rect')).map((series) => series.dataset.series),
    bars: figure.querySelectorAll('[data-series] rect').length,
    told: [...new Set([...figure.querySelectorAll('data[data-monitor]')].map((data) => data.dataset.monitor))],
    numbers: figure.querySelectorAll('data[data-monitor][data-year][value]').length,
  })));
  for (const { id, caveat, drawn, bars, told, numbers } of charts) {
    assert.ok(caveat.length > 5, id);
    assert.deepEqual(drawn, told, id);
    assert.equal(bars, numbers, id);
  }
  const sum = (count) => charts.reduce((total, chart) => total + count(chart), 0);
  assert.equal(sum(({ numbers }) => numbers), 359);
  const august = room.locator('data[data-monitor="pwet.uitkeringen"][data-year="2019-08"]');
  assert.equal(await august.getAttribute('value'), '2652');
  assert.equal(await room.locator('[data-figure]').count(), 0, 'nothing here is a result');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what is not final, contradicts itself or is meant otherwise than it seems says so', async () => {
  const page = await app.newPage();
  const room = await all(page);
  const chart = (id) => room.locator(`[data-chart="${id}"]`);
  assert.match(await chart('jeugd-aandeel').innerText(), /staat 14,5 gedrukt; 3\.796 van 26\.024 jeugdigen is 14,6/);
  const types = chart('jeugd-aantal');
  assert.match(await types.innerText(), /2019: deel van de periode/);
  assert.equal(await types.locator('[data-series] .measured__bar--incomplete').count(), 4, 'one for each type in the last year');
  assert.match(await chart('ind-veiligthuis').innerText(), /Meer is hier als beter bedoeld/);
  assert.match(await chart('ind-eenzaamheid').innerText(), /Lager is hier als beter bedoeld/);
  assert.equal(await chart('ind-veiligthuis').locator('[data-series] .measured__bar--target').count(), 4);
});

test('by subject, and by any words of a chart', async () => {
  const page = await app.newPage();
  const room = await enter(page, 'Monitor');
  assert.equal(await room.locator('.monitor__subject').count(), 1);
  await room.getByLabel('Onderwerp').focus();
  await page.keyboard.press('End');
  await room.locator('.monitor__subject').nth(12).waitFor();
  await room.getByLabel('Onderwerp').selectOption({ label: 'Programma 2 in 2024' });
  await room.locator('.monitor__subject').nth(1).waitFor({ state: 'detached' });
  const find = room.getByLabel('Zoek op woord');
  await find.fill('wmo PARTICIPATIEWET');
  await room.getByText('2 grafieken').waitFor();
  assert.equal(await room.locator('.monitor__subject h3').innerText(), 'Huishoudens per wet');
  await find.fill('zeppelin');
  await room.getByText('Niets gevonden').waitFor();
  assert.equal(await room.getByLabel('Onderwerp').evaluate((select) => select.selectedOptions[0].label), 'Alle onderwerpen');
  await find.fill('');
  await room.locator('.monitor__subject').nth(12).waitFor();
});

test('a table and its scroll are reached by keyboard', async () => {
  const page = await app.newPage();
  const room = await enter(page, 'Monitor');
  const fold = room.locator('summary').first();
  await fold.focus();
  await page.keyboard.press('Enter');
  await room.locator('details[open]').waitFor();
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Tabel: /);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe has nothing to say of it, ${colorScheme}; nothing is wider than a phone`, async () => {
    const page = await app.newPage({ viewport: PHONE, hasTouch: true, colorScheme });
    const room = await all(page);
    assert.deepEqual(await axe(page, 'dialog.meeting'), []);
    const wide = await room.evaluate((box) => [...box.querySelectorAll('*')]
      .filter((element) => !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName} ${element.className.baseVal ?? element.className} ${element.textContent.slice(0, 40)}`));
    assert.deepEqual(wide, []);
  });
}

test('a part that does not come gives a sentence, and comes when asked for again', async () => {
  const page = await app.newPage();
  await page.route(FILE, (route) => route.abort());
  const room = await enter(page, 'Monitor');
  await room.getByRole('alert').filter({ hasText: 'De cijfers 2026.1 (monitor) konden niet worden opgehaald.' }).waitFor();
  await page.unroute(FILE);
  await room.getByRole('button', { name: 'Doel', exact: true }).click();
  await room.getByRole('button', { name: 'Monitor', exact: true }).click();
  await room.locator('.measured').first().waitFor();
  assert.deepEqual(page.problems.errors, []);
});

test('a part that is damaged gives a sentence', async () => {
  const page = await app.newPage();
  await page.route(FILE, (route) => route.fulfill({ body: 'anders', contentType: 'application/octet-stream' }));
  const room = await enter(page, 'Monitor');
  await room.getByText('De cijfers 2026.1 (monitor) zijn beschadigd aangekomen').waitFor();
  assert.deepEqual(page.problems.errors, []);
});

test('an edition without it has no such room', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&t=37746391' });
  const menu = await sheet(page, 'menu');
  assert.equal(await menu.getByRole('button', { name: 'Bronnen', exact: true }).count(), 1);
  assert.equal(await menu.getByRole('button', { name: 'Monitor', exact: true }).count(), 0);
  assert.ok(plain(await menu.innerText()).length > 0);
  await rest(page);
});
