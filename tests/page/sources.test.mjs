// What a controller does: follow a number to its source, replace a figure by the real one, put it back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, euros, NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const EDITION = '#d=2019.1';
const deficit = (page) => euros(page, 'deficit');

test('a total leads to its calculation and to the places of its figures, and the focus returns', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const row = page.locator('.year-table').getByRole('button', { name: 'Tekort', exact: true });
  await row.click();
  const dialog = page.locator('dialog.explainer');
  const text = await dialog.innerText();
  assert.match(text, /netto kosten \(2025\) − begroting \(2025\)/i);
  assert.match(text, /€\s91\.904\.060 − €\s54\.157\.669 = €\s37\.746\.391/);
  assert.match(text, /Bron 002[^]*Tabel 7 kolom 2018/);
  assert.match(text, /aanname/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Tekort');
});

test('a measure shows its calculation for a chosen year', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const card = page.locator('.measure', { has: page.locator('[data-lever="poh.fte"]') });
  await card.locator('.measure__more > summary').click();
  await card.locator('select').selectOption('2020');
  const text = await card.innerText();
  assert.match(text, /besparing door POH-jeugd bij de huisarts \(2020\)/i);
  assert.match(text, /932,4/);
  assert.match(text, /jeugdigen per jaar extra bij de POH-jeugd/);
  assert.match(text, /CPB/);
});

test('an own figure needs a reason, may not make a rest negative, is marked, travels and can be put back', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const card = page.locator('.measure', { has: page.locator('[data-lever="pgb.tarief-informeel"]') });
  await card.locator('.measure__more > summary').click();
  const figure = card.locator('[data-own="base.pgb"]');
  await figure.locator('summary').click();
  const amount = figure.locator('[data-replace="base.pgb"]');
  const use = figure.getByRole('button', { name: /Gebruik mijn cijfer/ });
  await amount.fill('3.100.000');
  await use.click();
  assert.match(await figure.locator('.field__error').innerText(), /waarom/);
  await figure.locator('[data-reason="base.pgb"]').fill('jaarrekening 2018');
  await amount.fill('9.000.000');
  await use.click();
  assert.match(await figure.locator('.field__error').innerText(), /minder dan nul/);
  assert.equal(await deficit(page), 37746391);
  await amount.fill('3.100.000');
  await use.click();
  assert.equal(await deficit(page), 37641003);
  assert.match(await figure.innerText(), /eigen invoer[^]*jaarrekening 2018/);
  assert.match(await card.locator('.measure__head').innerText(), /eigen invoer/);
  const basis = page.locator('.headline data[data-basis="eigen invoer"]');
  // Measure 14 grows with the amount; transport, measure 13, is what is left of the care cost and rests on it as well.
  assert.equal(Math.round(Number(await basis.getAttribute('value'))), 1180130 + 35404);
  await page.waitForURL('**base.pgb=3100000&reden.base.pgb=jaarrekening%202018');
  assert.match(await page.locator('.summary').textContent(), /Reden: jaarrekening 2018/);
  await figure.getByRole('button', { name: /Zet terug/ }).click();
  assert.equal(await deficit(page), 37746391);
});

test('a figure replaced in the room of all figures counts on the page at once, and the room stays', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const room = await enter(page, 'Bronnen');
  await room.getByText(/^Alle cijfers/).click();
  const figure = room.locator('[data-own="base.pgb"]');
  await figure.locator('summary').click();
  await figure.locator('[data-replace="base.pgb"]').fill('3.100.000');
  await figure.locator('[data-reason="base.pgb"]').fill('jaarrekening 2018');
  await figure.getByRole('button', { name: /Gebruik mijn cijfer/ }).click();
  assert.equal(await deficit(page), 37641003);
  assert.match(await figure.innerText(), /eigen invoer[^]*jaarrekening 2018/);
  assert.match(await room.innerText(), /U verving 1 cijfer/);
  await figure.getByRole('button', { name: /Zet terug/ }).click();
  assert.equal(await deficit(page), 37746391);
  await page.goBack();
  await room.waitFor({ state: 'detached' });
  assert.equal(await deficit(page), 37641003);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the budget sentence says which budget it is', async () => {
  const said = async (fragment) => {
    const page = await app.newPage({ fragment: EDITION + fragment });
    return page.locator('.headline__deficit').innerText();
  };
  assert.match(await said(''), /begroting van 2019[^]*niet tegen de begrotingen die later/);
  assert.match(await said('&budget.extra=2'), /een extra groei van 2 %/);
  assert.match(await said('&budget.2025=90000000'), /tegen de ingevulde begroting van 2025\.$/);
  assert.match(await said('&budget.2025=200000000'), /overschot van €/);
});
