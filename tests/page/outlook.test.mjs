// The two outlooks: as the scenario is set, and as earlier plans went; each exact outcome beside the range of its own runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, axe, open, rest, screenshot, total, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const BANDED = ['deficit', 'savings', 'net-saving'];
const OUTLOOKS = ['plan', 'record'];
const YEARS = ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2019-2025'];

const value = (page, selector) => page.locator(selector).getAttribute('value').then(Number);
const exact = (page, outlook, figure, year = 2025) => (outlook === 'plan' ? total(page, figure, year)
  : value(page, `.year-table data[data-outlook="record"][data-figure-of="${figure}"][data-year="${year}"]:not([data-band])`));
const band = (page, outlook, figure, year = 2025) => Promise.all(['p10', 'p50', 'p90'].map((end) =>
  value(page, `.year-table data[data-band="${end}"][data-outlook="${outlook}"][data-figure-of="${figure}"][data-year="${year}"]`)));
const root = (page, attribute) => page.locator('html').getAttribute(attribute);
const radio = (page, outlook) => page.locator(`input[data-control="outlook"][value="${outlook}"]`);
const plain = async (locator) => (await locator.innerText()).replaceAll('\u00a0', ' ');
const row = (page, outlook) => page.locator('.pair__row', { has: radio(page, outlook) });
/** What stands beside the lines of the first chart, with their amounts. */
const lines = (page) => page.locator('.chart__name').allTextContents();

test('the page opens on the scenario as set, with the other outlook and both ranges beside it', async () => {
  const page = await app.newPage();
  assert.equal(await root(page, 'data-outlook'), 'plan');
  assert.ok(await radio(page, 'plan').isChecked());
  assert.match(await plain(row(page, 'plan')), /Als alles lukt[^]*Netto besparing 2025[^]*meestal €[^]*Tekort 2025[^]*meestal €/);
  assert.match(await plain(row(page, 'record')), /Als bij eerdere plannen\s*geldt niet voor 8 en 11/);
  for (const outlook of OUTLOOKS) {
    for (const figure of ['net-saving', 'deficit']) {
      const amount = await exact(page, outlook, figure);
      const attributes = outlook === 'plan' ? `[data-figure="${figure}"]` : `[data-outlook="record"][data-figure-of="${figure}"]`;
      assert.equal(await value(page, `.pair data${attributes}[data-year="2025"]`), amount, 'equal where repeated');
      const [low, , high] = await band(page, outlook, figure);
      assert.ok(low <= amount && amount <= high, `${outlook} ${figure}: ${amount} in ${low} to ${high}`);
    }
  }
  assert.ok(await exact(page, 'record', 'deficit') > await exact(page, 'plan', 'deficit'), 'earlier plans brought less');
  assert.equal(await page.locator('.pair data[data-figure]').count(), 2, 'no exact result as set in the other row');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('bands of three results in both outlooks, and the exact results of the other one, in all years', async () => {
  const page = await app.newPage();
  for (const figure of BANDED) {
    for (const year of YEARS) {
      for (const outlook of OUTLOOKS) {
        const [low, middle, high] = await band(page, outlook, figure, year);
        assert.ok(low <= middle && middle <= high, `${outlook} ${figure} ${year}`);
      }
      assert.ok(Number.isFinite(await exact(page, 'record', figure, year)));
    }
  }
  const saved = await Promise.all(['savings', 'costs', 'net-saving'].map((figure) => total(page, figure)));
  assert.ok(Math.abs(saved[0] - saved[1] - saved[2]) < 0.02);
});

test('the switch is one step, stands in the link, and turns the charts; what is set stays what it is', async () => {
  const page = await app.newPage();
  const [deficit, drawn] = [await written(page, 'deficit'), await lines(page)];
  await radio(page, 'record').check();
  await rest(page);
  assert.equal(await root(page, 'data-outlook'), 'record');
  assert.match(await page.evaluate(() => location.hash), /&realisatie\.trekken=1$/);
  assert.equal(await written(page, 'deficit'), deficit);
  assert.notDeepEqual(await lines(page), drawn);
  const other = (await exact(page, 'record', 'deficit')) / 1e6;
  assert.match(await plain(page.locator('.readout').first()), new RegExp(`€ ${other.toFixed(1).replace('.', ',')} mln`));
  assert.match(await plain(page.locator('.latest__words')),
    /^Uitgangspunt: als bij eerdere plannen\. U kijkt nu naar als bij eerdere plannen: in 2025 een tekort van € [\d,]+ mln; als alles lukt is het een tekort van € [\d,]+ mln\. Aan het scenario verandert niets\.$/);
  await page.reload();
  await rest(page);
  assert.ok(await radio(page, 'record').isChecked());
  await radio(page, 'plan').check();
  await rest(page);
  assert.deepEqual([await root(page, 'data-outlook'), await lines(page)], ['plan', drawn]);
  assert.ok(!(await page.evaluate(() => location.hash)).includes('trekken'));
  await page.getByRole('button', { name: 'Terug', exact: true }).click();
  await rest(page);
  assert.equal(await root(page, 'data-outlook'), 'record', 'one step');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('an explanation from the charts is of the outlook they show', async () => {
  const page = await app.newPage({ fragment: '#realisatie.trekken=1' });
  await page.locator('.readout .number').last().click();
  const box = page.getByRole('dialog');
  await box.waitFor();
  assert.match(await plain(box.locator('h2')), /\(als bij eerdere plannen\)$/);
  const shown = Math.round(await exact(page, 'record', 'deficit')).toLocaleString('nl-NL');
  assert.match(await plain(box), new RegExp(shown.replaceAll('.', '\\.')));
});

test('where the realisation is set there is one outcome, and the page says so', async () => {
  const page = await app.newPage({ fragment: '#s=behoedzaam' });
  assert.match(await plain(row(page, 'record')), /geen verschil: de realisatie is zelf ingesteld/);
  assert.equal(await row(page, 'record').locator('data').count(), 0, 'no twins');
  assert.equal(await exact(page, 'record', 'deficit'), await exact(page, 'plan', 'deficit'));
  assert.deepEqual(await band(page, 'record', 'deficit'), await band(page, 'plan', 'deficit'));
  await radio(page, 'record').check();
  await rest(page);
  assert.match(await plain(page.locator('.latest__words')), /Dat maakt hier geen verschil/);
});

test('what lies outside its range says on which side', async () => {
  const page = await app.newPage({ fragment: '#s=geen&jongerenwerk.inzet=150' });
  assert.match(await plain(row(page, 'plan').locator('.pair__cell').first()), /de gekozen cijfers staan aan de gunstige kant/);
  assert.doesNotMatch(await plain(row(page, 'plan').locator('.pair__cell').last()), /kant/);
});

test('the shares of the levers add up to what all measures save after their costs', async () => {
  const page = await app.newPage();
  await rest(page);
  const cards = await page.evaluate(() => [...document.querySelectorAll('.measure')].map((card) => {
    const amount = (selector) => Number(card.querySelector(selector)?.getAttribute('value') ?? Number.NaN);
    return {
      name: card.querySelector('h4').textContent,
      levers: card.querySelectorAll('[data-control="range"]').length,
      net: amount('data[data-figure="savings"]') - amount('data[data-figure="costs"]'),
      shares: [...card.querySelectorAll('data[data-share]')].map((share) => share.getAttribute('value')),
    };
  }));
  assert.equal(cards.length, 17);
  const sum = (shares) => shares.reduce((one, other) => one + Number(other), 0);
  for (const { name, levers, net, shares } of cards) {
    assert.equal(shares.length, levers, name);
    assert.ok(Number.isNaN(net) || Math.abs(sum(shares) - net) < 0.05, `${name}: ${shares} is not ${net}`);
  }
  assert.ok(cards.some(({ shares }) => shares.includes(null)), 'an unknown effect has no value');
  const all = sum(cards.flatMap(({ shares }) => shares));
  assert.ok(Math.abs(all - await total(page, 'net-saving')) < 0.2, `${all} is not the net saving`);
});

for (const width of [1280, 360]) {
  test(`accessible in both outlooks, ${width} px wide`, async () => {
    for (const fragment of ['', '#realisatie.trekken=1', '#s=behoedzaam']) {
      const page = await app.newPage({ fragment, viewport: { width, height: 900 } });
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate((most) => document.documentElement.scrollWidth <= most, width), 'no sideways scroll');
      await screenshot(page, `outlook-${width}-${fragment.replaceAll(/\W/g, '') || 'plan'}`);
      await page.context().close();
    }
  });
}
