// The calculators: a case item by item with who pays, and what it saves when people leave benefits. Nothing of them enters the
// scenario; a case travels in the link.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, leave, NO_PROBLEMS, open, plain, rest, sheet, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const CASE = 'Reken een casus door';
const BENEFIT = 'Participatiewet';
/** What the source prints under its seven cases. */
const TOTALS = [8190, 27990, 58190, 45790, 49290, 84790, 191640];

const entry = (page, name, item) => page.locator(`.case [data-entry="${name}"]${item ? `[data-item="${item}"]` : ''}`);
const row = (page, item) => page.locator('.case__item').filter({ has: page.locator(`[data-item="${item}"]`) });
const data = (page, what) => page.locator(`.case data[data-case="${what}"]`);
const value = async (locator) => Number(await locator.getAttribute('value'));
const said = async (locator) => plain(await locator.innerText());
const total = (page) => value(data(page, 'total'));
const avoided = (page) => page.locator('.case__avoided data[data-case="avoided"]');

/** A page with the room of a calculator open. */
async function calculate(options, door = CASE) {
  const page = await app.newPage(options);
  await enter(page, door);
  await page.locator('.case').waitFor();
  return page;
}

/** Begins with a case, by its place from 1. */
async function begin(page, place) {
  await entry(page, 'begin').selectOption(String(place - 1));
  await rest(page);
}

/** Types something in a field and leaves it. */
async function fill(page, field, text) {
  await field.fill(text);
  await field.press('Tab');
  await rest(page);
}

test('the seven cases come to what the source prints, item by item and by payer, and none of it enters the scenario', async () => {
  const page = await calculate({});
  const link = page.url();
  const deficit = await written(page, 'deficit');
  const payers = {};
  for (const [at, expected] of TOTALS.entries()) {
    await begin(page, at + 1);
    assert.equal(await page.locator('.case').getAttribute('data-case-of'), `crisis.casus-${at + 1}`);
    assert.equal(await total(page), expected);
    const items = await data(page, 'item').evaluateAll((all) => all.map(({ value }) => Number(value)));
    assert.equal(items.reduce((sum, item) => sum + item), expected);
    for (const [payer, amount] of await data(page, 'payer').evaluateAll((all) => all.map((one) => [one.dataset.payer, Number(one.value)]))) {
      payers[payer] = (payers[payer] ?? 0) + amount;
    }
    assert.equal(new URLSearchParams(page.url().split('#')[1]).get('geval'), `crisis.casus-${at + 1}`);
  }
  assert.deepEqual(payers, { jeugdwet: 257250, wmo: 50000, onbekend: 94000, woningcorporatie: 52100, rijk: 7000, netbeheerder: 5530 });
  assert.equal(await written(page, 'deficit'), deficit);
  assert.equal(await page.locator('.case [data-figure]').count(), 0);
  await entry(page, 'begin').selectOption('');
  await rest(page);
  assert.deepEqual([await total(page), await data(page, 'payer').count()], [0, 0]);
  assert.ok(!page.url().includes('geval='), `${link} has no case any more`);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what is doubted is said at its item, with the other amount at hand', async () => {
  const page = await calculate({});
  await begin(page, 6);
  const doubted = row(page, 'jeugdzorg');
  assert.match(await said(doubted), /Twijfel\. De bron drukt 1\.500\./);
  assert.equal(await page.locator('.case__doubt').count(), 1);
  await doubted.getByRole('button', { name: 'Reken met € 15.000' }).click();
  await rest(page);
  assert.equal(await total(page), 98290);
  assert.match(await said(doubted), /Twijfel/);
  await doubted.getByRole('button', { name: 'Reken met € 1.500' }).click();
  await rest(page);
  assert.equal(await total(page), 84790);
});

test('a case is composed, another payer and an own price are marked as own input, and the link opens the same case', async () => {
  const page = await calculate({});
  await page.locator('.case').getByRole('button', { name: 'Voeg toe' }).click();
  assert.equal(await said(page.locator('#casus-post-fout')), 'Kies eerst een post uit de lijst.');
  await entry(page, 'add').selectOption('ots');
  await page.locator('.case').getByRole('button', { name: 'Voeg toe' }).click();
  await entry(page, 'quantity', 'ots').waitFor();
  await fill(page, entry(page, 'quantity', 'ots'), '2');
  assert.equal(await total(page), 17800);
  await entry(page, 'payer', 'ots').selectOption('wmo');
  await rest(page);
  assert.match(await said(row(page, 'ots')), /eigen invoer/);
  await row(page, 'ots').locator('summary').click();
  await fill(page, entry(page, 'price', 'ots'), '€ 9.000');
  await entry(page, 'reason', 'ots').fill('offerte 2019, blz. 3');
  await entry(page, 'reason', 'ots').press('Tab');
  await rest(page);
  assert.equal(await total(page), 18000);
  await entry(page, 'add').selectOption('noodwoning');
  await page.locator('.case').getByRole('button', { name: 'Voeg toe' }).click();
  await fill(page, entry(page, 'chance'), '25');
  await fill(page, entry(page, 'times'), '10');
  assert.match(await said(page.locator('.case__outcome [role="status"]')), /de gemeente € 18\.000\. Van € 400 is niet bekend wie betaalt/);
  assert.equal(await value(avoided(page)), 23000);
  const link = page.url();

  const again = await app.newPage({ fragment: `#${link.split('#')[1]}` });
  assert.equal(await again.locator('.notes').count(), 0, 'the link is whole');
  const line = again.locator('.arrived');
  assert.match(await said(line), /In de link zit een casus\. Die telt niet mee in het scenario\./);
  await line.getByRole('button', { name: CASE }).click();
  await again.locator('.case__item').first().waitFor();
  await rest(again);
  assert.deepEqual([await total(again), await value(avoided(again))], [18400, 23000]);
  assert.equal(await entry(again, 'payer', 'ots').inputValue(), 'wmo');
  await row(again, 'ots').locator('summary').click();
  assert.deepEqual([await entry(again, 'price', 'ots').inputValue(), await entry(again, 'reason', 'ots').inputValue()], ['9.000', 'offerte 2019, blz. 3']);
  assert.equal(await again.locator('.case__results').innerText(), await page.locator('.case__results').innerText());
  assert.equal(again.url().split('#')[1], link.split('#')[1], 'and is the same still');
  await leave(again);
  await line.getByRole('button', { name: 'Verberg' }).click();
  assert.doesNotMatch(await said(line), /casus/);
  assert.deepEqual([...again.problems.errors, ...page.problems.errors], []);
});

test('nothing is avoided without a chance, and the chance is never there by itself', async () => {
  const page = await calculate({});
  await begin(page, 3);
  assert.equal(await entry(page, 'chance').inputValue(), '');
  assert.equal(await data(page, 'avoided').count(), 0);
  assert.match(await said(page.locator('.case__avoided [role="status"]')), /^Vul een kans in/);
  await fill(page, entry(page, 'times'), '68');
  await fill(page, entry(page, 'attribution'), '100');
  assert.equal(await data(page, 'avoided').count(), 0);
  await fill(page, entry(page, 'chance'), '25');
  assert.match(await said(page.locator('.case__avoided [role="status"]')), /25 % kans × 68 gevallen × 100 % × € 58\.190 = € 989\.230 per jaar/);
  await fill(page, entry(page, 'chance'), '');
  assert.equal(await data(page, 'avoided').count(), 0);
});

test('what cannot be gets a sentence at its field, and nothing of it is lost', async () => {
  const page = await calculate({});
  await begin(page, 1);
  const field = entry(page, 'quantity', 'uitzetting');
  for (const [text, sentence] of [
    ['een paar', '“een paar” is geen getal. Vul een aantal in, bijvoorbeeld 2 of 0,5. Tot dan telt 1.'],
    ['-2', 'Een aantal kan niet lager zijn dan 0. Vul 0 of meer in. Tot dan telt 1.'],
  ]) {
    await fill(page, field, text);
    assert.equal(await field.inputValue(), text);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const error = page.locator(`#${await field.getAttribute('aria-describedby')}`);
    assert.ok((await said(error)).startsWith(sentence), await said(error));
    assert.equal(await total(page), 8190);
  }
  await field.press('Escape');
  assert.equal(await field.inputValue(), '1', 'Escape gives up what is typed, not the room');
  await fill(page, entry(page, 'chance'), '101');
  const error = page.locator('#casus-kans-fout');
  assert.match(await said(error), /^Een kans kan niet hoger zijn dan 100 %\. Vul 100 % of minder in\. Tot dan telt het niet mee\./);
  assert.equal(await data(page, 'avoided').count(), 0);
  await error.getByRole('button', { name: 'Zet het veld terug' }).click();
  assert.equal(await entry(page, 'chance').inputValue(), '');
});

test('a link with a wrong case opens with a sentence for each mistake', async () => {
  const page = await calculate({ fragment: '#geval=crisis.casus-1,kans_150,fiets_2' });
  const alert = page.locator('.case .utrecht-alert');
  assert.match(await said(alert), /De kans: niet overgenomen\. Een kans kan niet hoger zijn dan 100 %/);
  assert.match(await said(alert), /“fiets” staat niet in de prijslijst/);
  assert.equal(await total(page), 8190);
});

test('the prices of an older edition are not there, and that is said', async () => {
  const page = await app.newPage({ fragment: '#d=2019.1&geval=crisis.casus-1' });
  const room = await enter(page, CASE);
  assert.match(await said(room), /Bij de cijfers van 2019\.1 hoort geen prijslijst/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('with the keyboard alone a case is begun, changed, undone and left', async () => {
  const page = await calculate({});
  await entry(page, 'begin').focus();
  await page.keyboard.press('ArrowDown');
  await rest(page);
  assert.equal(await total(page), 8190);
  await entry(page, 'quantity', 'uitzetting').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await rest(page);
  assert.equal(await total(page), 14190);
  await page.locator('.case').getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
  await rest(page);
  assert.equal(await total(page), 8190);
  await page.locator('.case').getByRole('button', { name: 'Haal weg: Uitzetting uit huurwoning' }).press('Enter');
  await rest(page);
  assert.equal(await total(page), 2190);
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
});

const fields = (page, values) => Object.entries(values).reduce(
  (before, [name, text]) => before.then(() => fill(page, entry(page, name), text)), Promise.resolve());
const benefit = (page, what) => page.locator(`.benefit data[data-benefit="${what}"]`);

test('what leaving benefits saves has both chances in it, comes in over seven years, and is never there without them', async () => {
  const page = await calculate({}, BENEFIT);
  const status = page.locator('.benefit [role="status"]');
  assert.equal(await said(status), 'Vul het aantal deelnemers, het aantal jaren en de kans met de aanpak in. Zonder beide kansen is er geen bedrag.');
  await fields(page, { participants: '13', years: '3' });
  assert.equal(await said(status), 'Vul de kans met de aanpak in. Zonder beide kansen is er geen bedrag.');
  assert.equal(await benefit(page, 'saved').count(), 0);
  assert.match(await said(page.locator('#pwet-zonder-uitleg')), /aanname 7,5 %: het midden van de tabel/);
  await fields(page, { with: '15' });
  assert.match(await said(status), /13 deelnemers × \(15 % met − 7,5 % zonder\) × € 33\.300 per persoon/);
  assert.equal(await value(benefit(page, 'saved')), 32467.5);
  assert.equal(await value(benefit(page, 'kept')), 32467.5);
  const years = await benefit(page, 'year').evaluateAll((all) => all.map(({ value }) => Number(value)));
  assert.deepEqual(years, [6493.5, ...Array(6).fill(4329)]);
  await entry(page, 'relapse').uncheck();
  await rest(page);
  assert.equal(await value(benefit(page, 'saved')), 59033.33);
  await entry(page, 'relapse').check();
  await fields(page, { municipal: '50' });
  assert.equal(await value(benefit(page, 'kept')), 16233.75);
  await fields(page, { years: '1,5', without: '20' });
  assert.equal(await value(benefit(page, 'damage')), 29461);
  assert.equal(await value(benefit(page, 'saved')), -19149.65);
  assert.match(await said(page.locator('.benefit .case__total')), /^€ 19\.150 extra kosten/);
  assert.match(await said(page.locator('#pwet-gemeente-uitleg')), /BUIG.*tussen 0 en 1/s);
  await leave(page);
  await enter(page, BENEFIT);
  assert.equal(await entry(page, 'participants').inputValue(), '13', 'what was filled in is there again');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('more years than the table has are said to count as its last, and a chance above 100 % is refused', async () => {
  const page = await calculate({}, BENEFIT);
  await fields(page, { participants: '10', years: '12', with: '120' });
  assert.match(await said(page.locator('#pwet-jaren-uitleg')), /langer telt als 7/);
  assert.match(await said(page.locator('#pwet-met-fout')), /Een kans kan niet hoger zijn dan 100 %/);
  assert.equal(await benefit(page, 'saved').count(), 0);
  await fields(page, { with: '13' });
  assert.equal(await value(benefit(page, 'saved')), 37226);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in either calculator, ${colorScheme}, and nothing is wider than a phone`, async () => {
    const page = await calculate({ colorScheme, viewport: { width: 360, height: 660 }, hasTouch: true });
    await begin(page, 6);
    await fill(page, entry(page, 'quantity', 'uitzetting'), 'x');
    await fill(page, entry(page, 'chance'), '25');
    await entry(page, 'payer', 'noodwoning').selectOption('wmo');
    await page.locator('.case details').evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    await rest(page);
    const fits = () => page.locator('dialog.meeting').evaluate((box) => [box.scrollWidth <= box.clientWidth, box.getBoundingClientRect().right <= innerWidth]);
    assert.deepEqual(await fits(), [true, true]);
    assert.deepEqual(await axe(page), []);
    await page.locator('.meeting__doors').getByRole('button', { name: BENEFIT }).click();
    await page.locator('.benefit').waitFor();
    await fields(page, { participants: '20', years: '2', with: '20' });
    await page.locator('.benefit details').evaluate((fold) => { fold.open = true; });
    assert.deepEqual(await fits(), [true, true]);
    assert.deepEqual(await axe(page), []);
    const small = await page.locator('.benefit :is(button, input, summary, select)').evaluateAll((all) => all.map((one) => (one.closest('label') ?? one).getBoundingClientRect().height).filter((height) => height < 44));
    assert.deepEqual(small, []);
  });
}

test('both calculators have a door in the menu', async () => {
  const page = await app.newPage({});
  const menu = await sheet(page, 'menu');
  for (const door of [CASE, BENEFIT]) assert.equal(await menu.getByRole('button', { name: door, exact: true }).count(), 1);
});
