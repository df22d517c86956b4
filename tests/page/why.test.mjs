// Why a number is what it is: at most 90 words at first, with the numbers of the model; the rest for who asks on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, plain, reach, rest, sheet, shut, unfold } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const WORDS = 90;
const words = (text) => text.split(/\s+/).filter((word) => (word.match(/\p{L}/gu) ?? []).length >= 2).length;

/** What a sum comes to by the exact numbers in it, and what it says that it comes to; nothing where there is no sum. */
const summed = (box) => box.locator('.why__sum[data-sum]').evaluateAll(([sum]) => {
  if (!sum?.querySelector('[data-term]')) return null;
  const product = (part) => [...part.querySelectorAll('[data-term]')].reduce(
    (value, term) => ('divides' in term.dataset ? value / Number(term.value) : value * Number(term.value)), 1);
  const parts = [...sum.querySelectorAll('[data-part]')];
  const terms = parts.map((part) => (part.dataset.part === 'less' ? -product(part) : product(part)));
  const common = sum.querySelector('[data-common]');
  return [terms.reduce((a, b) => a + b, 0) * (common ? product(common) : 1), Number(sum.dataset.sum)];
});

const comesOut = async (box, what) => {
  const sum = await summed(box);
  if (sum) assert.ok(Math.abs(sum[0] - sum[1]) < 0.01, `${what}: ${sum}`);
  return sum !== null;
};

/** Opens why the measure of a lever does what it does. */
async function why(page, lever) {
  const effect = page.locator('.row', { has: page.locator(`[data-lever="${lever}"]`) }).locator('.row__effect');
  await reach(page, lever);
  await effect.click();
  const box = page.locator('#waarom[open]');
  await box.locator('.why').waitFor();
  await rest(page);
  return box;
}

for (const [name, fragment, least] of [['as set', '', 9], ['as earlier plans went', '#realisatie.trekken=1', 9]]) {
  test(`every lever says why in ${WORDS} words, with a sum that comes out and a range that holds it: ${name}`, async () => {
    const page = await app.newPage({ fragment });
    const levers = await page.$$eval('[data-control="range"]', (all) => all.map((input) => input.dataset.lever));
    assert.equal(levers.length, 21);
    const [sums, ranges] = [new Set(), new Set()];
    for (const lever of levers) {
      const box = await why(page, lever);
      const text = plain(await box.innerText());
      assert.ok(words(text) <= WORDS, `${lever}: ${words(text)} words\n${text}`);
      for (const question of ['Wie raakt het?', 'Grootste risico', 'Wat weten we niet?']) assert.ok(text.includes(question), `${lever} ${question}`);
      if (await comesOut(box, lever)) sums.add(text);
      const [range] = await box.locator('.why__range[data-low]').evaluateAll((all) => all.map(({ dataset }) => [dataset.low, dataset.high].map(Number)));
      const net = box.locator('[data-why="net-saving"]');
      if (range) {
        const amount = Number(await net.getAttribute('value'));
        assert.ok(range[0] <= amount && amount <= range[1], `${lever}: ${amount} within ${range}`);
        ranges.add(text);
      }
      // The measure is what its levers are together, as the rows have it.
      const shares = await page.$$eval('.row data[data-share]', (all) => all.map(({ dataset, value }) => [dataset.share, value]));
      const own = await box.locator('data[data-share]').evaluateAll((all) => all.map(({ dataset }) => dataset.share));
      if (await net.count() > 0) {
        const share = (id) => Number(shares.find(([of]) => of === id)[1]);
        const together = (own.length > 0 ? own : [lever]).map(share).reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(together - Number(await net.getAttribute('value'))) < 0.05, `${lever}: ${together}`);
      }
      await shut(page);
    }
    assert.ok(sums.size >= least && ranges.size >= 6, `${sums.size} sums and ${ranges.size} ranges`);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test(`every number says why in ${WORDS} words, with a sum that comes out`, async () => {
  const page = await app.newPage();
  const years = await sheet(page, 'jaren');
  const names = await years.locator('.year-table .number--row').allInnerTexts();
  assert.ok(names.length > 15, `${names}`);
  let sums = 0;
  for (const [at, name] of names.entries()) {
    await years.locator('.year-table .number--row').nth(at).click();
    const box = page.locator('#waarom[open]');
    await box.locator('.why').waitFor();
    await rest(page);
    const text = plain(await box.innerText());
    assert.ok(words(text) <= WORDS, `${name}: ${words(text)} words\n${text}`);
    if (await comesOut(box, name)) sums += 1;
    await box.getByRole('button', { name: 'Sluit', exact: true }).click();
    await box.waitFor({ state: 'detached' });
  }
  assert.ok(sums > 12, `${sums} sums`);
  for (const [id, door] of [['uitkomst', 'Welke maatregelen?'], ['menu', 'Hoe zeker is dit?']]) {
    await (await sheet(page, id)).getByRole('button', { name: door }).click();
    const box = page.locator('#waarom[open]');
    await box.locator('.why').waitFor();
    const text = plain(await box.innerText());
    assert.ok(words(text) <= WORDS, `${door}: ${words(text)} words\n${text}`);
    await shut(page);
  }
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the first look speaks in millions with one decimal, and the steps below in euros', async () => {
  const page = await app.newPage();
  const box = await why(page, 'poh.fte');
  const text = plain(await box.innerText());
  assert.match(text, /6,7 fte erbij × € 72\.700 per fte × 1,90 prijs en zwaarte = € 0,9 mln besparing\. Kosten: € 0,6 mln\./);
  assert.match(text, /Kan ook € 0,9 mln kosten of € 1,7 mln opleveren, als alles tegen- of meevalt\./);
  assert.match(text, /523 jeugdigen meer bij POH/);
  assert.match(text, /Rust op een aanname/);
  // What a fold holds comes after the browser has told that it is open.
  await box.getByText('Reken na').click();
  await box.getByText(/€\s925\.450/).first().waitFor();
  await box.getByText('Bronnen').click();
  await box.locator('details[open]:has(summary:text-is("Bronnen")) > :not(summary)').first().waitFor();
  const all = plain(await box.innerText());
  assert.equal(all.match(/was een plaatje/g), null, 'said where it is said once');
  const known = plain(await (await enter(page, 'Wat we niet weten')).innerText());
  assert.match(known, /was een plaatje[^]*op te vragen bij de griffie/);
});

test('it goes along with the levers beside it and with the outlook, and sets what the levers do not', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 720 } });
  const box = await why(page, 'poh.fte');
  const net = box.locator('[data-why="net-saving"]');
  const was = await net.getAttribute('value');
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await page.waitForFunction((old) => document.querySelector('#waarom [data-why="net-saving"]')?.value !== old, was);
  await rest(page);
  assert.match(await box.locator('h2').innerText(), /12,3\sfte/);
  await page.locator('input[data-control="outlook"][value="record"]').check();
  await box.getByText('als bij eerdere plannen').waitFor();
  await box.getByText('Startjaar', { exact: true }).click();
  const start = box.getByRole('textbox', { name: /Startjaar/ });
  await start.fill('2022');
  await start.press('Enter');
  await page.waitForURL(/start\.8=2022/);
  await rest(page);
  assert.equal(await page.locator('[data-lever="start.8"][data-control="number"]').inputValue(), '2022');
  assert.ok(await box.isVisible(), 'it stays');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[data-lever="start.8"][data-control="number"]').value === '2020');
  await page.waitForFunction(() => document.querySelector('#waarom input').value === '2020');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('from what takes all there is to do it stands over that, which is there again once it is shut', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 720 } });
  const outcome = await sheet(page, 'uitkomst');
  await outcome.locator('.measures__list button').first().click();
  const box = page.locator('#waarom[open]');
  await box.locator('.why').waitFor();
  assert.ok(await box.evaluate((dialog) => dialog.matches(':modal')));
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  assert.ok(await outcome.evaluate((dialog) => dialog.open && dialog.contains(document.activeElement)));
});

for (const [width, height] of [[1280, 720], [360, 660]]) {
  test(`accessible, light and dark, without scrolling sideways: a number and a measure, folded and unfolded, at ${width} px`, async () => {
    const page = await app.newPage({ viewport: { width, height } });
    const ways = [
      () => why(page, 'ggz.max-uren-bggz'),
      () => why(page, 'preconceptie.investering'),
      async () => { await (await sheet(page, 'uitkomst')).getByRole('button', { name: 'Hoe is het tekort berekend?' }).click(); },
    ];
    for (const way of ways) {
      await way();
      const box = page.locator('#waarom[open]');
      await box.locator('.why').waitFor();
      for (const all of [false, true]) {
        if (all) await unfold(page, '#waarom details');
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          // What it stands over is partly covered, which is no fault of its own.
          assert.deepEqual(await axe(page, '#waarom'), [], colorScheme);
        }
        assert.equal(await box.locator('.sheet__body').evaluate((body) => body.scrollWidth - body.clientWidth), 0);
      }
      await shut(page);
    }
  });
}
