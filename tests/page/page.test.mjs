// The page as a whole: it starts, is accessible, keeps to itself and works from any folder.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

for (const width of [1280, 768, 360]) {
  test(`at ${width} px the page is accessible and asks nothing of any other address`, async () => {
    const page = await app.newPage({ viewport: { width, height: 800 } });
    assert.equal(await page.getAttribute('html', 'lang'), 'nl');
    assert.deepEqual(await axe(page), []);
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    assert.equal(await page.evaluate(overflow), 0, 'the page scrolls sideways');
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('the page also works from a subfolder', async () => {
  const nested = await open({ base: '/gemeente/simulator/' });
  try {
    const page = await nested.newPage();
    assert.deepEqual(page.problems, NO_PROBLEMS);
  } finally {
    await nested.close();
  }
});
