// Where the deficit comes from: causes that add up to it, in words and in a picture, and what share the measures close.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, open, plain, rest, sheet, total } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const CAUSES = ['from-start', 'from-prices', 'from-severity', 'from-volume', 'from-plan1', 'from-budget', 'from-measures'];
const PLANS = ['', '#realisatie.trekken=1', '#s=geen', '#poh.fte=5.5&ggz.max-uren-bggz=8&groei.volume=2&budget.2024=60000000', '#s=begrenzing&b=constant'];

const number = (text) => Number(text.replace(/[^\d,−-]/g, '').replace('−', '-').replace(',', '.'));

test('the causes add up to the deficit of each year, to the cent', async () => {
  for (const fragment of PLANS) {
    const page = await app.newPage({ fragment });
    for (const year of [2018, 2020, 2025]) {
      const parts = await Promise.all(CAUSES.map((cause) => total(page, cause, year)));
      const sum = parts.reduce((one, other) => one + other, 0);
      // Each is written in whole cents.
      assert.ok(Math.abs(sum - await total(page, 'deficit', year)) < 0.04, `${fragment} ${year}: ${sum}`);
    }
    await page.context().close();
  }
});

test('the picture has the same causes, named, and its numbers add up as shown, in the outlook that is chosen', async () => {
  for (const fragment of PLANS) {
    const page = await app.newPage({ fragment });
    const box = await sheet(page, 'uitkomst');
    const names = await box.locator('.causes__name dt').allInnerTexts();
    assert.equal(names.length, 9 - 1, `${names}`);
    assert.match(names.join(), /^Tekort 2018,Door prijzen,Door zwaardere zorg,Door meer jeugdigen,Door het eerste actieplan,Door de begroting,Door de maatregelen,Tekort 2025$/);
    const shown = (await box.locator('.waterfall__number').allTextContents()).map((text) => Math.round(number(text) * 10));
    const sum = shown.slice(0, -1).reduce((one, other) => one + other, 0);
    assert.equal(sum, shown.at(-1), `${fragment}: ${shown}`);
    const record = fragment.includes('trekken');
    const exact = record
      ? Number(await page.locator('.year-table data[data-outlook="record"][data-figure-of="deficit"][data-year="2025"]:not([data-band], [data-difference])').getAttribute('value'))
      : await total(page, 'deficit');
    assert.equal(shown.at(-1), Math.round(exact / 1e5), fragment);
    const exactly = (await box.locator('.causes__name dd').allTextContents()).map((text) => number(text));
    assert.ok(Math.abs(exactly.slice(0, -1).reduce((one, other) => one + other, 0) - exactly.at(-1)) <= 4, `${exactly}`);
    assert.deepEqual(page.problems, NO_PROBLEMS);
    await page.context().close();
  }
});

test('a sentence says what share of the deficit the measures take away', async () => {
  for (const fragment of ['', '#s=begrenzing']) {
    const page = await app.newPage({ fragment });
    const [deficit, measures] = [await total(page, 'deficit'), await total(page, 'from-measures')];
    const share = Math.round((-measures / (deficit - measures)) * 100);
    const told = plain(await (await sheet(page, 'uitkomst')).locator('.causes').innerText());
    assert.match(told, new RegExp(`De maatregelen halen ${share} % van het tekort weg\\.`), fragment);
    assert.match(told, /Het meest komt erbij door zwaardere zorg\./);
  }
  const none = await app.newPage({ fragment: '#s=geen' });
  assert.match(await (await sheet(none, 'uitkomst')).locator('.causes').innerText(), /De maatregelen veranderen het tekort niet\./);
});

test('an edition without this division says so, and has no part of it', async () => {
  const page = await app.newPage({ fragment: '#d=2019.1' });
  const box = await sheet(page, 'uitkomst');
  assert.match(await box.locator('.causes').innerText(), /De cijfers van 2019\.1 hebben deze verdeling niet\./);
  assert.equal(await box.locator('.waterfall').count(), 0);
  assert.equal(await page.locator('data[data-figure^="from-"]:not([data-figure="from-other-laws"])').count(), 0);
  assert.ok(await box.locator('.measures__list li').count() > 10, 'what each measure yields is there');
});

test('the bars per measure are sorted, and those of which nobody knows the effect stand apart', async () => {
  const page = await app.newPage();
  const box = await sheet(page, 'uitkomst');
  const shown = (await box.locator('.measures__list b').allInnerTexts()).map((text) => number(text));
  assert.deepEqual(shown, [...shown].sort((one, other) => other - one));
  const known = await box.locator('.measures__list li').count();
  const unknown = Number(plain(await box.locator('.measures__unknown').innerText()).match(/effect onbekend \((\d+)\)/)[1]);
  assert.equal(known + unknown, await box.locator('.measures__table tbody tr').count());
  await box.locator('.measures__list button').first().click();
  await page.locator('#waarom[open]').waitFor();
  await rest(page);
  assert.match(plain(await page.locator('#waarom').innerText()), /mln netto in 2025/);
});
