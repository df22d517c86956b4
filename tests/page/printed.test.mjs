// The table of the whole social domain as it is printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, plain, rest } from './lib.mjs';

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
  assert.match(plain(await room.locator('tr', { has: page.locator('s data[data-year="2019"][data-column="TB1"][data-printed="sd.participatie.wsw"]') }).innerText()), /901\s+moet zijn\s+−901/);
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
