// One screen: whole without scrolling, with few words and few sizes, and everything on it large enough for a finger.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, rest, screenshot } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const LAPTOP = { viewport: { width: 1280, height: 640 } };
const TOUCH = { hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 1024, height: 690 }, ...TOUCH };
const UPRIGHT = { viewport: { width: 768, height: 940 }, ...TOUCH };
const PHONE = { viewport: { width: 360, height: 640 }, ...TOUCH };
const SIZES = { '1280 × 640': LAPTOP, '1024 × 690': TABLET, '768 × 940': UPRIGHT, '360 × 640': PHONE };

/** Pages that need the room for more than the opening does. */
const FRAGMENTS = ['', '#poh.fte=5.5&ggz.max-uren-bggz=8&realisatie.trekken=1', '#s=geen', '#d=2019.1&naam=Avondplan&budget.2025=100000000'];

/** Runs in the page: what a reader sees of each text, with where: text nodes and fields, as far as nothing cuts them off. */
function seen() {
  const cut = (node, box) => {
    let { left, top, right, bottom } = box;
    for (let at = node; at; at = at.parentElement) {
      const { overflowX, overflowY, clipPath, position } = getComputedStyle(at);
      if (clipPath !== 'none') return null;
      const { left: l, top: t, right: r, bottom: b } = at.getBoundingClientRect();
      if (overflowX !== 'visible' && at !== document.documentElement && at !== document.body) [left, right] = [Math.max(left, l), Math.min(right, r)];
      if (overflowY !== 'visible' && at !== document.documentElement && at !== document.body) [top, bottom] = [Math.max(top, t), Math.min(bottom, b)];
      if (position === 'fixed') break;
    }
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
  };
  const texts = [];
  const add = (element, text, box, of) => {
    if (!text.trim() || box.width === 0 || box.right < 0 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
    const shown = cut(element, box);
    if (shown) texts.push({ of, text: text.trim(), size: getComputedStyle(element).fontSize, ...shown });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), of = 1; node; node = walker.nextNode(), of += 1) {
    const range = document.createRange();
    range.selectNodeContents(node);
    // Of a text in several lines each is a box of its own; the words count once.
    [...range.getClientRects()].forEach((box, line) => add(node.parentElement, line === 0 ? node.data : '·', box, of));
  }
  for (const field of document.querySelectorAll('input[type="text"]')) add(field, field.value, field.getBoundingClientRect(), field.id);
  return texts;
}

const words = (texts) => texts.flatMap(({ text }) => text.split(/\s+/)).filter((word) => (word.match(/\p{L}/gu) ?? []).length >= 2);

/** What can be scrolled, and how far. A telephone makes its page as wide as what stands on it: it is the screen that counts. */
const scrolls = (page) => page.evaluate(({ width, height }) => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const over = (part) => [part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight];
  const scrollers = [...document.querySelectorAll('.screen, .screen *')].filter((part) => /auto|scroll/.test(getComputedStyle(part).overflow));
  return [['document', [scrollWidth - width, scrollHeight - height]], ...scrollers.map((part) => [part.className, over(part)])]
    .filter(([, far]) => far.some((px) => px > 0)).map(([name, far]) => `${name}: ${far}`);
}, page.viewportSize());

/** Runs in the page: those of these elements that are shown, and of those the ones that are not wholly in the window. */
function within(selector) {
  const shown = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1);
  const isOut = ({ left, top, right, bottom }) => left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
  return { count: shown.length, out: shown.filter((element) => isOut(element.getBoundingClientRect())).map((element) => element.outerHTML.slice(0, 100)) };
}

for (const [name, options] of Object.entries(SIZES)) {
  const isPhone = options === PHONE;

  test(`at ${name} the whole screen stands in the window and nothing scrolls`, async () => {
    for (const fragment of FRAGMENTS) {
      const page = await app.newPage({ ...options, fragment });
      const used = '[data-lever="poh.fte"][data-control="range"]';
      await page.locator(used).focus();
      assert.deepEqual(await scrolls(page), [], fragment);
      const expected = [
        ['.screen [data-control="range"]', isPhone ? 1 : 7],
        ['.screen [data-control="number"]', isPhone ? 1 : 7],
        ['.outcome__amount', isPhone ? 2 : 4],
        ['.screen .plot', isPhone ? 1 : 2],
        ['.screen .plot__bar', isPhone ? 8 : 16],
        ['.yearly__years', isPhone ? 1 : 2],
        ['.foot', 1],
      ];
      for (const [selector, count] of expected) {
        assert.deepEqual(await page.evaluate(within, selector), { count, out: [] }, `${selector}, ${fragment}`);
      }
      await page.context().close();
    }
  });

  test(`at ${name} there are at most 110 words on opening, in at most four sizes`, async () => {
    const page = await app.newPage(options);
    const texts = await page.evaluate(seen);
    const all = words(texts);
    assert.ok(all.length <= 110, `${all.length} words: ${all.join(' ')}`);
    assert.ok(all.length >= 30, 'the words are not found');
    const sizes = new Set(texts.map(({ size }) => size));
    assert.ok(sizes.size <= 4, [...sizes].join());
    await screenshot(page, `screen-${options.viewport.width}`);
  });

  test(`at ${name} no text lies over another`, async () => {
    for (const fragment of FRAGMENTS) {
      const page = await app.newPage({ ...options, fragment });
      assert.deepEqual(overlaps(await page.evaluate(seen)), [], fragment);
      await page.context().close();
    }
  });
}

/** The pairs of texts that lie over each other; between lines there is less room than a font asks for. */
function overlaps(texts) {
  const inner = ({ left, top, right, bottom, text, of }) => {
    const high = bottom - top;
    return { left: left + 1, right: right - 1, top: top + high * 0.22, bottom: bottom - high * 0.22, text, of };
  };
  const boxes = texts.map(inner);
  const meet = (one, other) => one.of !== other.of && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => meet(one, other)).map((other) => `${one.text} / ${other.text}`));
}

test('on a phone each measure has its levers, one tab at a time, and the other chart is one press away', async () => {
  const page = await app.newPage(PHONE);
  for (const [tab, count] of [['PGB', 3], ['GGZ', 2], ['VoorZorg', 1], ['POH', 1]]) {
    const button = page.locator('.tabs').getByRole('button', { name: tab });
    await button.tap();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await page.evaluate(within, '.screen [data-control="range"]'), { count, out: [] }, tab);
    assert.deepEqual(await scrolls(page), [], tab);
    assert.deepEqual(overlaps(await page.evaluate(seen)), [], tab);
  }
  await page.getByRole('button', { name: /besparing$/ }).tap();
  await page.locator('.yearly--saving').waitFor();
  assert.deepEqual(await page.evaluate(within, '.screen .plot'), { count: 1, out: [] });
  assert.ok(await page.locator('.yearly--deficit').isHidden());
});

/** Runs in the page: the controls with less than 44 px of room for a finger, by how far from their middle a touch is theirs. */
function small() {
  const controls = [...document.querySelectorAll('.screen :is(button, input, select, a, summary)')].filter((control) =>
    control.checkVisibility({ visibilityProperty: true }) && control.getBoundingClientRect().right > 0 && control.getBoundingClientRect().bottom > 0);
  const middle = (control) => {
    // Who presses the name of a choice makes it.
    const whole = control.type === 'radio' ? control.closest('label') : control;
    const { x, y, width, height } = whole.getBoundingClientRect();
    if (control.type !== 'range') return [x + width / 2, y + height / 2];
    // Of a slider it is the thumb that a finger takes.
    const part = (control.value - control.min) / (control.max - control.min);
    const thumb = 16 * Number.parseFloat(getComputedStyle(control).getPropertyValue('--thumb'));
    return [x + thumb / 2 + (width - thumb) * (control.dir === 'rtl' ? 1 - part : part), y + height / 2];
  };
  const isHit = (control, x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (control.contains(hit) || [...control.labels ?? []].some((label) => label.contains(hit)));
  };
  const name = (control) => `${control.dataset.control ?? ''} ${control.dataset.lever ?? ''} ${control.getAttribute('aria-label') ?? control.textContent}`.trim();
  return controls.flatMap((control) => {
    const [x, y] = middle(control);
    const far = (right, down) => {
      let px = 0;
      while (px < 44 && isHit(control, x + right * (px + 1), y + down * (px + 1))) px += 1;
      return px;
    };
    const [wide, high] = [far(-1, 0) + far(1, 0), far(0, -1) + far(0, 1)];
    // The last pixel on either side may be half of another's.
    return wide < 42 || high < 42 ? [`${name(control)}: ${wide} × ${high}`] : [];
  });
}

for (const [name, options] of Object.entries({ '1024 × 690': TABLET, '768 × 940': UPRIGHT, '360 × 640': PHONE })) {
  test(`at ${name} a finger has 44 px for every control`, async () => {
    const page = await app.newPage({ ...options, fragment: '#poh.fte=9.5' });
    await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
    await rest(page);
    assert.deepEqual(await page.evaluate(small), []);
  });
}

/** Sets the size of text that the user chose in the browser. */
async function withText(page, size) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
  await page.waitForFunction((px) => getComputedStyle(document.documentElement).fontSize === `${px}px`, size);
}

for (const [name, options, size] of [['320 px', { viewport: { width: 320, height: 640 }, ...TOUCH }, 16],
  ['1280 px with text at 125 %', LAPTOP, 20], ['1280 px with text at 150 %', LAPTOP, 24], ['1280 px with text at 200 %', LAPTOP, 32], ['360 px with text at 200 %', PHONE, 32]]) {
  test(`at ${name} nothing scrolls sideways, no text lies over another, and all is there`, async () => {
    for (const fragment of ['', '#poh.fte=9.5&realisatie.trekken=1']) {
      const page = await app.newPage({ ...options, fragment });
      await withText(page, size);
      await page.locator('[data-lever="poh.fte"][data-control="range"]').focus();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), options.viewport.width);
      const texts = await page.evaluate(seen);
      assert.deepEqual(overlaps(texts), []);
      const all = texts.map(({ text }) => text).join(' ');
      for (const word of [/Netto besparing/, /Tekort/, /POH/, /Als alles lukt/i, /Als bij eerdere plannen/i]) assert.match(all, word);
      await screenshot(page, `screen-${name.replaceAll(/\W+/g, '-')}`);
      await page.context().close();
    }
  });
}

/** Runs in the page: each number in a bar of the chart of the deficit, with its colour, that of its bar and of its bar's edge. */
function barsWithNumbers() {
  const shades = (node, ...names) => names.map((name) => getComputedStyle(node)[name]);
  return [...document.querySelectorAll('.plot')].at(-1).querySelectorAll('.plot__year').values().map((year) => {
    const [bar, number] = [year.querySelector('.plot__bar'), year.querySelector('.plot__number')];
    return { number: number.textContent, colour: shades(number, 'fill')[0], ground: shades(bar, 'fill')[0], edge: shades(bar, 'stroke')[0] };
  }).toArray();
}

for (const colorScheme of ['light', 'dark']) {
  test(`in the forced colours of a high contrast, ${colorScheme}, each bar has an edge and its number is read on it`, async () => {
    const page = await app.newPage({ ...LAPTOP, forcedColors: 'active', colorScheme });
    const bars = await page.evaluate(barsWithNumbers);
    assert.equal(bars.length, 8);
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const { number, colour, ground, edge } of bars) {
      assert.notEqual(colour, ground, `${number} has the colour of its bar`);
      assert.notEqual(edge, canvas, `the bar of ${number} has no edge`);
    }
    assert.notEqual(bars.at(-1).ground, bars.at(-2).ground, 'the last year stands out');
    await page.context().close();
  });
}
