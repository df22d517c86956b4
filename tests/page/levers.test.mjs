// What a council member does first: look at the figures, move a lever, type an exact value, go back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { euros, NO_PROBLEMS, open, reach, rest, sheet, shut, total, unfold } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const range = (id) => `input[data-lever="${id}"][data-control="range"]`;
const number = (id) => `input[data-lever="${id}"][data-control="number"]`;

/**
 * Published with the description of the model, in whole euros: per year baseline, savings, costs, net, budget, deficit and
 * deficit without measures; what stands apart in the last year; and what measure 14 saves in it.
 */
const OF_2019 = {
  years: [
    [2018, 51921000, 0, 0, 51921000, 43522000, 8399000, 8399000],
    [2019, 55873657, 0, 0, 55873657, 41913000, 13960657, 13960657],
    [2020, 60546866, 2110267, 1537489, 59974087, 43287746, 16686341, 17259120],
    [2021, 64831876, 3794504, 1305206, 62342578, 44157830, 18184748, 20674046],
    [2022, 71120621, 4826843, 1362896, 67656674, 46109606, 21547068, 25011014],
    [2023, 79525299, 5659826, 1449577, 75315050, 49042177, 26272873, 30483122],
    [2024, 88661248, 6291793, 1536551, 83906006, 51984708, 31921298, 36676541],
    [2025, 97181188, 6877907, 1600779, 91904060, 54157669, 37746391, 43023519],
  ],
  apart: { elsewhere: 101637, social: 242726, overlap: 48544 },
};
const OF_2026 = {
  years: [
    [2018, 51921000, 0, 0, 51921000, 43522000, 8399000, 8399000],
    [2019, 55873657, 0, 0, 55873657, 41913000, 13960657, 13960657],
    [2020, 60919618, 1880223, 1512693, 60552088, 43287746, 17264341, 17631871],
    [2021, 65196040, 3273071, 1279912, 63202880, 44157830, 19045050, 21038209],
    [2022, 71465520, 4223312, 1336484, 68578692, 46109606, 22469086, 25355914],
    [2023, 79841254, 4971080, 1421484, 76291659, 49042177, 27249482, 30799077],
    [2024, 88948161, 5523684, 1506774, 84931250, 51984708, 32946542, 36963453],
    [2025, 97446653, 6035541, 1569757, 92980869, 54157669, 38823200, 43288985],
  ],
  apart: {
    elsewhere: 101637, social: 237901, overlap: 162220, 'one-off': 0, 'from-start': 8399000, 'from-prices': 17597448,
    'from-severity': 22122262, 'from-volume': 5940478, 'from-plan1': -134534, 'from-budget': -10635669, 'from-measures': -4465785,
    'net-saving': 4465785,
  },
};
const COLUMNS = ['baseline', 'savings', 'costs', 'net', 'budget', 'deficit', 'deficit-without'];

for (const [fragment, { years, apart }] of Object.entries({ '': OF_2026, '#v=1&d=2019.1': OF_2019 })) {
  test(`the published check values stand on the page that opens on '${fragment}'`, async () => {
    const page = await app.newPage({ fragment });
    for (const [year, ...values] of years) {
      for (const [at, figure] of COLUMNS.entries()) {
        assert.equal(await euros(page, figure, year), values[at], `${figure} ${year}`);
      }
    }
    for (const [figure, amount] of Object.entries(apart)) assert.equal(await euros(page, figure), amount, figure);
    const saving = page.locator('data[data-measure="14"][data-figure="savings"]');
    assert.equal(Math.round(Number(await saving.getAttribute('value'))), 951718);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('a figure that stands on the page more than once is the same everywhere', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=4.2&groei.volume=2&ggz.max-uren-sggz=40' });
  const found = await page.$$eval('data[data-figure]', (all) => all.map((data) => [
    `${data.dataset.figure} ${data.dataset.year} ${data.dataset.measure ?? ''}`, data.value,
  ]));
  const first = new Map();
  for (const [key, value] of found) assert.equal(first.get(key) ?? first.set(key, value).get(key), value, key);
  assert.ok(found.length > first.size, 'nothing is repeated');
});

test('every lever has one slider, one field and a button each way, and every assumption a field, whatever opens', async () => {
  const page = await app.newPage();
  const assumptions = ['groei.volume', 'prijs.vast', 'realisatie.zacht', 'start.14', 'ramp.14', 'budget.2022'];
  const counted = async () => {
    const ids = await page.$$eval('[data-control="range"]', (all) => all.map((input) => input.dataset.lever));
    assert.equal(ids.length, 21);
    assert.equal(new Set(ids).size, 21);
    for (const id of ids) {
      for (const control of ['number', 'less', 'more']) {
        assert.equal(await page.locator(`[data-lever="${id}"][data-control="${control}"]`).count(), 1, `${id} ${control}`);
      }
    }
    for (const id of assumptions) assert.equal(await page.locator(number(id)).count(), 1, id);
  };
  await counted();
  for (const id of ['andere', 'aannames', 'waarom']) {
    await sheet(page, id);
    await unfold(page);
    await counted();
  }
});

test('dragging changes the figures at every step and settles as one change', async () => {
  const page = await app.newPage();
  const slider = page.locator(range('poh.fte'));
  const box = await slider.boundingBox();
  const at = (part) => [box.x + box.width * part, box.y + box.height / 2];
  const entries = await page.evaluate(() => history.length);
  await page.mouse.move(...at(0.61));
  await page.mouse.down();
  // A slider that is held is never at rest: each step waits for the deficit to rise, as it does with less POH.
  const cell = '.outcome data[data-figure="deficit"][data-year="2025"]';
  const deficit = () => page.locator(cell).getAttribute('value').then(Number);
  for (let part = 0.58; part > 0.3; part -= 0.02) {
    const was = await deficit();
    await page.mouse.move(...at(part));
    await page.waitForFunction(([selector, old]) => Number(document.querySelector(selector).value) > old, [cell, was]);
  }
  await page.mouse.up();
  const fte = await slider.inputValue();
  await page.waitForURL(new RegExp(`poh\\.fte=${fte}(&|$)`));
  assert.equal(await page.evaluate(() => history.length), entries + 1);
  await page.goBack();
  await page.waitForFunction((selector) => document.querySelector(selector).value === '12.2', range('poh.fte'));
  assert.equal(await euros(page, 'deficit'), 38823200);
});

test('nothing jumps while a lever moves', async () => {
  for (const [width, height] of [[1280, 640], [1024, 690], [768, 940], [360, 640]]) {
    const page = await app.newPage({ viewport: { width, height } });
    const places = await page.evaluate(async (selector) => {
      const slider = document.querySelector(selector);
      const seen = new Set();
      for (let value = 0; value <= 20; value += 0.5) {
        slider.value = value;
        slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const parts = [...document.querySelectorAll(
          '.top, .outcome, .outcome__amount, .outcome__range, .row, .slider, .stepper__button, .row__effect, .yearly, .plot, .foot, .foot > *',
        )];
        seen.add(parts.map((part) => {
          const { x, y, width: wide, height: high } = part.getBoundingClientRect();
          return [x, y, wide, high].map(Math.round).join(' ');
        }).join('; '));
      }
      return [...seen];
    }, range('poh.fte'));
    assert.equal(places.length, 1, `at ${width} px the places are ${places.join('\nor ')}`);
  }
});

test('the exact field takes a comma or a point, and refuses what does not fit with the way out', async () => {
  const page = await app.newPage({ fragment: '#d=2019.1' });
  const field = page.locator(number('pgb.tarief-informeel'));
  const type = async (text) => { await field.fill(text); await field.press('Enter'); };
  const error = () => page.locator('.field__error').allInnerTexts().then((texts) => texts.join(' '));
  await type('12,50');
  assert.equal(await euros(page, 'deficit'), 37843273);
  await type('12.50');
  assert.equal(await euros(page, 'deficit'), 37843273);
  for (const [text, words] of [['11,47', /11,45 en 11,5/], ['99', /9,4 tot en met 20/], ['elf', /geen getal/], ['', /vul een getal in/]]) {
    await type(text);
    assert.match(await error(), words, text);
    assert.equal(await field.inputValue(), text, 'what was typed is kept');
    assert.equal(await euros(page, 'deficit'), 37843273, 'the scenario stays');
  }
  await field.press('Escape');
  assert.equal(await field.inputValue(), '12,50');
});

test('a moved lever differs from one at rest, says where it stands, and its measure can be put back', async () => {
  const page = await app.newPage();
  const row = page.locator('.row', { has: page.locator(range('poh.fte')) });
  assert.doesNotMatch(await row.getAttribute('class'), /row--moved/);
  await page.locator(range('poh.fte')).press('ArrowRight');
  assert.match(await row.getAttribute('class'), /row--moved/);
  assert.match(await page.locator(range('poh.fte')).getAttribute('aria-valuetext'), /verder dan aangenomen/);
  await page.locator('.scenario', { hasText: '1 keuze anders' }).waitFor();
  await row.locator('.row__effect').click();
  await page.locator('#waarom').getByRole('button', { name: 'Zet deze maatregel terug' }).click();
  assert.doesNotMatch(await row.getAttribute('class'), /row--moved/);
  assert.equal(await euros(page, 'deficit'), 38823200);
});

test('unknown is not zero: without a source the effect is called unknown until the user gives one', async () => {
  const page = await app.newPage({ fragment: '#preconceptie.investering=50000' });
  const slider = await reach(page, 'preconceptie.investering', 'range');
  const effect = page.locator('.row', { has: slider }).locator('.row__effect');
  assert.equal(await effect.innerText(), '?');
  assert.match(await effect.getAttribute('aria-label'), /niet bekend netto besparing/);
  await effect.click();
  assert.match(await page.locator('#waarom').innerText(), /effect onbekend/i);
  await shut(page);
  await page.goto(`${app.url}#preconceptie.investering=50000&overig.baten-per-euro=0.8`);
  await page.waitForFunction(() => document.querySelector('data[data-share="preconceptie.investering"]').hasAttribute('value'));
  assert.match(await effect.textContent(), /^[+−]?\d,\d$/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('ready-made scenarios and baselines are one click away, and assumptions have their own reset', async () => {
  const page = await app.newPage();
  await sheet(page, 'scenario');
  await page.getByRole('button', { name: 'Zonder maatregelen', exact: true }).click();
  assert.equal(await euros(page, 'deficit'), 43288985);
  await page.getByRole('button', { name: 'Niets groeit' }).click();
  assert.equal(await euros(page, 'baseline'), 51921000);
  await sheet(page, 'aannames');
  await unfold(page, '#aannames details');
  await page.getByRole('button', { name: 'Zet de aannames terug' }).click();
  assert.equal(await euros(page, 'deficit'), 43288985);
});

test('the charts say all their values, and their titles open the table of all years', async () => {
  const page = await app.newPage();
  const spoken = await page.getByRole('img', { name: /per jaar, in miljoenen euro/ }).evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')));
  assert.equal(spoken.length, 2);
  for (const [at, figure] of ['net-saving', 'deficit'].entries()) {
    for (const year of [2018, 2020, 2022, 2025]) {
      const amount = (await total(page, figure, year) / 1e6).toFixed(1).replace('.', ',');
      assert.match(spoken[at], new RegExp(`\\b${year} ${amount}(;|$)`));
    }
  }
  for (const title of ['Netto besparing per jaar', 'Tekort per jaar']) {
    await page.getByRole('button', { name: title, exact: true }).click();
    await page.locator('#jaren[open] .year-table').waitFor();
    await shut(page);
    await rest(page);
  }
});
