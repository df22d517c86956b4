// Looking back: what was published of youth care is held against ours of youth care, in whichever scope.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, leave, open, plain, rest } from './lib.mjs';

const WHOLE = '#v=2&d=2026.1&s=actieplan-2019&bereik=sociaal-domein';

let app;
before(async () => { app = await open(); });
after(() => app.close());

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
