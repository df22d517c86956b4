// Each edition of the figures is a file of its own: a link opens in its own, what is missing or damaged gives a sentence,
// and nothing of one edition reaches another.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withNewer } from './fake.mjs';
import { axe, enter, NO_PROBLEMS, open, redo, rest, sheet, total, undo, written } from './lib.mjs';

const NEW = '2031.1';
const OLD = '2019.1';
const LINK = `#v=1&d=${OLD}&poh.fte=9.5`;
/** What such a fake edition has that no other has: another price of a measure, and one lever fewer. */
const CHANGES = { 67500: '97500', 'ggz.max-uren-sggz': 'ggz.top-uren-sggz' };

let app;
before(async () => { app = await open(); });
after(() => app.close());

const shown = (page) => page.evaluate(() => document.documentElement.dataset.edition);
const fte = (page) => page.locator('[data-lever="poh.fte"][data-control="range"]');
const file = (of) => `**/${of}-*.bin`;
const isAtRest = (page) => page.evaluate(() => 'rest' in document.documentElement.dataset);
const go = (page, fragment) => page.evaluate((to) => { location.hash = to; }, fragment);

/** A page that has a newer edition, opened without waiting for it to be at rest. */
async function visit(fragment = '', { changes = CHANGES, prepare = async () => {} } = {}) {
  const context = await app.browser.newContext({ locale: 'nl-NL' });
  await withNewer(context, app.url, NEW, changes);
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  await prepare(page);
  await page.goto(app.url + fragment);
  return page;
}

test('the page opens on the edition of now; a link opens in its own and says which', async () => {
  const now = await visit();
  await rest(now);
  assert.equal(await shown(now), NEW);
  assert.equal(await now.locator('.older').count(), 0);

  const page = await visit(LINK);
  await rest(page);
  assert.equal(await shown(page), OLD);
  assert.match(await page.locator('.older').innerText(), /Deze link rekent met de cijfers van 2019\.1\./);
  assert.equal(await page.evaluate(() => location.hash), LINK, 'an unmoved link stays as it came');
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.errors, []);
});

test('with the figures of now: both deficits, what is left out, and a step that undo returns from', async () => {
  const page = await visit(`${LINK}&ggz.max-uren-sggz=40`);
  const before = await written(page, 'deficit');
  await page.getByRole('button', { name: 'Met de cijfers van nu' }).click();
  const offer = page.locator('dialog.meeting');
  await offer.getByText('is er niet').waitFor();
  assert.match(await offer.innerText(), /Maximum uren specialistische GGZ.*is er niet/);
  const amount = (edition) => offer.locator(`[data-in-edition="${edition}"][data-figure-of="deficit"]`).getAttribute('value');
  assert.equal(await amount(OLD), before);
  const after = await amount(NEW);
  assert.notEqual(after, before);
  assert.deepEqual(await axe(page), []);

  await offer.getByRole('button', { name: 'Ga verder' }).click();
  await page.locator('.older').waitFor({ state: 'detached' });
  assert.equal(await written(page, 'deficit'), after);
  assert.equal(await shown(page), NEW);
  assert.equal(await fte(page).inputValue(), '9.5');
  assert.match(await (await sheet(page, 'scenario')).locator('.latest__words').innerText(), /Met de cijfers van 2031\.1/);

  await undo(page);
  await page.locator('.older').waitFor();
  assert.equal(await written(page, 'deficit'), before);
  assert.equal(await page.locator('[data-lever="ggz.max-uren-sggz"][data-control="range"]').inputValue(), '40');
  await page.waitForURL(/d=2019\.1/);
  await redo(page);
  await page.locator('.older').waitFor({ state: 'detached' });
  assert.equal(await written(page, 'deficit'), after);
  assert.deepEqual(page.errors, []);
});

test('the published plan of 2019 with the figures of now: 37,7 and 38,8 million side by side', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&t=37746391' });
  assert.equal(await page.locator('.notes').count(), 0, 'it reproduces');
  await page.getByRole('button', { name: 'Met de cijfers van nu' }).click();
  const offer = page.locator('dialog.meeting');
  const amount = (edition) => offer.locator(`[data-in-edition="${edition}"][data-figure-of="deficit"]`).getAttribute('value');
  assert.deepEqual([await amount('2019.1'), await amount('2026.1')], ['37746391.47', '38823200.17']);
  await offer.getByRole('button', { name: 'Ga verder' }).click();
  await page.locator('.older').waitFor({ state: 'detached' });
  assert.equal(await written(page, 'deficit'), '38823200.17');
  assert.match(await page.locator('h1').getAttribute('title'), /2026\.1$/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the browser’s Back, all steps and the explanation keep to their own edition', async () => {
  const page = await visit();
  await rest(page);
  await (await sheet(page, 'uitkomst')).getByRole('button', { name: 'Hoe is het tekort berekend?' }).click();
  await page.locator('dialog.meeting').waitFor();
  await go(page, LINK);
  await page.locator('.older').waitFor();
  await rest(page);
  assert.equal(await page.locator('dialog.meeting').count(), 0, 'an explanation is of one edition');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await fte(page).press('ArrowRight');
  await page.waitForURL(/poh\.fte=9\.6/);
  await rest(page);
  await (await sheet(page, 'scenario')).getByText('Alle stappen').click();
  await page.locator('.latest__list').waitFor();
  const steps = await page.locator('.latest__list li').allInnerTexts();
  assert.match(steps.join('\n'), /Begin.*\n.*Met de cijfers van 2019\.1.*\n.*9,5 → 9,6/);
  await page.goBack();
  await page.goBack();
  await page.waitForFunction((edition) => document.documentElement.dataset.edition === edition, NEW);
  await rest(page);
  assert.equal(await page.locator('.older').count(), 0);
  assert.deepEqual(page.errors, []);
});

test('the range is of the edition shown, with a worker and without', async () => {
  const ranges = [];
  for (const prepare of [async () => {}, (page) => page.addInitScript(() => { delete globalThis.Worker; })]) {
    const page = await visit('', { prepare });
    const low = async () => { await rest(page); return page.locator('.year-table data[data-band="p10"][data-year="2025"]').first().getAttribute('value'); };
    const first = await low();
    await go(page, `#v=1&d=${OLD}`);
    await page.locator('.older').waitFor();
    const old = await low();
    await undo(page);
    await page.locator('.older').waitFor({ state: 'detached' });
    ranges.push([first, old, await low()]);
    assert.deepEqual(page.errors, []);
  }
  const [[first, old, again], here] = ranges;
  assert.equal(first, again);
  assert.notEqual(first, old);
  assert.deepEqual(here, [first, old, again]);
});

test('a link of an edition that the page does not know: the figures of now, a sentence, and the link is not lost', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=1999.1&poh.fte=3' });
  assert.match(await page.locator('.notes').innerText(), /1999\.1[^]*#v=1&d=1999\.1&poh\.fte=3/);
  assert.equal(await fte(page).inputValue(), '12.2');
  assert.match(page.url(), /d=1999\.1&poh\.fte=3$/);
  await page.getByRole('button', { name: 'Gelezen' }).click();
  await page.waitForURL((url) => !url.hash.includes('1999'));
  await go(page, '#v=1&d=1998.1&poh.fte=4');
  await page.getByText('1998.1').first().waitFor();
  assert.equal(await fte(page).inputValue(), '12.2', 'what stood there stays');
  assert.match(page.url(), /d=1998\.1&poh\.fte=4$/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('figures of now that do not come: a sentence, and another try brings the scenario', async () => {
  const page = await (await app.browser.newContext()).newPage();
  await page.route('**/*.bin', (route) => route.abort());
  await page.goto(`${app.url}${LINK}`);
  await page.locator('#storing').waitFor();
  assert.match(await page.locator('#storing').innerText(), /niet worden opgehaald[^]*poh\.fte=9\.5/);
  await page.unroute('**/*.bin');
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.locator('.outcome').waitFor();
  await rest(page);
  assert.equal(await fte(page).inputValue(), '9.5');
});

test('damaged figures are not used: those of an old link give way to those of now, those of now to a sentence', async () => {
  const damage = (of) => (page) => page.route(file(of), async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[body.length >> 1] ^= 1;
    await route.fulfill({ response: answer, body });
  });
  const old = await visit(LINK, { prepare: damage(OLD) });
  await rest(old);
  assert.match(await old.locator('.notes').innerText(), /2019\.1 zijn beschadigd[^]*poh\.fte=9\.5/);
  assert.equal(await shown(old), NEW);

  const now = await (await app.browser.newContext()).newPage();
  await damage('*')(now);
  await now.goto(app.url);
  await now.locator('#storing').waitFor();
  assert.match(await now.locator('#storing').innerText(), /beschadigd/);
});

test('while an edition is on its way nothing is at rest, and what comes late overtakes nothing', async () => {
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  const page = await visit('', { prepare: (at) => at.route(file(OLD), async (route) => { await held; await route.continue(); }) });
  await rest(page);
  await go(page, LINK);
  await page.waitForFunction(() => !('rest' in document.documentElement.dataset));
  assert.equal(await shown(page), NEW);
  await fte(page).press('ArrowRight');
  await page.waitForURL(/poh\.fte=12\.3/);
  assert.equal(await isAtRest(page), false);
  letGo();
  await rest(page);
  assert.deepEqual([await shown(page), await fte(page).inputValue()], [NEW, '12.3']);
  await go(page, LINK);
  await page.locator('.older').waitFor();
  await rest(page);
  assert.equal(await fte(page).inputValue(), '9.5');
});

test('side by side each has its own figures: said above the table, and no difference between them', async () => {
  const page = await visit(LINK);
  const old = await total(page, 'deficit');
  await enter(page, 'Vergelijk');
  await page.locator('.versus__chosen').waitFor();
  await page.getByLabel('Voeg links toe').fill(`Nieuw: ${app.url}#v=1&d=${NEW}&poh.fte=9.5\nVreemd: ${app.url}#v=1&d=1999.1&poh.fte=9.5`);
  await page.getByRole('button', { name: 'Voeg deze links toe' }).click();
  await page.getByText('Toegevoegd: C').waitFor();
  assert.match(await page.locator('.versus__told').innerText(), /Vreemd.*1999\.1/);
  await rest(page);
  const value = (letter) => page.locator(`[data-compare="deficit"][data-scenario="${letter}"][data-year="2025"]`).first().getAttribute('value');
  assert.equal(Number(await value('A')), old);
  assert.notEqual(await value('C'), await value('A'));
  assert.match(await page.locator('dialog.meeting').innerText(), /A en B met 2019\.1 en C met 2031\.1/);
  assert.equal(await page.locator('[data-compare="difference"][data-scenario="B"]').count(), 1);
  assert.equal(await page.locator('[data-compare="difference"][data-scenario="C"]').count(), 0);
  assert.match(await page.locator('dialog.meeting').innerText(), /Alleen C heeft deze cijfers/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.errors, []);
});

test('a kept scenario shows its edition where it is not that of now, and opens in it', async () => {
  const kept = (naam, link) => ({ naam, notitie: '', bewaard: '2026-11-01T10:00:00Z', link });
  const text = JSON.stringify({
    bestand: 'ombuigen-scenarios',
    versie: 1,
    scenarios: [kept('Oud', LINK.slice(1)), kept('Nieuw', `v=1&d=${NEW}&poh.fte=9.5`), kept('Vreemd', 'v=1&d=1999.1&poh.fte=9.5')],
  });
  const page = await visit('', { prepare: (at) => at.addInitScript((all) => localStorage.setItem('ombuigen.scenarios', all), text) });
  await rest(page);
  await enter(page, 'Bewaren');
  const row = (name) => page.locator('.kept', { hasText: name });
  await row('Vreemd').waitFor();
  assert.equal(await row('Oud').locator('[data-kept="edition"]').innerText(), OLD);
  assert.equal(await row('Nieuw').locator('[data-kept="edition"]').count(), 0);
  assert.match(await row('Vreemd').innerText(), /geen cijfers “1999\.1”/);
  await page.getByRole('button', { name: 'Openen: Oud' }).click();
  await page.locator('.older').waitFor();
  await rest(page);
  assert.deepEqual([await shown(page), await fte(page).inputValue()], [OLD, '9.5']);
  assert.deepEqual(page.errors, []);
});

test('the other window of a presentation goes on in another edition', async () => {
  const page = await visit();
  await rest(page);
  await page.getByRole('button', { name: 'Presenteer' }).click();
  await page.locator('.stage').waitFor();
  const [beside] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('v')]);
  await beside.locator('.stage').waitFor();
  await go(page, LINK);
  await page.locator('.older').waitFor();
  await rest(page);
  await beside.getByText('cijfers 2019.1').waitFor();
  assert.equal(await beside.locator('.stage__slide').count(), 1);
  assert.deepEqual(page.errors, []);
});
