// The table as it is printed, and looking back in the scope of the whole social domain.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, leave, NO_PROBLEMS, open, plain, rest } from './lib.mjs';

const WHOLE = '#v=2&d=2026.1&s=actieplan-2019&bereik=sociaal-domein';
const PHONE = { width: 360, height: 660 };

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Opens the printed table in the room of the sources. */
async function table(page) {
  const room = await enter(page, 'Bronnen');
  await room.locator('.printed > summary').click();
  await room.locator('.printed__table').nth(1).waitFor();
  await rest(page);
  return room;
}

test('every number stands there as printed; a wrong one is struck, with what should stand there', async () => {
  const page = await app.newPage();
  const room = await table(page);
  assert.equal(await room.locator('data[data-printed]').count(), 29 * 8);
  const struck = room.locator('s data[data-printed="sd.participatie.wsw"][data-year="2019"][data-column="TB1"]');
  assert.equal(await struck.getAttribute('value'), '901');
  assert.match(plain(await room.locator('tr', { has: struck }).innerText()), /901\s+moet zijn −901/);
  assert.equal(await room.locator('.printed s').count(), 4);
  const text = plain(await room.locator('.printed').innerText());
  assert.match(text, /Prognose = begroting − TB1 − TB2/);
  assert.match(text, /Die twee afrondingen schelen 1/);
  assert.equal(await room.locator('.printed [data-figure]').count(), 0, 'nothing here is a result');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe has nothing to say of it on a phone, ${colorScheme}, and it is no wider`, async () => {
    const page = await app.newPage({ viewport: PHONE, hasTouch: true, colorScheme });
    const room = await table(page);
    assert.deepEqual(await axe(page, 'dialog.meeting'), []);
    const widths = await room.locator('.printed .scroll').evaluateAll((all) => all.map((box) => [box.scrollWidth - box.clientWidth, box.getBoundingClientRect().right <= innerWidth]));
    assert.deepEqual(widths, [[0, true], [0, true]], 'all columns are seen at once');
  });
}

test('looking back holds youth care against youth care, whatever else counts', async () => {
  const compared = async (fragment) => {
    const page = await app.newPage({ fragment });
    const room = await enter(page, 'Eerdere plannen');
    await room.locator('.lookback').waitFor();
    await rest(page);
    const tables = await room.locator('.evidence').allInnerTexts();
    const told = plain(await room.innerText());
    await leave(page);
    await page.context().close();
    return { table: plain(tables[1]), told };
  };
  const [own, wide] = [await compared(''), await compared(WHOLE)];
  assert.equal(wide.table, own.table);
  assert.match(wide.told, /Deze bedragen gaan alleen over jeugdhulp/);
  assert.match(wide.told, /doelstelling 2\.2 meedoen en zelfstandig wonen/);
  assert.match(wide.told, /Lasten doelstelling 2\.3 gezondheid/);
});
