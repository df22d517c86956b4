// The presentation and its own window: the slides say what the page says, follow the levers, can be read from the back of a
// room, and answer a question with the right sign.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, holdTime, NO_PROBLEMS, open, plain, rest, sheet, shut, total, type, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';
const BEAMER = { width: 1024, height: 768 };
const SIZES = [[1280, 720], [1024, 768], [1920, 1080]];
const SHUT = { state: 'detached' };
const button = (page, name) => page.locator('.stage').getByRole('button', { name, exact: true });
const at = (page, number) => page.waitForSelector(`[data-slide="${number}"]`);
const count = async (page) => Number((await page.locator('.stage__controls > span').innerText()).split(' van ')[1]);
const told = (page) => page.locator('.stage__told');
const tried = (page, kind, lever) => page.locator(`.stage input[type=${kind}][data-try="${lever}"]`);

async function present(page) {
  const door = page.locator('.top__doors').getByRole('button', { name: 'Presenteer' });
  await (await door.isVisible() ? door : (await sheet(page, 'menu')).getByRole('button', { name: 'Presenteer' })).click();
  await page.waitForSelector('dialog.stage-box[open] h1:focus');
  await rest(page);
}

async function briefing({ fragment = '', ...options } = {}) {
  const page = await app.newPage({ viewport: BEAMER, fragment, ...options });
  await present(page);
  return page;
}

async function inWindow(page) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), button(page, 'Eigen venster').click()]);
  await popup.waitForSelector('h1');
  await page.waitForSelector('dialog.stage-box', SHUT);
  return popup;
}

/** For each result a slide shows, as `figure/outlook/measure/band/year`, its value. */
const shown = (page, where) => page.evaluate((selector) => Object.fromEntries(
  [...document.querySelectorAll(`${selector} data[data-year]`)].map(({ dataset, value }) => [
    [dataset.figure, dataset.outlook, dataset.figureOf, dataset.measure, dataset.band, dataset.year].join('/'), value,
  ])), where);

/** Goes to each slide in turn, from the first; `first` is the page of a window. */
async function onEach(page, check, first = page) {
  await page.locator('.stage h1').focus();
  await page.keyboard.press('Home');
  const last = await count(page);
  for (let number = 1; number <= last; number += 1) {
    await at(page, number);
    await rest(first);
    await check(number, last);
    await page.locator('.stage h1').focus();
    await page.keyboard.press('ArrowRight');
  }
}

test('the slides, in their order: what it is about, where we stand, what each yields, a setback, all choices, what if', async () => {
  const page = await briefing({ viewport: { width: 1280, height: 720 } });
  const heads = [];
  await onEach(page, async () => heads.push(plain(await page.locator('.stage h1').innerText())));
  assert.equal(heads[0], 'Actieplan 2019');
  assert.match(heads[1], /^In 2025 is het tekort € \d+,\d mln$/);
  assert.match(heads[2], /^In 2025 leveren de maatregelen netto op: € \d+,\d mln$/);
  assert.match(heads[3], /^Gaat het als bij eerdere plannen, dan is het tekort in 2025 € \d+,\d mln$/);
  assert.match(heads[4], /^\d+ keuzes anders dan nu/);
  assert.equal(heads.at(-1), 'Wat als?');
  await page.keyboard.press('Home');
  const title = await page.locator('.title').innerText();
  for (const word of ['Jeugdhulp Zoetermeer', String(new Date().getFullYear()), 'tekort op de jeugdhulp in 2025']) assert.ok(title.includes(word), word);
});

test('every choice stands on a slide, from where to where', async () => {
  const page = await briefing({ fragment: '#poh.fte=9.5&start.14=2022&groei.volume=2' });
  const rows = [];
  let heading;
  await onEach(page, async () => {
    if (await page.locator('.chosen').count() === 0) return;
    heading ??= await page.locator('.stage h1').innerText();
    rows.push(...await page.locator('.chosen li').allInnerTexts());
  });
  const [, choices] = heading.match(/(\d+) keuzes anders/);
  assert.equal(rows.length, Number(choices) + 1, 'with one assumption');
  for (const row of rows) assert.match(plain(row), /\nvan .+ naar .+/);
  assert.ok(rows.some((row) => /^POH-jeugd\nvan 5,5 naar 9,5.fte/.test(row)), rows.join(' | '));
  assert.ok(rows.some((row) => row.includes('naar 2022')), rows.join(' | '));
});

test('keys walk the slides, and Escape returns to the button on the page', async () => {
  const page = await briefing();
  const last = await count(page);
  const walk = [
    ['ArrowRight', 2], ['PageDown', 3], ['Space', 4], ['Enter', 5], ['ArrowLeft', 4], ['PageUp', 3], ['Home', 1],
    ['ArrowLeft', 1], ['End', last], ['ArrowRight', last], ['ArrowLeft', 1],
  ];
  for (const [key, number] of walk) {
    await page.keyboard.press(key);
    await page.waitForSelector(`[data-slide="${number}"] h1`);
    await page.waitForFunction(() => document.activeElement.tagName === 'H1');
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', SHUT);
  await page.waitForFunction(() => document.activeElement.textContent === 'Presenteer');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('buttons do what the keys do; leaving the whole screen leaves the view', async () => {
  const page = await briefing();
  await button(page, 'Volgende').click();
  await at(page, 2);
  await button(page, 'Vorige').click();
  await at(page, 1);
  await button(page, 'Volgende').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-slide="2"] h1:focus');
  await button(page, 'Sluit').click();
  await page.waitForSelector('dialog.stage-box', SHUT);
  await page.waitForFunction(() => !document.fullscreenElement);
  await present(page);
  await page.waitForFunction(() => document.fullscreenElement);
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForSelector('dialog.stage-box', SHUT);
});

test('it also opens where the browser refuses the whole screen, and says where it cannot be loaded', async () => {
  const page = await app.newPage();
  await page.evaluate(() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused')); });
  await present(page);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', SHUT);
  assert.deepEqual(page.problems, NO_PROBLEMS);

  const cut = await app.newPage();
  // Before it is fetched beforehand.
  await cut.route(/meeting-present-/, (route) => route.abort());
  await cut.reload();
  await rest(cut);
  await cut.locator('.top__doors').getByRole('button', { name: 'Presenteer' }).click();
  await cut.locator('.top__doors [role=status]').filter({ hasText: 'kon niet worden geladen' }).waitFor();
  await cut.waitForFunction(() => !document.fullscreenElement);
  await cut.unroute(/meeting-present-/);
  await present(cut);
});

test('the numbers of every slide are those of the page', async () => {
  const page = await app.newPage({ viewport: BEAMER, fragment: '#poh.fte=9.5' });
  await sheet(page, 'uitkomst');
  const of = await shown(page, '#pagina');
  await shut(page);
  await present(page);
  const seen = new Set();
  await onEach(page, async (number) => {
    for (const [name, value] of Object.entries(await shown(page, '.stage'))) {
      const [figure, , figureOf] = name.split('/');
      // What is tried is another scenario than the page's.
      if (!figure && !figureOf) continue;
      assert.equal(value, of[name], `slide ${number}: ${name}`);
      seen.add(name.split('/').filter(Boolean)[0]);
    }
  });
  for (const name of ['deficit', 'net-saving', 'net', 'budget', 'deficit-without', 'record', 'plan']) assert.ok(seen.has(name), `${name} of ${[...seen]}`);
});

/** The smallest text of the stage in pixels: of all that shows text or takes it. */
const smallest = (page) => page.locator('.stage').evaluate((stage) => {
  const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  let least = { size: Infinity };
  const look = (node, text) => {
    const size = parseFloat(getComputedStyle(node).fontSize);
    const box = node.getBoundingClientRect();
    if (text.trim() && box.width > 1 && size < least.size) least = { size, text };
  };
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('style, .visually-hidden')) look(texts.currentNode.parentElement, texts.currentNode.data);
  for (const field of stage.querySelectorAll('input[type=text]')) look(field, field.value);
  return least;
});

/** How far the stage and its slide are larger than their room, and what of a slide is cut or stands over something else. */
const overflow = (page) => page.locator('.stage').evaluate((stage) => {
  const over = (box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];
  const slide = stage.querySelector('.stage__slide');
  const foot = stage.querySelector('.stage__foot').getBoundingClientRect().top;
  const low = [...slide.querySelectorAll('li, p, h1, figure')].filter((one) => !one.matches('.visually-hidden') && one.getBoundingClientRect().bottom > foot + 1);
  const wide = [...slide.querySelectorAll('li > *, p, h1')].filter((one) => !one.matches('.visually-hidden') && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
  return [...over(stage), low.map((one) => one.textContent), wide.map((one) => one.textContent)];
});

for (const [width, height] of SIZES) {
  test(`at ${width} × ${height} every slide fits, and nothing is smaller than 24 px`, async () => {
    const page = await briefing({ viewport: { width, height } });
    await onEach(page, async (number) => {
      assert.deepEqual(await overflow(page), [0, 0, [], []], `slide ${number}`);
      const { size, text } = await smallest(page);
      assert.ok(size >= 24, `slide ${number}: “${text}” has ${size} px`);
    });
    await tried(page, 'text', 'poh.fte').fill('5,5');
    await tried(page, 'text', 'poh.fte').press('Enter');
    await rest(page);
    assert.deepEqual(await overflow(page), [0, 0, [], []], 'while something is tried');
    for (const box of await page.locator('.stage button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))) {
      assert.ok(box.width >= 44 && box.height >= 44);
    }
  });
}

test('on a phone nothing is wider than the screen', async () => {
  const page = await briefing({ viewport: { width: 360, height: 800 } });
  await onEach(page, async (number) => {
    const [aside] = await overflow(page);
    assert.equal(aside, 0, `slide ${number}`);
  });
});

for (const colorScheme of ['light', 'dark']) {
  test(`every slide is accessible, ${colorScheme}`, async () => {
    const page = await briefing({ colorScheme });
    await onEach(page, async (number) => assert.deepEqual(await axe(page), [], `slide ${number}`));
    await tried(page, 'text', 'poh.fte').fill('5,5');
    await tried(page, 'text', 'poh.fte').press('Enter');
    await rest(page);
    assert.deepEqual(await axe(page), [], 'while something is tried');
  });
}

test('D changes dark to light and back', async () => {
  const page = await briefing({ colorScheme: 'dark' });
  const ground = () => page.locator('.stage').evaluate((stage) => getComputedStyle(stage).backgroundColor);
  const dark = await ground();
  await page.keyboard.press('d');
  await page.waitForSelector('.stage--other');
  assert.notEqual(await ground(), dark);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('d');
  await page.waitForSelector('.stage:not(.stage--other)');
  assert.equal(await ground(), dark);
});

/** What the page says of the question that is asked in the talk: the difference in the last year, in cents as it is written. */
async function asked() {
  const page = await app.newPage();
  await type(page, 'poh.fte', '5,5');
  await type(page, 'ggz.max-uren-bggz', '8');
  await rest(page);
  const more = await page.locator('.outcome__row--chosen data[data-difference][data-figure-of="deficit"]').getAttribute('value');
  await page.context().close();
  return Number(more);
}
const trial = (page, what) => page.locator(`.stage .try__number data[data-trial="${what}"]`);
const more = async (page) => Number(await trial(page, 'difference').getAttribute('value'));
const sign = (amount) => (amount > 0 ? '+' : '−');

test('a question with two levers is answered with its sign by keyboard, and the page is as it was', async () => {
  const answer = await asked();
  const page = await briefing();
  const address = page.url();
  await page.keyboard.press('ArrowRight');
  await at(page, 2);
  const began = Date.now();
  await page.keyboard.press('w');
  await page.waitForSelector('.stage__slide--try h1:focus');
  await page.keyboard.press('1');
  await page.keyboard.type('5,5');
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 8; tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await rest(page);
  assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
  assert.equal(await more(page), answer);
  assert.ok((await trial(page, 'difference').innerText()).startsWith(sign(answer)));
  assert.match(await page.locator('.try__answer').innerText(), /2021 een kleiner tekort dan Actieplan 2019, vanaf \d{4} een groter; alle jaren samen/);
  assert.equal(page.url(), address);

  // W and the arrows are keys of the slides only where no lever has the focus; Escape goes back from everywhere.
  await page.keyboard.press('w');
  assert.equal(await page.locator('.stage__slide--try').count(), 1);
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-slide="2"] h1:focus');
  await page.keyboard.press('w');
  await page.waitForSelector('.stage__slide--try h1:focus');
  assert.equal(await more(page), answer, 'what was tried is still there');
  await page.keyboard.press('w');
  await page.waitForSelector('[data-slide="2"] h1:focus');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', SHUT);
  assert.equal(page.url(), address);
});

test('with the mouse as well; what is taken over is the page’s, and can be undone there', async () => {
  const answer = await asked();
  const page = await briefing();
  const was = await total(page, 'deficit');
  await button(page, 'Wat als?').click();
  for (const [lever, value] of [['poh.fte', '5,5'], ['ggz.max-uren-bggz', '8']]) {
    await tried(page, 'text', lever).click();
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
  await rest(page);
  assert.equal(await more(page), answer);
  await button(page, 'Zet terug').click();
  await rest(page);
  assert.equal(await more(page), 0);
  const box = await tried(page, 'range', 'poh.fte').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.click(box.x + 30, box.y + box.height / 2);
  await rest(page);
  const moved = await more(page);
  assert.ok(Math.abs(moved) > 1);
  await button(page, 'Neem over').click();
  await page.waitForFunction(() => location.hash.includes('poh.fte='));
  await rest(page);
  assert.ok(Math.abs(await total(page, 'deficit') - was - moved) < 0.02, 'each is rounded to a cent');
  assert.equal(await more(page), moved, 'still beside the scenario with which the talk began');
  await button(page, 'Sluit').click();
  await page.waitForSelector('dialog.stage-box', SHUT);
  await undo(page);
  assert.equal(await total(page, 'deficit'), was);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what is no number is refused in words and stays to be mended', async () => {
  const page = await briefing();
  await page.keyboard.press('w');
  const field = tried(page, 'text', 'poh.fte');
  await field.fill('veel');
  await field.press('Enter');
  await told(page).filter({ hasText: '“veel” is geen getal' }).waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await axe(page), []);
  await field.fill('99999');
  await field.press('Enter');
  await told(page).filter({ hasText: 'POH-jeugd' }).waitFor();
  await field.fill('9');
  await field.press('Enter');
  await page.waitForFunction(() => document.querySelector('.stage__told').textContent === '');
  assert.notEqual(await more(page), 0);
});

test('the controls vanish after two seconds, are there for who tabs, and come back', async () => {
  const page = await app.newPage({ viewport: BEAMER });
  await holdTime(page);
  await page.locator('.top__doors').getByRole('button', { name: 'Presenteer' }).click();
  await page.waitForSelector('dialog.stage-box[open] h1:focus');
  const opacity = async () => {
    await page.clock.runFor(300);
    return page.locator('.stage__controls').evaluate((one) => {
      one.getAnimations().forEach((animation) => animation.finish());
      return getComputedStyle(one).opacity;
    });
  };
  assert.equal(await opacity(), '1');
  await page.clock.runFor(2000);
  assert.equal(await opacity(), '0');
  await page.mouse.move(300, 300);
  assert.equal(await opacity(), '1');
  await page.clock.runFor(2000);
  assert.equal(await opacity(), '0');
  await page.keyboard.press('Tab');
  await page.clock.runFor(5000);
  assert.equal(await opacity(), '1', 'a control has the focus');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'back');
  await page.locator('.stage h1').focus();
  await page.clock.runFor(2000);
  assert.equal(await opacity(), '0');
  await page.keyboard.press('ArrowRight');
  assert.equal(await opacity(), '1');
});

test('the screen stays awake for as long as slides are shown', async () => {
  const page = await app.newPage({ viewport: BEAMER });
  await page.evaluate(() => {
    globalThis.awake = 0;
    Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => { globalThis.awake += 1; return { release: () => { globalThis.awake -= 1; } }; } } });
  });
  await present(page);
  assert.equal(await page.evaluate(() => globalThis.awake), 1);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.stage-box', SHUT);
  assert.equal(await page.evaluate(() => globalThis.awake), 0);
});

test('the window of its own is live: a lever of the page changes its number and its picture', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  assert.match(await popup.title(), /^Beeld: /);
  await popup.keyboard.press('ArrowRight');
  await popup.waitForSelector('[data-slide="2"] .plot');
  const deficit = () => shown(popup, '.stage').then((all) => all['deficit/////2025']);
  const bars = () => popup.locator('.plot__bar').evaluateAll((all) => all.map((bar) => bar.getAttribute('style')).join());
  const [was, drawn] = [await deficit(), await bars()];
  await page.locator(SLIDER).focus();
  await page.keyboard.press('ArrowLeft');
  await rest(page);
  assert.notEqual(await deficit(), was);
  assert.equal(await deficit(), (await shown(page, '#pagina'))['deficit/////2025']);
  await page.keyboard.press('Home');
  await rest(page);
  assert.notEqual(await bars(), drawn);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('while a slider of the page is held, the window keeps up', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  await popup.keyboard.press('ArrowRight');
  await at(popup, 2);
  const value = () => popup.locator('.stage data[data-figure="deficit"]').getAttribute('value');
  const was = await value();
  const { x, y, width, height } = await page.locator(SLIDER).boundingBox();
  const thumb = await page.locator(SLIDER).evaluate((one) => (one.value - one.min) / (one.max - one.min));
  await page.mouse.move(x + 10 + thumb * (width - 20), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 4, y + height / 2, { steps: 4 });
  await popup.waitForFunction((old) => document.querySelector('.stage data[data-figure="deficit"]').value !== old, was, { timeout: 2000 });
  await page.mouse.up();
});

test('the window is steered from the page, which says what it shows; levers there answer too', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  const remote = page.locator('.remote');
  await remote.getByText('Beeld 1 van').waitFor();
  assert.deepEqual(await axe(page), []);
  await remote.getByRole('button', { name: 'Volgende' }).click();
  await at(popup, 2);
  await remote.getByText('Beeld 2 van', { exact: false }).waitFor();
  assert.match(await remote.locator('[role=status]').innerText(), /^Beeld 2 van \d+: waar staan we\?$/);
  await remote.getByRole('button', { name: 'Wat als?' }).click();
  await popup.waitForSelector('.stage__slide--try');
  // A lever of the page is a question to the room: beside the scenario with which the talk began.
  await type(page, 'poh.fte', '5,5');
  await rest(page);
  assert.equal(await tried(popup, 'text', 'poh.fte').inputValue(), '5,5');
  const of = await total(page, 'deficit');
  assert.equal(Number(await trial(popup, 'deficit').getAttribute('value')), of);
  assert.ok(Math.abs(await more(popup)) > 1);
  await tried(popup, 'text', 'ggz.max-uren-bggz').fill('8');
  await tried(popup, 'text', 'ggz.max-uren-bggz').press('Enter');
  await rest(page);
  assert.notEqual(Number(await trial(popup, 'deficit').getAttribute('value')), of);
  assert.equal(await total(page, 'deficit'), of, 'a trial is not the page’s');
  await remote.getByRole('button', { name: 'Vorige' }).click();
  await at(popup, 2);
  await Promise.all([popup.waitForEvent('close'), remote.getByRole('button', { name: 'Sluit het andere venster' }).click()]);
  await remote.waitFor(SHUT);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the window keeps up while the page is covered, whose timers then come once a second', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  // What a browser does with a window that nobody sees: it draws nothing, and its timers come late.
  await page.evaluate(() => {
    const later = setTimeout;
    globalThis.setTimeout = (run, wait) => later(run, Math.max(wait, 1000));
    globalThis.requestAnimationFrame = () => 0;
  });
  await popup.keyboard.press('w');
  await popup.waitForSelector('.stage__slide--try');
  await tried(popup, 'text', 'poh.fte').fill('5,5');
  await tried(popup, 'text', 'poh.fte').press('Enter');
  await popup.waitForFunction(() => Number(document.querySelector('[data-trial="difference"]').value) !== 0, undefined, { timeout: 1500 });
  const typed = await more(popup);
  await tried(popup, 'range', 'poh.fte').press('End');
  await popup.waitForFunction((was) => Number(document.querySelector('[data-trial="difference"]').value) !== was, typed, { timeout: 1500 });
  await popup.keyboard.press('Escape');
  await at(popup, 1);
});

test('the window is accessible on every slide, light and dark', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  for (const colours of ['light', 'dark']) {
    await onEach(popup, async (number) => assert.deepEqual(await axe(popup), [], `${colours}, slide ${number}`), page);
    await popup.locator('.stage h1').focus();
    await popup.keyboard.press('d');
  }
});

test('there is one window; shutting either is clean, and other rooms do not touch it', async () => {
  const page = await briefing();
  const popup = await inWindow(page);
  await present(page);
  await button(page, 'Eigen venster').click();
  await page.waitForSelector('dialog.stage-box', SHUT);
  assert.equal(page.context().pages().length, 2);
  assert.equal(await popup.locator('.stage').count(), 1);
  await page.locator('.top__doors').getByRole('button', { name: 'Doel' }).click();
  await page.locator('dialog.meeting').waitFor();
  assert.equal(await popup.locator('.stage').count(), 1);
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor(SHUT);

  const gone = popup.waitForEvent('close');
  // The window may be gone before the key is up again.
  await popup.keyboard.press('Escape').catch(() => {});
  await gone;
  await present(page);
  const second = await inWindow(page);
  await second.close();
  // What happens on the page now reaches no window any more.
  await type(page, 'poh.fte', '9');
  await present(page);
  const third = await inWindow(page);
  await Promise.all([third.waitForEvent('close'), page.reload()]);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('where the browser refuses the window, a sentence says what to do', async () => {
  const page = await briefing();
  await page.evaluate(() => { globalThis.open = () => null; });
  await page.keyboard.press('v');
  await told(page).filter({ hasText: /hield het venster tegen.*Sta pop-ups toe/ }).waitFor();
  await at(page, 1);
});

test('on paper the page is the page, also while presenting', async () => {
  const page = await briefing();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.stage').isHidden());
  for (const kept of ['.outcome__amount', '.plot', '.year-table']) assert.ok(await page.locator(kept).first().isVisible(), kept);
});
