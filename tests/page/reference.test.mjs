// What is measured from: every difference is exact and signed, and one choice turns numbers, pale bars and link at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, leave, NO_PROBLEMS, open, plain, rest, sheet, shut, total, type, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Two levers of which one costs early what the other saves late. */
const QUESTION = '#poh.fte=5.5&ggz.max-uren-bggz=8';

const cents = (amount) => Math.round(amount * 100);
const hash = (page) => page.evaluate(() => location.hash);
const reference = (page) => page.getByRole('button', { name: /^Verschil met/ });

/** The differences that stand on the screen: `figure year` with the outlook where it is the other one, in cents. */
async function differences(page) {
  await rest(page);
  const all = await page.locator('.screen data[data-difference]').evaluateAll((found) => found.map(({ dataset, value, textContent }) => ({
    key: [dataset.figureOf, dataset.year, dataset.outlook].filter(Boolean).join(' '), of: dataset.reference, value: Number(value), text: textContent.trim(),
  })));
  const byKey = new Map();
  for (const { key, value } of all) assert.equal(byKey.get(key) ?? value, value, `${key} is equal where repeated`), byKey.set(key, value);
  return { all, of: [...new Set(all.map(({ of }) => of))], get: (key) => cents(byKey.get(key)) };
}

/** The exact results of a page in an outlook, in cents. */
async function results(page) {
  await rest(page);
  return page.evaluate(() => {
    const cell = (figure, year, outlook) => document.querySelector(outlook === 'plan'
      ? `.year-table data[data-figure="${figure}"][data-year="${year}"]`
      : `.year-table data[data-outlook="record"][data-figure-of="${figure}"][data-year="${year}"]:not([data-band], [data-difference])`);
    const found = {};
    for (const figure of ['deficit', 'net-saving']) {
      for (let year = 2018; year <= 2025; year += 1) {
        for (const outlook of ['plan', 'record']) found[`${figure} ${year} ${outlook}`] = Math.round(Number(cell(figure, year, outlook).value) * 100);
      }
    }
    return found;
  });
}

/** The results of another scenario. */
async function resultsOf(fragment) {
  const page = await app.newPage({ fragment });
  const found = await results(page);
  await page.context().close();
  return found;
}

/** Looks whether all differences are those between two results, each of which was rounded to a cent by itself. */
function assertBetween(found, now, was, shown = 'plan') {
  const equal = (key, exact) => assert.ok(Math.abs(found.get(key) - exact) <= 1, `${key}: ${found.get(key)} cents, not ${exact}`);
  const between = (key) => now[key] - was[key];
  for (const figure of ['deficit', 'net-saving']) {
    equal(`${figure} 2025`, between(`${figure} 2025 plan`));
    equal(`${figure} 2025 record`, between(`${figure} 2025 record`));
  }
  for (const year of YEARS) equal(`deficit ${year}${shown === 'plan' ? '' : ' record'}`, between(`deficit ${year} ${shown}`));
  for (const { key, value, text } of found.all) {
    const tenths = (Math.abs(value) / 1e6).toFixed(1).replace('.', ',');
    // Half a tenth may go either way.
    if (Math.abs((Math.abs(value) / 1e5) % 1 - 0.5) < 1e-6) continue;
    assert.equal(text, tenths === '0,0' ? '0,0' : `${value > 0 ? '+' : '−'}${tenths}`, key);
  }
}

/** Where the pale bars stand, once they are there. */
const ghosts = (page) => page.evaluate(() => [...document.querySelectorAll('.plot__ghost')].map((ghost) => {
  const { d: stretch, f: down } = ghost.getScreenCTM();
  const { y, height } = ghost.getBBox();
  return [down + stretch * y, stretch * height].map(Math.round).join(' ');
}).join('; '));

const choose = async (page, id) => {
  await (await sheet(page, 'verschil-met')).locator(`input[type="radio"][value="${id}"]`).check();
  await rest(page);
  await shut(page);
};

test('a question with two levers is answered against the plan, by year, exact and signed', async () => {
  const page = await app.newPage({ fragment: QUESTION });
  const found = await differences(page);
  assert.deepEqual(found.of, ['actieplan-2019']);
  assertBetween(found, await results(page), await resultsOf(''));
  assert.ok(found.get('deficit 2020') < 0, 'less to pay at first');
  assert.ok(found.get('deficit 2025') > 0, 'more in the end');
  const told = await page.locator('.yearly__differences').getAttribute('title');
  assert.match(told, /kleiner tekort.*groter/s);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('in the other outlook the differences are of that outlook', async () => {
  const page = await app.newPage({ fragment: `${QUESTION}&realisatie.trekken=1` });
  assertBetween(await differences(page), await results(page), await resultsOf(''), 'record');
});

test('another reference changes numbers, pale bars and link at once, and is one step', async () => {
  const page = await app.newPage({ fragment: QUESTION, reducedMotion: 'reduce' });
  const [first, drawn] = [await differences(page), await ghosts(page)];
  await choose(page, 'geen');
  assert.match(plain(await reference(page).innerText()), /Zonder maatregelen/);
  assert.match(await hash(page), /&ref=geen(&|$)/);
  const now = await differences(page);
  assert.deepEqual(now.of, ['geen']);
  assertBetween(now, await results(page), await resultsOf('#s=geen'));
  assert.notEqual(now.get('deficit 2025'), first.get('deficit 2025'));
  assert.notEqual(await ghosts(page), drawn);

  await page.reload();
  await rest(page);
  assert.equal((await differences(page)).get('deficit 2025'), now.get('deficit 2025'));
  await choose(page, 'actieplan-2019');
  assert.doesNotMatch(await hash(page), /ref=/);
  assert.equal((await differences(page)).get('deficit 2025'), first.get('deficit 2025'));
  assert.equal(await ghosts(page), drawn);
  await undo(page);
  await rest(page);
  assert.match(await hash(page), /&ref=geen(&|$)/);
  assert.equal((await differences(page)).get('deficit 2025'), now.get('deficit 2025'));
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('a kept scenario is measured from on the page, does not travel, and the sheet with the link says so', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=9.5' });
  const was = await results(page);
  const room = await enter(page, 'Bewaren');
  await room.locator('#bewaar-naam').fill('Van de fractie');
  await room.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await room.getByRole('button', { name: 'Meet verschil hiermee: Van de fractie' }).click();
  await page.waitForFunction(() => document.querySelector('.screen [data-difference]').dataset.reference === 'kept');
  if (await page.locator('dialog.meeting').count() > 0) await leave(page);
  await shut(page);
  const own = await differences(page);
  assert.deepEqual(own.all.map(({ value }) => value), own.all.map(() => 0), 'it is measured from itself');
  await type(page, 'poh.fte', '5,5');
  const now = await differences(page);
  assert.deepEqual(now.of, ['kept']);
  assertBetween(now, await results(page), was);
  assert.match(plain(await reference(page).innerText()), /Van de fractie/);
  assert.doesNotMatch(await hash(page), /ref=|fractie/);
  assert.match(await (await sheet(page, 'scenario')).innerText(), /De vergelijking met ‘Van de fractie’ gaat niet mee in de link\./);
  const other = await app.newPage({ fragment: await hash(page) });
  assert.deepEqual((await differences(other)).of, ['actieplan-2019']);
  assert.doesNotMatch(await (await sheet(other, 'scenario')).innerText(), /gaat niet mee/);
  await choose(page, 'actieplan-2019');
  assert.deepEqual((await differences(page)).of, ['actieplan-2019']);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('an assumption alone makes no difference: the reference stands in the same world', async () => {
  const page = await app.newPage();
  const deficit = await total(page, 'deficit');
  await type(page, 'groei.volume', '2');
  assert.notEqual(await total(page, 'deficit'), deficit);
  const found = await differences(page);
  assert.ok(found.all.length >= 10);
  assert.deepEqual(found.all.map(({ value }) => value), found.all.map(() => 0));
});
