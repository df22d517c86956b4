// What matters most, and how to reach a target: rooms of their own, whose answers hold on the page itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, euros, leave, NO_PROBLEMS, open, plain, rest, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const EDITION = '#d=2019.1';
const OPENING = 37746391;

const number = (id) => `input[data-lever="${id}"][data-control="number"]`;
const deficit = (page) => euros(page, 'deficit');
const status = (page) => page.locator('.goal__status');
const cards = (page) => page.locator('.answer');
const amount = (page) => page.locator('[data-goal="amount"]');
const press = (page, name) => page.locator('.goal').getByRole('button', { name, exact: true }).click();

const said = async (locator) => plain(await locator.innerText());

/** A page with the room of a question open. */
async function ask(options, door = 'Doel') {
  const page = await app.newPage({ fragment: EDITION, ...options });
  await enter(page, door);
  return page;
}

/** Seeks, until what it found stands there. */
async function seek(page, text) {
  if (text !== undefined) await amount(page).fill(text);
  await press(page, 'Zoek');
  await rest(page);
}

test('a target of 35 million has three answers; one taken over meets it, its link reproduces, and there is a way back', async () => {
  const page = await ask({ permissions: ['clipboard-read', 'clipboard-write'] });
  await seek(page, '35 mln');
  assert.match(await said(status(page)), /drie manieren.*tekort in 2025 hoogstens € 35,0 mln/);
  assert.deepEqual(await cards(page).getByRole('heading').allInnerTexts(),
    ['Zo weinig mogelijk maatregelen', 'Alles gelijk op', 'Grenzen aan zorg het laatst']);
  for (const at of [0, 1, 2]) {
    const card = cards(page).nth(at);
    const worth = Math.round(Number(await card.locator('[data-answer]').getAttribute('value')));
    await card.getByRole('button', { name: 'Neem dit over' }).click();
    const back = card.getByRole('button', { name: 'Terug naar hoe het was' });
    await back.waitFor();
    assert.match(await said(card), /Overgenomen\. Sluit dit venster/);
    assert.ok(await deficit(page) <= 35000000, `answer ${at} comes to ${await deficit(page)}`);
    assert.equal(await deficit(page), worth, 'what the answer said');
    assert.equal(await back.evaluate((button) => button === document.activeElement), true, 'the focus stays');

    await card.getByRole('button', { name: 'Kopieer link' }).click();
    await card.getByText('Link gekopieerd.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await app.newPage({ fragment: new URL(link).hash });
    assert.equal(await deficit(other), worth, 'the link reproduces');
    assert.equal(await other.locator('.notes').count(), 0);
    await other.close();

    if (at === 1) continue; // Taking another over puts this one back.
    await back.click();
    await card.getByRole('button', { name: 'Neem dit over' }).waitFor();
    assert.equal(await deficit(page), OPENING);
  }
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('an amount is read as people type it, and says what was understood', async () => {
  const page = await ask();
  const hint = page.locator('#doel-bedrag-uitleg');
  for (const [text, euros] of [['30', '30.000.000'], ['30 mln', '30.000.000'], ['€ 30.000.000', '30.000.000'], ['30,5 mln.', '30.500.000'],
    ['30.5', '30.500.000'], ['1500 miljoen', null], ['30.000', '30.000'], ['0', '0'], ['950000 euro', '950.000'], ['30 fte', null], ['3 0', null]]) {
    await amount(page).fill(text);
    assert.match(await said(hint), euros === null ? /^Een getal onder 1.000/ : new RegExp(`^Dat is € ${euros.replaceAll('.', '\\.')}\\.$`), text);
  }
  await amount(page).fill('−5');
  assert.match(await said(hint), /−€ 5\.000\.000/);
});

test('nonsense, nothing and too much get a sentence at the field', async () => {
  const page = await ask();
  for (const [text, words] of [['veel', /“veel” is geen bedrag. Typ bijvoorbeeld/], ['', /Vul een bedrag in/], ['30.000.000.000', /veel meer dan er aan jeugdhulp omgaat/]]) {
    await amount(page).fill(text);
    await press(page, 'Zoek');
    const error = page.locator('#doel-bedrag-fout');
    await error.waitFor();
    assert.match(await said(error), words);
    assert.equal(await error.getAttribute('role'), 'alert');
    assert.equal(await amount(page).getAttribute('aria-invalid'), 'true');
    assert.match(await amount(page).getAttribute('aria-describedby'), /doel-bedrag-fout/);
    assert.equal(await amount(page).inputValue(), text, 'what was typed is kept');
    assert.equal(await cards(page).count(), 0);
  }
  await amount(page).press('3');
  assert.equal(await page.locator('#doel-bedrag-fout').count(), 0);
});

test('what may move is respected, and with everything locked a sentence says so', async () => {
  const page = await ask();
  assert.equal(await page.locator('[data-goal-measure]').count(), 17);
  assert.equal(await page.locator('[data-goal-measure="1"]').isDisabled(), true);
  assert.match(await page.locator('.goal__list li').first().innerText(), /doet niet mee: geen bron noemt het effect/);
  await press(page, 'Alles vast');
  await seek(page, '35');
  assert.match(await said(status(page)), /alle maatregelen staan vast; maak er minstens één los/);
  await page.locator('[data-goal-measure="16"]').check();
  await seek(page);
  assert.match(await said(status(page)), /één manier/);
  assert.deepEqual(await cards(page).locator('.answer__measure').allInnerTexts(), ['16. Maximum uren GGZ grens aan zorg']);
});

test('where only measures without a known effect are left free, a sentence says so', async () => {
  const page = await ask();
  for (const measure of await page.locator('[data-goal-measure]:enabled').all()) await measure.uncheck();
  await seek(page, '35');
  assert.match(await said(status(page)), /van de maatregelen die niet zijn vastgezet is het effect onbekend/);
});

test('a target out of reach says how near it comes and what is in the way', async () => {
  const page = await ask();
  await seek(page, '0');
  assert.match(await said(status(page)), /Niet haalbaar[^]*geen tekort in 2025[^]*Dichterbij dan een tekort van € \d+,\d mln/);
  assert.match(await said(page.locator('.goal__limits')), /geen bron het effect noemt: 1\. /);
  const near = Math.round(Number(await page.locator('[data-answer]').getAttribute('value')));
  await press(page, 'Neem dit over');
  assert.equal(await deficit(page), near);
  await press(page, 'Terug naar hoe het was');
  assert.equal(await deficit(page), OPENING);

  await press(page, 'Alleen grenzen aan zorg vast');
  await seek(page, '27');
  assert.match(await said(page.locator('.goal__limits')), /staan vast en zouden nog helpen:[^]*16\. Maximum uren GGZ[^]*haalt het doel/);
});

test('savings and other years can be the target too, and a target that is met says by how much', async () => {
  const page = await ask();
  await page.locator('[data-goal="aim"]').selectOption('besparing');
  await page.locator('[data-goal="year"]').selectOption('2023');
  await seek(page, '7');
  assert.match(await said(status(page)), /besparing in 2023 minstens € 7,0 mln/);
  await cards(page).first().getByRole('button', { name: 'Neem dit over' }).click();
  await rest(page);
  const savings = await page.locator('.year-table data[data-figure="savings"][data-year="2023"]').getAttribute('value');
  assert.ok(Number(savings) >= 7000000, savings);
  await seek(page, '6');
  assert.match(await said(status(page)), /haalt het doel al[^]*€ 1,\d mln beter dan het doel/);
});

test('what is taken over is one step: undone on the page or by the browser, which shuts the room; the wish is kept', async () => {
  const page = await ask();
  await page.locator('[data-goal-measure="16"]').uncheck();
  await seek(page, '35');
  const take = async () => {
    await cards(page).first().getByRole('button', { name: 'Neem dit over' }).click();
    assert.ok(await deficit(page) <= 35000000);
  };
  await take();
  await leave(page);
  await undo(page);
  assert.equal(await deficit(page), OPENING);
  await page.locator(number('pgb.tarief-informeel')).fill('12,5');
  await page.locator(number('pgb.tarief-informeel')).press('Enter');
  const moved = await deficit(page);
  assert.notEqual(moved, OPENING);

  await enter(page, 'Doel');
  assert.equal(await amount(page).inputValue(), '35');
  assert.equal(await page.locator('[data-goal-measure="16"]').isChecked(), false);
  await seek(page);
  await take();
  await page.goBack();
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  assert.equal(await deficit(page), moved);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what is taken over is what the rooms beside it are about', async () => {
  const page = await ask();
  await seek(page, '35');
  await cards(page).first().getByRole('button', { name: 'Neem dit over' }).click();
  await rest(page);
  await page.locator('.meeting__doors').getByRole('button', { name: 'Wat telt het meest' }).click();
  const now = (await deficit(page) / 1e6).toFixed(1).replace('.', ',');
  assert.match(await said(page.locator('.tornado .chart__unit')), new RegExp(`dit scenario: € ${now} mln`));
});

test('the share of the runs that meets the target follows the amount, and is not called a chance', async () => {
  const page = await ask();
  const share = page.locator('.goal__share');
  await amount(page).fill('35');
  await share.waitFor();
  assert.match(await said(share), /In \d+ % van de 10\.\d+ doorrekeningen haalt dit scenario het doel[^]*geen kans/);
  await amount(page).fill('900');
  assert.match(await said(share), /alle 10\.\d+ doorrekeningen/);
  await amount(page).fill('veel');
  assert.equal(await share.count(), 0);
});

test('what matters most is the growth of the cost per youth, by as much as setting it by hand', async () => {
  const page = await ask({}, 'Wat telt het meest');
  const rows = page.locator('.tornado__rows > li');
  assert.equal(await rows.count(), 12);
  assert.match(await said(rows.first()), /Groei van de kosten per jeugdige[^]*aanname/);
  assert.deepEqual((await rows.first().locator('text').allTextContents()).map(plain), ['2 %', '8 %']);

  await page.locator('summary', { hasText: 'Tabel bij de grafiek wat telt' }).click();
  const first = page.locator('.influence__table tbody tr').first();
  const end = (name) => first.locator(`[data-end="${name}"]`).getAttribute('value').then((value) => Math.round(Number(value)));
  const [low, high, swing] = [await end('from'), await end('to'), await end('swing')];
  assert.ok(Math.abs(high - low - swing) <= 1);
  assert.equal(await page.locator('.influence__table tbody tr').count(), Number((await page.getByRole('button', { name: /^Toon alle \d+$/ }).innerText()).match(/\d+/)[0]));
  for (const [rate, expected] of [['2', low], ['8', high]]) {
    const other = await app.newPage({ fragment: `${EDITION}&groei.zwaarte=${rate}` });
    assert.equal(await deficit(other), expected, `${rate} %`);
    await other.close();
  }

  await page.getByRole('button', { name: /^Toon alle/ }).click();
  assert.ok(await rows.count() > 12);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Toon de eerste 12', 'the focus stays');
});

test('a value that is set stands beside its default in what matters most', async () => {
  const page = await ask({ fragment: `${EDITION}&groei.zwaarte=3` }, 'Wat telt het meest');
  const row = page.locator('.tornado__rows > li', { hasText: 'Groei van de kosten per jeugdige' }).filter({ hasText: 'eigen invoer' });
  assert.match(plain(await row.locator('svg').getAttribute('aria-label')), /^Bij 5,\d+ % per jaar is het tekort[^]*, bij 3 % per jaar/);
});

for (const [name, options] of [['360', { viewport: { width: 360, height: 800 } }],
  ['1280, dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }]]) {
  const overflow = (page) => page.locator('dialog.meeting').evaluate((box) => box.scrollWidth - box.clientWidth);

  test(`accessible with answers at ${name} px, without scrolling sideways`, async () => {
    const page = await ask(options);
    await seek(page, '35');
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axe(page), []);
    await seek(page, '0');
    await amount(page).fill('veel');
    await press(page, 'Zoek');
    assert.deepEqual(await axe(page, '.goal'), []);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });

  test(`accessible with all influences at ${name} px, without scrolling sideways`, async () => {
    const page = await ask(options, 'Wat telt het meest');
    await page.getByRole('button', { name: /^Toon alle/ }).click();
    await page.locator('summary', { hasText: 'Tabel bij de grafiek wat telt' }).click();
    await page.locator('.influence__table').waitFor();
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axe(page), []);
  });
}
