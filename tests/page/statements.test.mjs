// What stands beside the page for the municipality to complete: what happens with data, and how accessible the page is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, rest } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const STATEMENTS = { Privacy: 'privacy.html', Toegankelijkheid: 'toegankelijkheid.html' };

for (const [name, file] of Object.entries(STATEMENTS)) {
  test(`${name} is a page of its own, found from the menu, with what is to be filled in marked`, async () => {
    const page = await app.newPage({ viewport: { width: 360, height: 640 } });
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.locator('#menu').getByRole('link', { name, exact: true }).click();
    await page.waitForURL(`**/${file}`);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const marked = await page.locator('mark').allTextContents();
    assert.ok(marked.length >= 3 && marked.every((text) => /^\[.*\]$/s.test(text)), marked.join());
    assert.equal((await page.locator('main').innerText()).match(/\[/g).length, marked.length, 'a gap is not marked');
    await page.getByRole('link', { name: 'Open de simulator' }).click();
    await rest(page);
    assert.deepEqual(page.problems, NO_PROBLEMS);
    await page.context().close();
  });
}

test('what the browser keeps is named in the statement of privacy', async () => {
  const page = await app.newPage();
  const kept = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  assert.deepEqual(await kept(), [], 'something is kept before anybody asked for it');
  await enter(page, 'Bewaren');
  await page.locator('#bewaar-naam').fill('Van de fractie');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.waitForSelector('.kept__name');
  const keys = await kept();
  assert.ok(keys.length > 0);
  await page.goto(`${app.url}privacy.html`);
  const named = await page.locator('li code').allTextContents();
  assert.deepEqual(keys.filter((key) => !named.includes(key)), []);
  assert.deepEqual(await page.context().cookies(), []);
  await page.context().close();
});
