// Accessible in its main states, readable on paper, and clear when something is wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, leave, open, plain, reach, rest, sheet, unfold } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SHEETS = ['scenario', 'verschil-met', 'menu', 'andere', 'aannames', 'jaren', 'ingesteld', 'uitkomst', 'waarom'];

/** Opens a sheet with all its folds but the forms for an own figure. */
const openAll = async (page, id) => {
  await sheet(page, id);
  await unfold(page, `#${id} details:not(.replace)`);
  await rest(page);
};

const STATES = {
  'the explanation of the deficit': {
    act: async (page) => (await sheet(page, 'uitkomst')).getByRole('button', { name: 'Hoe is het tekort berekend?' }).click(),
    waits: 'dialog.meeting[open]',
  },
  'the division over sources': {
    act: async (page) => (await sheet(page, 'uitkomst')).getByRole('button', { name: 'Welke maatregelen?' }).click(),
    waits: 'dialog.meeting[open]',
  },
  'how certain it is': { act: (page) => enter(page, 'Hoe zeker is dit?'), waits: 'dialog.meeting[open]' },
  'a link with mistakes': { fragment: '#poh.fte=99&onzin=1&t=5', waits: '.notes' },
  'a link with a name and older figures': { fragment: '#d=2019.1&naam=Avondplan&poh.fte=5.5', waits: '.named' },
  'a refused value': {
    act: async (page) => {
      await (await reach(page, 'poh.fte')).fill('99');
      await page.keyboard.press('Enter');
    },
    waits: '.field__error',
  },
  'a lever in use': { act: (page) => page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight'), waits: '.row--moved' },
  'an own figure': { fragment: '#base.pgb=3100000&reden.base.pgb=test', act: (page) => openAll(page, 'ingesteld') },
};

for (const [name, { act = async () => {}, waits = '.screen', fragment = '' }] of Object.entries(STATES)) {
  test(`accessible, light and dark: ${name}`, async () => {
    const page = await app.newPage({ fragment });
    await act(page);
    await page.locator(waits).first().waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), [], colorScheme);
    }
  });
}

for (const [width, height] of [[1280, 640], [360, 640]]) {
  test(`accessible, light and dark, without scrolling sideways: every sheet at ${width} px`, async () => {
    const page = await app.newPage({ viewport: { width, height } });
    for (const id of SHEETS) {
      await openAll(page, id);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axe(page), [], `${id}, ${colorScheme}`);
      }
      // Nor does a table in it, but that in euros: amounts to the cent of eight years are wider than a telephone.
      const over = await page.locator(`#${id}`).evaluate((box) => [box, ...box.querySelectorAll('.scroll:not(:has(.year-table--euros))')]
        .map((part) => part.scrollWidth - part.clientWidth).filter((px) => px > 0));
      assert.deepEqual(over, [], `${id} scrolls sideways`);
    }
  });
}

/** Runs in the page: how each part of the first program looks. */
const looks = () => [...document.querySelectorAll('#pagina *')].map((part) => {
  const { display, colorScheme, color, font, inlineSize, blockSize } = getComputedStyle(part);
  return `${part.tagName} ${part.getAttribute('class')}: ${[display, colorScheme, color, font, inlineSize, blockSize].join(', ')}`;
});

test('the second program brings its styles along and changes nothing of the first; dark, what it shows is dark', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 720 } });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.locator('.top__doors [data-door="goal"]').focus();
  const before = await page.evaluate(looks);
  await enter(page, 'Doel');
  await leave(page);
  await page.waitForFunction(() => document.activeElement.dataset.door === 'goal');
  assert.deepEqual(await page.evaluate(looks), before);
  const ground = (part) => part.evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.equal(await ground(await sheet(page, 'waarom')), await ground(page.locator('.screen .outcome')));
});

test('on paper: three pages at most, with the outcome, the charts and the tables, without controls', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 800 } });
  // What names the page at the foot comes with the second program.
  await page.waitForFunction(() => globalThis.leaveStages);
  await page.emulateMedia({ media: 'print' });
  for (const kept of ['.outcome__amount', '.plot', '.year-table', '.summary__table', '#pagina .on-paper']) {
    assert.ok(await page.locator(kept).first().isVisible(), kept);
  }
  for (const gone of ['.slider__range', '.stepper__button', '.top__doors', '.undo', '.sheet__shut', '.foot__more', '.copy']) {
    assert.ok(await page.locator(gone).first().isHidden(), gone);
  }
  // At the foot stands what it is about; the unit stands in the head, and nothing is smaller than 8 points.
  assert.match(await page.locator('.year-table thead th').first().evaluate((cell) => getComputedStyle(cell, '::after').content), /mln/);
  const sizes = await page.evaluate(() => [...document.querySelectorAll('.year-table td, .years__note, .summary td, .plot text, #pagina .on-paper p')]
    .map((part) => parseFloat(getComputedStyle(part).fontSize)));
  assert.ok(Math.min(...sizes) > 10.6, `${Math.min(...sizes)} px`);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length <= 3);
  const feet = await page.locator('head style').evaluateAll((all) => all.map((style) => style.textContent).filter((text) => text.includes('@bottom-left')));
  assert.deepEqual(feet.map(plain), ['@page { @bottom-left { content: "Actieplan 2019 · tekort 38,8 mln · Begrotingssimulator jeugdhulp Zoetermeer"; font: 8pt sans-serif; } }']);
  assert.match(await page.locator('#afdruk-datum').innerText(), /^Afgedrukt op \d+ \w+ \d{4}$/);
  assert.match(plain(await page.locator('#pagina .on-paper').innerText()),
    /Bronnen: .*Als alles lukt: tekort 2025 € 38\.823\.200\. Cijfers 2026\.1.*#v=2&d=2026\.1/s);
});

const trouble = (page) => page.locator('#storing');

test('without WebAssembly there is a message with the scenario', async () => {
  const context = await app.browser.newContext();
  await context.addInitScript(() => { delete globalThis.WebAssembly; });
  const page = await context.newPage();
  await page.goto(`${app.url}#v=1&d=2019.1&poh.fte=9.5`);
  await trouble(page).waitFor();
  assert.match(await trouble(page).innerText(), /voert geen WebAssembly uit[^]*isolatiemodus[^]*poh\.fte=9\.5/);
});

test('a blocked program leaves a message, not a white page', async () => {
  const page = await (await app.browser.newContext()).newPage();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(`${app.url}#v=1&d=2019.1&poh.fte=9.5`);
  await trouble(page).waitFor();
  assert.match(await trouble(page).innerText(), /poh\.fte=9\.5/);
});

test('without JavaScript the page says what it needs', async () => {
  const page = await (await app.browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(app.url);
  assert.match(await page.locator('body').innerText(), /Zet JavaScript aan/);
});

test('a panic shows the message with the link; an error of an extension does not', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5' });
  // The browser reports an error once everyone on the page has heard of it.
  await Promise.all([page.waitForEvent('pageerror'), page.evaluate(() => setTimeout(() => { throw new Error('of an extension'); }))]);
  assert.ok(await trouble(page).isHidden());
  // What a panic in the program comes to in the browser: the trap of an unreachable instruction.
  await page.evaluate(() => setTimeout(() => {
    const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
    new WebAssembly.Instance(new WebAssembly.Module(trap)).exports.f();
  }));
  await trouble(page).waitFor();
  assert.match(await trouble(page).innerText(), /gestopt[^]*poh\.fte=9\.5[^]*Begin opnieuw/);
});
