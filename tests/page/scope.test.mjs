// The whole social domain: chosen on the page or by a link, with the check values of its model; youth care does not move by a
// cent; what does not come is said, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, euros, NO_PROBLEMS, open, plain, rest, sheet, written } from './lib.mjs';

const FILE = '**/2026.1-sociaal-domein-*.bin';
const PHONE = { viewport: { width: 360, height: 660 }, hasTouch: true };

let app;
before(async () => { app = await open(); });
after(() => app.close());

const choice = (page, scope) => page.locator(`[data-control="scope"][value="${scope}"]`).filter({ visible: true });

/** The address as the page has it: what Playwright knows of it may come later. */
const hash = (page) => page.evaluate(() => location.hash);

async function covers(page, scope) {
  await page.waitForSelector(`html[data-scope="${scope}"]`);
  await rest(page);
}

async function choose(page, scope) {
  await choice(page, scope).check({ force: true });
  await covers(page, scope);
}

/** All amounts of other programs, as they stand in the year table. */
const amounts = (page) => page.locator('.year-table tbody data[data-figure]').evaluateAll((all) => all
  .filter(({ dataset }) => !['from-other-laws', 'deficit-whole', 'line'].includes(dataset.figure))
  .map(({ dataset, value }) => `${dataset.figure} ${dataset.year} ${value}`));

const line = (page, id, year) => page.locator(`.year-table data[data-figure="line"][data-line="${id}"][data-year="${year}"]`)
  .getAttribute('value').then((value) => Math.round(Number(value)));

test('without measures it comes to the check values, line by line', async () => {
  const page = await app.newPage({ fragment: '#bereik=sociaal-domein&s=geen' });
  await covers(page, 'sociaal-domein');
  assert.deepEqual(await page.locator('.notes').count(), 0);
  const deficits = [10309000, 18200195, 22458871, 26440021, 31487137, 37840021, 44995846, 52279331];
  const baselines = [106683000, 108958195, 116284688, 122207474, 131610078, 144507144, 158229377, 170361934];
  const budgets = [96374000, 90758000, 93825817, 95767453, 100122941, 106667123, 113233530, 118082603];
  const wmo = [34665000, 35344538, 36978484, 38215620, 40430762, 43572814, 46804175, 49416228];
  const participatie = [20810000, 19713000, 20359586, 20768814, 21686796, 23066076, 24450040, 25472052];
  for (let at = 0; at < 8; at++) {
    const year = 2018 + at;
    assert.equal(await euros(page, 'deficit', year), deficits[at], `deficit ${year}`);
    assert.equal(await euros(page, 'baseline', year), baselines[at], `baseline ${year}`);
    assert.equal(await euros(page, 'budget', year), budgets[at], `budget ${year}`);
    assert.equal(await line(page, 'sd.lasten.wmo', year), wmo[at], `wmo ${year}`);
    assert.equal(await line(page, 'sd.lasten.participatie', year), participatie[at], `participatie ${year}`);
    assert.equal(await line(page, 'sd.lasten.autonome-groei', year), 800000);
    assert.equal(await line(page, 'sd.lasten.reserve', year), year === 2018 ? 1410000 : 0);
    assert.equal(await line(page, 'sd.baten', year), year === 2018 ? -2923000 : -2773000);
    const [whole, without, reserve, income] = await Promise.all(['sd.lasten', 'sd.lasten.zonder-reserve', 'sd.lasten.reserve', 'sd.baten']
      .map((id) => line(page, id, year)));
    assert.equal(whole, without + reserve);
    assert.ok(Math.abs(whole + income - baselines[at]) <= 1, `all lines ${year}`);
  }
  assert.equal(await line(page, 'sd.lasten.jeugd', 2025), 97446653);
  assert.equal(await euros(page, 'from-other-laws', 2018), 0);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the ready-made scenarios come to the check values; the municipality as a whole stands beside the deficit', async () => {
  const page = await app.newPage({ fragment: '#s=pilots-voortzetten' });
  await covers(page, 'sociaal-domein');
  const deficits = [22229685, 26206228, 31243011, 37580369, 44720615, 51992594];
  for (let at = 0; at < 6; at++) assert.equal(await euros(page, 'deficit', 2020 + at), deficits[at], `${2020 + at}`);
  assert.deepEqual(await Promise.all(['savings', 'costs', 'elsewhere', 'social'].map((figure) => euros(page, figure))), [1142660, 855923, 840406, 590856]);
  const [deficit, elsewhere, whole] = await Promise.all(['deficit', 'elsewhere', 'deficit-whole'].map((figure) => written(page, figure)));
  assert.ok(Math.abs(Number(whole) - Number(deficit) + Number(elsewhere)) < 0.011, 'but for the rounding of each');
  const scenarios = await sheet(page, 'scenario');
  await scenarios.getByRole('button', { name: 'Crisisteam stoppen' }).click();
  await rest(page);
  assert.equal(await euros(page, 'deficit', 2020), 23209266);
  assert.equal(await euros(page, 'deficit'), 53218156);
});

test('by keyboard, there and back: one step each, and youth care does not move by a cent', async () => {
  const page = await app.newPage();
  const before = await amounts(page);
  assert.ok(before.length > 50);
  await choice(page, 'jeugd').focus();
  await page.keyboard.press('ArrowRight');
  await covers(page, 'sociaal-domein');
  assert.equal(await page.evaluate(() => document.activeElement.value), 'sociaal-domein', 'the focus stays');
  assert.equal(await euros(page, 'deficit'), 47771575);
  assert.match(await hash(page), /&bereik=sociaal-domein/);
  assert.match(await page.title(), /sociaal domein/);
  assert.match(plain(await page.locator('.yearly--deficit figcaption').innerText()), /mln, sociaal domein/);
  await page.keyboard.press('ArrowLeft');
  await covers(page, 'jeugd');
  assert.deepEqual(await amounts(page), before);
  assert.doesNotMatch(await hash(page), /bereik/);
  const back = page.getByRole('button', { name: 'Maak ongedaan' });
  await back.click();
  await covers(page, 'sociaal-domein');
  await back.click();
  await covers(page, 'jeugd');
  assert.deepEqual(await amounts(page), before);
  assert.equal(await back.getAttribute('aria-disabled'), 'true', 'nothing was done before');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what was set before goes along, and a link brings all of it back with its check', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=9.5&naam=Proef&groei.volume=1.5' });
  await choose(page, 'sociaal-domein');
  const levers = page.locator('[data-lever="poh.fte"][data-control="number"]');
  assert.equal(await levers.inputValue(), '9,5');
  const pilots = page.locator('[data-lever="proco.huishoudens"][data-control="range"]');
  await sheet(page, 'andere');
  await pilots.focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => location.hash.includes('proco.huishoudens=220'));
  const [address, deficit] = [await hash(page), await written(page, 'deficit')];
  assert.match(address, /&poh\.fte=9\.5&/);
  const again = await app.newPage({ fragment: address });
  await covers(again, 'sociaal-domein');
  assert.equal(await written(again, 'deficit'), deficit);
  assert.equal(await again.locator('.notes').count(), 0);
  await choose(again, 'jeugd');
  assert.match(await hash(again), /proco\.huishoudens=220/, 'a pilot stays in the link');
});

test('an older edition, which has no pilots, opens also right after one was moved', async () => {
  const page = await app.newPage({ fragment: '#bereik=sociaal-domein' });
  await covers(page, 'sociaal-domein');
  await sheet(page, 'andere');
  await page.locator('[data-lever="gezondbewegen.inzet"][data-control="range"]').press('End');
  await page.waitForFunction(() => location.hash.includes('gezondbewegen.inzet='));
  await page.evaluate(() => { location.hash = '#d=2019.1'; });
  await page.waitForFunction(() => document.documentElement.dataset.edition === '2019.1');
  assert.equal(await euros(page, 'deficit'), 37746391);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('in youth care pilots are idle and say why; in the whole domain those without amounts are folded', async () => {
  const page = await app.newPage({ fragment: '#proco.huishoudens=110' });
  await covers(page, 'jeugd');
  assert.equal(await euros(page, 'deficit'), 38823200);
  const others = await sheet(page, 'andere');
  const chapter = others.locator('.others__chapter', { hasText: 'Proeftuinen' });
  assert.match(await chapter.innerText(), /Deze tellen alleen mee bij “Hele sociaal domein”/);
  assert.equal(await chapter.locator('ul[inert]').count(), 2);
  assert.deepEqual(await axe(page, 'dialog#andere'), []);
  await choose(page, 'sociaal-domein');
  assert.equal(await chapter.locator('ul[inert]').count(), 0);
  assert.match(await chapter.locator('summary').innerText(), /^19 zonder bedragen/);
  assert.equal(await chapter.locator('details li').count(), 19);
  assert.deepEqual(await axe(page, 'dialog#andere'), []);
});

test('a wrong scope gets a sentence', async () => {
  const page = await app.newPage({ fragment: '#bereik=alles&poh.fte=9.5' });
  await covers(page, 'jeugd');
  assert.match(await page.locator('.notes').innerText(), /Het bereik “alles” bestaat niet; kies jeugd of sociaal-domein/);
  assert.equal(await page.locator('[data-lever="poh.fte"][data-control="number"]').inputValue(), '9,5');
});

test('figures that do not come give a sentence, and come when asked for again', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=9.5' });
  await page.route(FILE, (route) => route.abort());
  await choice(page, 'sociaal-domein').check({ force: true }).catch(() => {});
  await page.getByText('De cijfers 2026.1 konden niet worden opgehaald.').waitFor();
  await rest(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.scope), 'jeugd');
  assert.equal(await choice(page, 'jeugd').isChecked(), true);
  assert.equal(await page.locator('[data-lever="poh.fte"][data-control="number"]').inputValue(), '9,5');
  await page.unroute(FILE);
  await choose(page, 'sociaal-domein');
  assert.deepEqual(page.problems.errors, []);
});

test('a link whose figures do not come is not lost', async () => {
  const page = await app.newPage();
  await page.route(FILE, (route) => route.abort());
  await page.evaluate(() => { location.hash = '#bereik=sociaal-domein&s=geen'; });
  await page.locator('.notes').waitFor();
  assert.match(await page.locator('.notes').innerText(), /konden niet worden opgehaald.*De link was: .*bereik=sociaal-domein/s);
  assert.match(await hash(page), /#bereik=sociaal-domein&s=geen$/);
});

test('on a phone it is in the menu, and the chart says what it is about', async () => {
  const page = await app.newPage(PHONE);
  await sheet(page, 'menu');
  await choose(page, 'sociaal-domein');
  assert.deepEqual(await axe(page, 'dialog#menu'), []);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(await wide());
  assert.equal(await choice(page, 'sociaal-domein').isChecked(), true);
  await page.locator('dialog#menu').getByRole('button', { name: 'Sluit' }).click();
  await page.locator('dialog#menu').waitFor({ state: 'hidden' });
  assert.match(plain(await page.locator('.yearly--deficit figcaption').innerText()), /sociaal domein/);
  assert.ok(await wide());
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});
