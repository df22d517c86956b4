// Who pays and who reaps: the picture, the list of a phone and the tables say the same, the numbers are those of the check
// table, what nobody knows is no zero, and what counts in the deficit is told apart from what does not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, plain, rest, written } from './lib.mjs';

const DOOR = 'Wie betaalt, wie oogst';
const PILOTS = '#v=2&d=2026.1&s=pilots-voortzetten&bereik=sociaal-domein';
const STOPS = '#v=2&d=2026.1&s=crisisteam-stoppen&bereik=sociaal-domein';
const PHONE = { width: 360, height: 660 };

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Opens the room with its tables. */
async function payers(page) {
  const room = await enter(page, DOOR);
  await room.locator('.payers__table').first().waitFor();
  await rest(page);
  return room;
}

/** The amounts of the room by figure, measure and payer, in whole euros. */
const amounts = async (room) => Object.fromEntries(await room.locator('data[data-payer][data-measure][value]').evaluateAll((all) => all.map(
  ({ dataset, value }) => [`${dataset.figure} ${dataset.measure} ${dataset.payer}`, Math.round(Number(value))],
)));
const net = (room, of) => room.locator(`data[data-net]${of}`).getAttribute('value').then((value) => Math.round(Number(value)));
const figure = (room, id) => room.locator(`data[data-figure="${id}"][data-year="2025"]`).getAttribute('value').then((value) => Math.round(Number(value)));

test('the pilots come to the check table, for each payer and each circle', async () => {
  const page = await app.newPage({ fragment: PILOTS });
  const room = await payers(page);
  const all = await amounts(room);
  const sum = (begins, payers) => Object.entries(all)
    .filter(([key]) => key.startsWith(begins) && payers.some((payer) => key.endsWith(` ${payer}`))).reduce((total, [, amount]) => total + amount, 0);
  assert.ok(Math.abs(sum('saving 18', ['jeugdwet', 'wmo']) - 1_142_660) <= 1);
  assert.ok(Math.abs(sum('saving 18', ['participatiewet', 'gemeente-overig']) - 328_161) <= 1);
  assert.equal(all['saving 18 maatschappij-niet-verdeeld'], 532_391);
  assert.equal(all['cost 18 gemeente-niet-verdeeld'], 320_721);
  assert.equal(all['saving 22 bijstand'], 260_452);
  assert.equal(all['cost 22 participatie'], 146_997);
  assert.equal(all['saving 23 zorgverzekeraar'], 18_375);
  assert.equal(await figure(room, 'deficit'), 51_992_594);
  assert.equal(await figure(room, 'deficit-whole'), 51_992_594 - 840_406);
  assert.equal(await net(room, '[data-circle="elsewhere"]'), 840_406 - 595_338);
  assert.equal(await net(room, '[data-circle="outside"]'), 590_856);
  assert.ok(Math.abs(await net(room, '[data-payer="wmo"]') - 230_839) <= 1);
  assert.match(plain(await room.innerText()), /18\. Procescoördinatie; eigen oogst 57 %/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what nobody knows carries no value, and is named apart', async () => {
  const page = await app.newPage({ fragment: PILOTS });
  const room = await payers(page);
  const unknown = room.locator('data[data-measure="24"][data-figure="saving"]');
  assert.equal(await unknown.count(), 1);
  assert.deepEqual(await unknown.evaluate((data) => [data.hasAttribute('value'), 'unknown' in data.dataset, data.innerText]), [false, true, 'niet bekend']);
  assert.match(plain(await room.locator('.payers__unknown').innerText()), /24\. IPTA: besparing niet bekend, kost € 86\.862/);
  assert.match(await room.locator('.flow__box--unknown').innerText(), /bespaart niet bekend/);
});

test('a team that stops: extra costs come from who saved before, and are called so', async () => {
  const page = await app.newPage({ fragment: STOPS });
  const room = await payers(page);
  const boxes = (await room.locator('.flow__box--pays').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  assert.deepEqual(boxes, ['Jeugdwet 1.091 extra kosten', 'Maatschappij, niet verdeeld 702 extra kosten', 'Wmo 212 extra kosten']);
  const reaped = (await room.locator('.flow__box--reaps').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  assert.deepEqual(reaped, ['Participatie 271 minder kosten', 'Bijzondere bijstand 93 minder kosten']);
  assert.equal((await amounts(room))['cost 19 participatie'], -270_929);
});

test('another year, by keyboard', async () => {
  const page = await app.newPage({ fragment: PILOTS });
  const room = await payers(page);
  await room.getByLabel('Jaar').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await room.locator('data[data-figure="deficit"][data-year="2020"]').waitFor();
  assert.equal(Math.round(Number(await room.locator('data[data-figure="deficit"]').getAttribute('value'))), 22_229_685);
});

test('benefits that count: the switch of the room is that of the scenario', async () => {
  const page = await app.newPage({ fragment: PILOTS });
  const room = await payers(page);
  const before = await figure(room, 'deficit');
  await room.getByRole('checkbox', { name: 'Besparing op bijstand meetellen in het tekort' }).focus();
  await page.keyboard.press('Space');
  await room.locator('[data-lever="sd.bijstand-meetellen"]:checked').waitFor();
  await rest(page);
  const after = await figure(room, 'deficit');
  assert.ok(after < before, 'what counts makes the deficit smaller');
  assert.equal(await written(page, 'deficit').then((value) => Math.round(Number(value))), after, 'the page has the same');
  assert.match(page.url(), /sd\.bijstand-meetellen=1/);
});

test('with only the one law it is there too, and says what counts', async () => {
  const page = await app.newPage();
  const room = await payers(page);
  assert.match(await room.locator('.payers__scope').innerText(), /^Dit scenario gaat alleen over jeugdhulp/);
  assert.equal(await figure(room, 'deficit'), Math.round(Number(await written(page, 'deficit'))));
  const all = await amounts(room);
  assert.equal(all['saving 14 jeugdwet'], -all['saving 14 inwoners'], 'what is saved, residents have less');
  assert.equal(await room.locator('data[data-measure="14"][data-figure="cost"][data-unknown]').count(), 1);
  // The other rooms and the page go on with what they had.
  await room.getByRole('button', { name: 'Doel', exact: true }).click();
  await rest(page);
  assert.equal(await page.locator('html').getAttribute('data-scope'), 'jeugd');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('on a phone it is a list with the same amounts', async () => {
  const page = await app.newPage({ fragment: STOPS, viewport: PHONE, hasTouch: true });
  const room = await payers(page);
  assert.equal(await room.locator('.flow').isVisible(), false);
  const rows = (await room.locator('.flow-list__row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  assert.deepEqual(rows.slice(0, 2), ['extra kosten: Jeugdwet 1.091', 'extra kosten: maatschappij, niet verdeeld 702']);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe has nothing to say of it, ${colorScheme}; nothing is wider than a phone`, async () => {
    const page = await app.newPage({ fragment: PILOTS, colorScheme });
    await payers(page);
    assert.deepEqual(await axe(page, 'dialog.meeting'), []);
    await page.setViewportSize(PHONE);
    await page.locator('.flow-list').waitFor();
    assert.deepEqual(await axe(page, 'dialog.meeting'), []);
    const wide = await page.locator('dialog.meeting').evaluate((box) => [...box.querySelectorAll('*')]
      .filter((element) => !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName} ${element.className.baseVal ?? element.className}`));
    assert.deepEqual(wide, []);
  });
}

test('on paper it is this room and nothing else', async () => {
  const page = await app.newPage({ fragment: PILOTS });
  const room = await payers(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await room.locator('.flow').isVisible(), true);
  assert.equal(await room.locator('.payers__table').first().isVisible(), true);
  assert.equal(await page.locator('#pagina').isVisible(), false);
  assert.equal(await room.locator('.meeting__doors').isVisible(), false);
});

test('a part that does not come gives a sentence', async () => {
  const page = await app.newPage();
  await page.route('**/2026.1-sociaal-domein-*.bin', (route) => route.abort());
  const room = await enter(page, DOOR);
  await room.getByRole('alert').filter({ hasText: 'konden niet worden opgehaald' }).waitFor();
  assert.deepEqual(page.problems.errors, []);
});
