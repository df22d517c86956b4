// A whole comparison: it travels as one link and as one file, and outlives a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, rest } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const clean = (text) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
const names = (page) => page.locator('.versus__card input').evaluateAll((all) => all.map((field) => field.value || field.placeholder));
const told = (page) => page.locator('.versus__told').innerText().then(clean);
const setting = (page, id, letter) => page.locator(`[data-setting="${id}"][data-scenario="${letter}"]`).innerText().then(clean);
const deficits = (page) => page.locator('data[data-compare="deficit"]').evaluateAll((all) => all.map((data) => [data.dataset.scenario, data.dataset.year, data.value]));
const room = (page) => page.locator('.versus__chosen').waitFor();
const compare = async (page) => { await enter(page, 'Vergelijk'); await room(page); };

async function add(page, text) {
  await page.getByLabel('Voeg links toe').fill(text);
  await page.getByRole('button', { name: 'Voeg deze links toe' }).click();
}

async function copied(page) {
  await page.getByRole('button', { name: 'Kopieer de link van deze vergelijking' }).click();
  await page.getByText('Link gekopieerd.').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A comparison of three scenarios, of two editions, under the assumptions of one of them. */
async function compared() {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5', permissions: ['clipboard-read', 'clipboard-write'] });
  await compare(page);
  await page.getByLabel('Naam van A').fill('Ons ~ voorstel & meer');
  await add(page, 'Fractie Noord: #v=1&d=2019.1&poh.fte=4&groei.zwaarte=2.5\nNu: #v=2&d=2026.1&s=geen');
  await page.getByRole('radio', { name: 'de aannames van C' }).check();
  await rest(page);
  return page;
}

test('the link of a comparison opens it elsewhere as it was: names, assumptions, editions and amounts', async () => {
  const page = await compared();
  const link = await copied(page);
  assert.match(link, /\?#v=2&d=2019\.1&c=[a-z2-7]{6}&.*&naast=[^&]+$/);
  assert.ok(link.length < 700, `${link.length} characters`);

  const other = await app.newPage({ fragment: new URL(link).hash, permissions: ['clipboard-read', 'clipboard-write'] });
  await room(other);
  assert.match(await told(other), /komt uit de link die u opende: 4 scenario’s\.$/);
  assert.deepEqual(await names(other), ['Ons ~ voorstel & meer', 'Actieplan 2019', 'Fractie Noord', 'Nu']);
  assert.ok(await other.getByRole('radio', { name: 'de aannames van C' }).isChecked());
  assert.deepEqual(await deficits(other), await deficits(page));
  assert.equal(await other.locator('.versus__notes').count(), 0, 'every link was read whole');
  assert.equal(await copied(other), link, 'the same comparison has the same link');
  // The page is about the first of them, says nothing of the others, and so does its address from here on.
  assert.equal(await other.locator('[data-lever="poh.fte"][data-control="range"]').inputValue(), '9.5');
  assert.ok(!(await other.evaluate(() => location.hash)).includes('naast'));
  await other.keyboard.press('Escape');
  await other.locator('dialog.meeting').waitFor({ state: 'detached' });
  assert.equal(await other.getByText('kent deze versie van de pagina nog niet').count(), 0);
  assert.deepEqual([page.problems, other.problems], [NO_PROBLEMS, NO_PROBLEMS]);
});

test('in a page that is open the link of a comparison opens the room, and what was compared before is not lost', async () => {
  const page = await compared();
  const hash = new URL(await copied(page)).hash;
  const other = await app.newPage();
  await compare(other);
  await add(other, 'Zuid: #poh.fte=3');
  await other.evaluate((to) => { location.hash = to; }, hash);
  await other.locator('.versus__told', { hasText: 'Wat u hiervoor vergeleek' }).waitFor();
  assert.equal((await names(other)).length, 4);
  assert.match(await other.getByLabel('Voeg links toe').inputValue(), /Zuid: http.*poh\.fte=3$/);
});

test('a damaged scenario of a link is told at its card, the others are whole; pasted, they are added', async () => {
  const page = await compared();
  const link = await copied(page);
  const harmed = link.replace('poh.fte_4', 'poh.fte_5');
  assert.notEqual(harmed, link);
  const other = await app.newPage({ fragment: new URL(harmed).hash });
  await room(other);
  assert.equal(await setting(other, 'poh.fte', 'C'), '5 fte');
  const card = other.locator('.versus__card', { has: other.getByLabel('Naam van C') });
  assert.match(clean(await card.locator('.versus__notes').innerText()), /niet meer heel|beschadigd|veranderd|gewijzigd|anders/);
  assert.equal(await other.locator('.versus__card', { has: other.getByLabel('Naam van D') }).locator('.versus__notes').count(), 0);

  const third = await app.newPage();
  await compare(third);
  await add(third, `Van de griffie: ${link}`);
  const all = ['Ons ~ voorstel & meer', 'Actieplan 2019', 'Fractie Noord', 'Nu'];
  assert.deepEqual((await names(third)).slice(2), all);
});

test('the comparison and the title of the paper outlive a reload; nothing else is kept', async () => {
  const page = await compared();
  const [before, own] = [await names(page), await deficits(page)];
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  await enter(page, 'Deel');
  await page.getByLabel('Titel').fill('Motie 12');
  await page.getByLabel('Ingediend door').fill('De raad');
  await page.reload();
  await rest(page);
  await compare(page);
  assert.deepEqual(await names(page), before);
  assert.deepEqual(await deficits(page), own);
  assert.equal((await page.locator('.versus__card', { has: page.getByLabel('Naam van A') }).innerText()).includes('Nu op de pagina'), true);
  await page.locator('.meeting__doors').getByRole('button', { name: 'Deel' }).click();
  assert.equal(await page.getByLabel('Titel').inputValue(), 'Motie 12');
  assert.equal(await page.getByLabel('Ingediend door').inputValue(), 'De raad');
  const kept = await page.evaluate(() => [Object.keys(sessionStorage).sort(), Object.keys(localStorage)]);
  assert.deepEqual(kept, [['ombuigen.indiener', 'ombuigen.papier-titel', 'ombuigen.vergelijking'], []]);
});

test('a comparison goes to a file and back, and the file is one of kept scenarios', async () => {
  const page = await compared();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download deze vergelijking' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^ombuigen-vergelijking-\d{4}-\d{2}-\d{2}\.json$/);
  const path = await download.path();
  const file = JSON.parse(readFileSync(path, 'utf8'));
  assert.deepEqual(file.scenarios.map(({ naam }) => naam), ['Ons ~ voorstel & meer', 'Actieplan 2019', 'Fractie Noord', 'Nu']);
  const other = await app.newPage();
  await compare(other);
  await other.getByLabel('Of haal scenario’s uit een bestand').setInputFiles({ name: 'v.json', mimeType: 'application/json', buffer: readFileSync(path) });
  await other.locator('.versus__told', { hasText: 'Toegevoegd: C, D, E en F.' }).waitFor();
  assert.deepEqual((await names(other)).slice(2), file.scenarios.map(({ naam }) => naam));
  await other.getByLabel('Of haal scenario’s uit een bestand').setInputFiles({ name: 'v.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await other.locator('.versus__told', { hasText: 'niets toegevoegd' }).waitFor();
  assert.deepEqual(other.problems, NO_PROBLEMS);
});

test('a link that is too long for a mail says so; on a phone all of it fits', async () => {
  const page = await app.newPage({ viewport: { width: 360, height: 800 } });
  await compare(page);
  const reason = encodeURIComponent('€'.repeat(100));
  const one = (fte) => `F${fte}: #v=2&d=2019.1&poh.fte=${fte}&base.pgb=3100000&reden.base.pgb=${reason}`;
  await add(page, [1, 2, 3, 4].map(one).join('\n'));
  await page.getByText(/Deze link is [\d]+ tekens lang\. Mail en chat/).waitFor();
  const wide = await page.locator('dialog.meeting').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  assert.equal(wide, 0);
  assert.deepEqual(await axe(page), []);
});
