// What came of earlier plans and what really happened: shown beside ours, and one click away as an assumption.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, euros, NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const RECORDS = 'Wat kwam er eerder van terecht?';
const LOOK_BACK = 'Wat gebeurde er echt?';

/** A page with the room of earlier plans open, and the answer to a question in it. */
async function answer(question, options) {
  const page = await app.newPage({ fragment: '#d=2019.1', ...options });
  const box = await enter(page, 'Eerdere plannen');
  return { page, part: box.getByRole('region', { name: question, exact: true }) };
}

const field = (page, id) => page.locator(`input[data-lever="${id}"][data-control="number"]`).inputValue();
const clean = (text) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
/** The texts of the cells of every row with amounts. */
const rows = (table) => table.locator('tbody tr:not(.evidence__said)').evaluateAll((all) =>
  all.map((row) => [...row.cells].map((cell) => cell.textContent))).then((all) => all.map((row) => row.map(clean)));

test('of seven earlier plans the page says what came of them, as a percentage only where it is money', async () => {
  const { part } = await answer(RECORDS);
  const found = await rows(part);
  assert.deepEqual(found.map(([, share]) => share), ['10 %', '17 %', '', '', '', '15 %', '55 %']);
  assert.deepEqual(found[4].slice(2), ['€ 1,4 mln', 'niet bekend', ''], 'contract management');
  assert.deepEqual(found[3].slice(2, 4), ['130 gezinnen', '27 gezinnen']);
  assert.deepEqual(found[2].slice(2, 4), ['12,2 fte', '5,5 fte']);
  assert.deepEqual(found[6].slice(2, 4), ['€ 12,4 mln', '€ 6,8 mln']);
  assert.equal(found.filter(([name]) => name.includes('onderdeel van: Eerste actieplan')).length, 4);
  assert.equal(await part.locator('.share__part').count(), 6, 'no bar is filled where nobody knows');
});

test('a record is applied as the realisation of soft and hard measures, and put back', async () => {
  const { page, part } = await answer(RECORDS);
  const before = await euros(page, 'deficit');
  const button = part.getByRole('button', { name: /^Reken met 10 %/ });
  await button.click();
  await page.waitForURL(/realisatie\.zacht=10&realisatie\.hard=10/);
  assert.deepEqual([await field(page, 'realisatie.zacht'), await field(page, 'realisatie.hard')], ['10', '10']);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.match(clean(await part.innerText()), /met 10 % bij zachte maatregelen en 10 % bij harde \(uit: Eerste actieplan/);
  const byHand = await app.newPage({ fragment: '#d=2019.1&realisatie.zacht=10&realisatie.hard=10' });
  assert.equal(await euros(page, 'deficit'), await euros(byHand, 'deficit'));
  assert.notEqual(await euros(page, 'deficit'), before);
  await part.getByRole('button', { name: 'Zet de realisatie terug' }).click();
  assert.equal(await euros(page, 'deficit'), before);
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what was published stands beside ours, with how far they are apart', async () => {
  const { part } = await answer(LOOK_BACK);
  const found = await rows(part.getByRole('region', { name: /naast onze/ }));
  const of = (label) => found.find(([name]) => name.startsWith(label));
  assert.equal(found.length, 5);
  for (const cell of [4, 6]) assert.match(of('Prognose totale kosten jeugdhulp 2018')[cell], /^0,0 %\s?gelijk aan gepubliceerd$/);
  assert.equal(of('Prognose totale kosten jeugdhulp 2019')[3], '€ 55.873.657');
  assert.match(of('Prognose totale kosten jeugdhulp 2019')[4], /^\+9,8 %\s?9,8 % meer dan gepubliceerd$/);
  assert.match(of('Lasten doelstelling 2.1')[6], /^−9,0 %\s?9,0 % minder dan gepubliceerd$/);
  assert.equal((await rows(part.getByRole('region', { name: /andere afbakening/ }))).length, 17);
  assert.equal(await part.locator('.lookback__mark').count(), 5);
});

test('with the fitted growth the cost of 2024 comes within a step of what was published', async () => {
  const { page, part } = await answer(LOOK_BACK);
  const button = part.getByRole('button', { name: 'Achteraf passend gemaakt' });
  await button.click();
  await page.waitForURL(/groei\.zwaarte=/);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  const off = Math.abs(await euros(page, 'net', 2024) - 92186000);
  const growth = Number((await field(page, 'groei.zwaarte')).replace(',', '.'));
  const beside = await app.newPage({ fragment: `#d=2019.1&groei.zwaarte=${(growth + 0.05).toFixed(2)}` });
  const step = await euros(beside, 'net', 2024) - await euros(page, 'net', 2024);
  assert.ok(off <= step / 2, `${off} euro off, a step is ${step}`);
  assert.match(clean(await part.innerText()), /Kennis achteraf: .* 7,2 % per jaar .* van 2024\./);
});

for (const width of [360, 1280]) {
  test(`accessible at ${width} px`, async () => {
    const { page } = await answer(RECORDS, { viewport: { width, height: 800 } });
    assert.deepEqual(await axe(page), []);
    const overflow = (box) => box.scrollWidth - box.clientWidth;
    assert.equal(await page.locator('dialog.meeting').evaluate(overflow), 0, 'the room scrolls sideways');
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}
