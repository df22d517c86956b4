// What a controller does: follow a number to its source, replace a figure by the real one, put it back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, euros, NO_PROBLEMS, open, rest, sheet, unfold, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const EDITION = '#d=2019.1';
const deficit = (page) => euros(page, 'deficit');

/** What opened on “Waarom?”, with all its folds but the forms. */
async function opened(page) {
  const box = page.locator('#waarom[open]');
  await box.waitFor();
  await rest(page);
  await unfold(page, '#waarom details:not(.replace)');
  return box;
}

/** All there is to know of the measure of a lever. */
async function explained(page, lever) {
  await page.locator('.row', { has: page.locator(`[data-lever="${lever}"]`) }).locator('.row__effect').click();
  return opened(page);
}

test('a total leads to its calculation and to the places of its figures, and the focus returns', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const row = (await sheet(page, 'jaren')).getByRole('button', { name: 'Tekort', exact: true });
  await row.click();
  const dialog = await opened(page);
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
  const card = await explained(page, 'poh.fte');
  await card.locator('select').selectOption('2020');
  const text = await card.innerText();
  assert.match(text, /besparing door POH-jeugd bij de huisarts \(2020\)/i);
  assert.match(text, /932,4/);
  assert.match(text, /523 jeugdigen meer bij POH/);
  assert.match(text, /CPB/);
});

test('an own figure needs a reason, may not make a rest negative, is marked, travels and can be put back', async () => {
  const page = await app.newPage({ fragment: EDITION });
  const card = await explained(page, 'pgb.tarief-informeel');
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
  assert.equal(await card.locator('.why__basis').innerText(), 'Rust op eigen invoer');
  const basis = page.locator('data[data-basis="eigen invoer"]');
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

test('the explanation of the deficit says against which budget it is; less than nothing is called a surplus', async () => {
  const explanation = async (fragment) => {
    const page = await app.newPage({ fragment: EDITION + fragment });
    await (await sheet(page, 'uitkomst')).getByRole('button', { name: 'Hoe is het tekort berekend?' }).click();
    return page.locator('#waarom[open]').innerText();
  };
  assert.match(await explanation(''), /begroting van 2019[^]*De begrotingen die de raad later vaststelde/);
  assert.match(await explanation('&budget.extra=2'), /een extra groei van 2\s%/);
  assert.match(await explanation('&budget.2025=90000000'), /tegen de ingevulde begroting van 2025\./);
  const page = await app.newPage({ fragment: `${EDITION}&budget.2025=200000000` });
  assert.ok(Number(await written(page, 'deficit')) < 0);
  assert.equal(await page.locator('.outcome').getByRole('button', { name: /overschot/i }).count(), 2, 'in both outlooks');
  assert.match(await page.title(), /overschot/);
});
