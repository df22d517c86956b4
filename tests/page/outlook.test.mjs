// The two outlooks: as the scenario is set, and as earlier plans went; each exact outcome beside the range of its own runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, axe, band, open, plain, rest, screenshot, sheet, shut, total, undo, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const BANDED = ['deficit', 'savings', 'net-saving'];
const OUTLOOKS = ['plan', 'record'];
const YEARS = ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2019-2025'];

const value = (page, selector) => page.locator(selector).getAttribute('value').then(Number);
const exact = (page, outlook, figure, year = 2025) => (outlook === 'plan' ? total(page, figure, year)
  : value(page, `.year-table data[data-outlook="record"][data-figure-of="${figure}"][data-year="${year}"]:not([data-band], [data-difference])`));
const root = (page, attribute) => page.locator('html').getAttribute(attribute);
const radio = (page, outlook) => page.locator(`input[data-control="outlook"][value="${outlook}"]`);
const row = (page, outlook) => page.locator('.outcome__row', { has: radio(page, outlook) });
const said = async (locator) => plain(await locator.innerText());
/** What both charts say of all their years. */
const charts = (page) => page.locator('.yearly__plot').evaluateAll((all) => all.map((plot) => plot.getAttribute('aria-label')));
/** What changed last, in words. */
async function told(page) {
  const words = await said((await sheet(page, 'scenario')).locator('.latest__words'));
  await shut(page);
  return words;
}

test('the page opens on the scenario as set, with the other outlook and both ranges beside it', async () => {
  const page = await app.newPage();
  assert.equal(await root(page, 'data-outlook'), 'plan');
  assert.ok(await radio(page, 'plan').isChecked());
  assert.match(await said(page.locator('.outcome__head')), /Netto besparing 2025[^]*meestal[^]*Tekort 2025[^]*meestal/);
  assert.match(await said(row(page, 'plan')), /Als alles lukt/);
  assert.match(await said(row(page, 'record')), /Als bij eerdere plannen\s*geldt niet voor 8 en 11/);
  for (const outlook of OUTLOOKS) {
    const ranges = await row(page, outlook).getByRole('img').evaluateAll((all) => all.map((range) => range.getAttribute('aria-label')));
    assert.equal(ranges.length, 2);
    for (const range of ranges) assert.match(plain(range), /^meestal −?€ [\d,]+ mln – € [\d,]+ mln$/);
  }
  for (const outlook of OUTLOOKS) {
    for (const figure of ['net-saving', 'deficit']) {
      const amount = await exact(page, outlook, figure);
      const attributes = outlook === 'plan' ? `[data-figure="${figure}"]` : `[data-outlook="record"][data-figure-of="${figure}"]`;
      assert.equal(await value(page, `.outcome data${attributes}[data-year="2025"]:not([data-difference])`), amount, 'equal where repeated');
      const [low, , high] = await band(page, outlook, figure);
      assert.ok(low <= amount && amount <= high, `${outlook} ${figure}: ${amount} in ${low} to ${high}`);
    }
  }
  assert.ok(await exact(page, 'record', 'deficit') > await exact(page, 'plan', 'deficit'), 'earlier plans brought less');
  assert.equal(await page.locator('.outcome data[data-figure]').count(), 2, 'no exact result as set in the other row');
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
  const [deficit, drawn] = [await written(page, 'deficit'), await charts(page)];
  await radio(page, 'record').check();
  await rest(page);
  assert.equal(await root(page, 'data-outlook'), 'record');
  assert.match(await page.evaluate(() => location.hash), /&realisatie\.trekken=1$/);
  assert.equal(await written(page, 'deficit'), deficit);
  assert.notDeepEqual(await charts(page), drawn);
  for (const [at, figure] of ['net-saving', 'deficit'].entries()) {
    const other = (await exact(page, 'record', figure)) / 1e6;
    assert.match((await charts(page))[at], new RegExp(` 2025 ${other.toFixed(1).replace('.', ',')}$`));
  }
  assert.match(await told(page),
    /^Uitgangspunt: als bij eerdere plannen\. U kijkt nu naar als bij eerdere plannen: in 2025 een tekort van € [\d,]+ mln; als alles lukt is het een tekort van € [\d,]+ mln\. Aan het scenario verandert niets\.$/);
  await page.reload();
  await rest(page);
  assert.ok(await radio(page, 'record').isChecked());
  await radio(page, 'plan').check();
  await rest(page);
  assert.deepEqual([await root(page, 'data-outlook'), await charts(page)], ['plan', drawn]);
  assert.ok(!(await page.evaluate(() => location.hash)).includes('trekken'));
  await undo(page);
  await rest(page);
  assert.equal(await root(page, 'data-outlook'), 'record', 'one step');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('an explanation of the outcome is of the outlook that is shown', async () => {
  const page = await app.newPage({ fragment: '#realisatie.trekken=1' });
  await row(page, 'record').getByRole('button', { name: /^Tekort 2025/ }).click();
  await page.locator('#uitkomst').getByRole('button', { name: 'Hoe is het tekort berekend?' }).click();
  const box = page.locator('#waarom[open]');
  await box.waitFor();
  assert.match(await said(box.locator('.why__amount')), /in 2025, als bij eerdere plannen$/);
  await box.getByText('Reken na').click();
  const shown = Math.round(await exact(page, 'record', 'deficit')).toLocaleString('nl-NL');
  assert.match(await said(box), new RegExp(shown.replaceAll('.', '\\.')));
});

test('where the realisation is set there is one outcome, and the page says so', async () => {
  const page = await app.newPage({ fragment: '#s=behoedzaam' });
  assert.match(await said(row(page, 'record')), /Als bij eerdere plannen\s*geen verschil/);
  assert.match(await row(page, 'record').locator('label').getAttribute('title'), /realisatie is zelf ingesteld/);
  assert.equal(await exact(page, 'record', 'deficit'), await exact(page, 'plan', 'deficit'));
  assert.deepEqual(await band(page, 'record', 'deficit'), await band(page, 'plan', 'deficit'));
  await radio(page, 'record').check();
  await rest(page);
  assert.match(await told(page), /Dat maakt hier geen verschil/);
});

test('what lies outside its range says on which side', async () => {
  const page = await app.newPage({ fragment: '#s=geen&jongerenwerk.inzet=150' });
  assert.match(await said(row(page, 'plan').locator('label')), /aan de gunstige kant/);
  const title = await row(page, 'plan').locator('label').getAttribute('title');
  assert.match(title, /de gekozen cijfers staan aan de gunstige kant/);
  await radio(page, 'record').check();
  assert.doesNotMatch(await said((await row(page, 'record')).locator('label')), /kant/);
});

test('the shares of the levers add up to what all measures save after their costs', async () => {
  const page = await app.newPage();
  await sheet(page, 'uitkomst');
  const cards = await page.evaluate(() => [...document.querySelectorAll('.measures__table tbody tr')].map((line) => {
    const cell = (figure) => line.querySelector(`data[data-figure="${figure}"]`);
    const amount = (figure) => Number(cell(figure).getAttribute('value') ?? Number.NaN);
    const rows = [...document.querySelectorAll(`[data-measure-row="${cell('net').dataset.measure}"]`)];
    return {
      name: line.querySelector('th').textContent,
      levers: rows.filter((one) => one.querySelector('[data-control="range"]')).length,
      net: amount('savings') - amount('costs'),
      shares: rows.flatMap((one) => [...one.querySelectorAll('data[data-share]')]).map((share) => share.getAttribute('value')),
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

for (const [width, height] of [[1280, 640], [360, 640]]) {
  test(`accessible in both outlooks, ${width} px wide`, async () => {
    for (const fragment of ['', '#realisatie.trekken=1', '#s=behoedzaam']) {
      const page = await app.newPage({ fragment, viewport: { width, height } });
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate((most) => document.documentElement.scrollWidth <= most, width), 'no sideways scroll');
      await screenshot(page, `outlook-${width}-${fragment.replaceAll(/\W/g, '') || 'plan'}`);
      await page.context().close();
    }
  });
}
