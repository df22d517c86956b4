// Both charts: their axes stand still while anything moves and never shrink; what stands beside them adds up to them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, open, rest, total, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SAVERS = '#pgb.tarief-informeel=9.4&pgb.pct-zelfstandig=50&ggz.max-uren-bggz=5&ggz.max-uren-sggz=20';
/** A page whose bars are at once where they go. */
const still = (options) => app.newPage({ reducedMotion: 'reduce', ...options });
/** Of each chart where zero is, and each bar by its year: as it stands on the screen, in percent of the plot. */
const drawn = (page) => page.evaluate(() => [...document.querySelectorAll('.plot')].map((plot) => {
  const room = plot.getBoundingClientRect();
  const part = (px) => Math.round((px / room.height) * 10_000) / 100;
  const place = (mark) => {
    const { d: stretch, f: down } = mark.getScreenCTM();
    const { y, height } = mark.getBBox();
    return { y: part(down + stretch * y - room.top), height: part(stretch * height) };
  };
  const years = [...plot.querySelectorAll('[data-year]')];
  return {
    zero: place(plot.querySelector('.plot__zero')).y,
    bars: Object.fromEntries(years.map((year) => [year.dataset.year, place(year.querySelector('.plot__bar'))])),
  };
}));
const [SAVING, DEFICIT] = [0, 1];
const slider = (page, id) => page.locator(`[data-lever="${id}"][data-control="range"]`);
/** Moves a slider without letting go, and waits until that is drawn. */
const slide = (page, id, to) => slider(page, id).evaluate(async (range, value) => {
  range.value = value;
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}, to);
const letGo = async (page, id) => { await slider(page, id).dispatchEvent('change'); await rest(page); };
/** How high a million is drawn in the last year, in percent of the plot. */
async function scale(page, chart = SAVING, figure = 'net-saving') {
  const bar = (await drawn(page))[chart].bars[2025];
  return bar.height / Math.abs(await total(page, figure) / 1e6);
}
const near = (one, other, why) => assert.ok(Math.abs(one - other) < 0.15, `${why}: ${one} and ${other}`);

test('while a slider is held no axis moves, whatever becomes of the bars', async () => {
  const page = await still();
  const was = await drawn(page);
  const heights = new Set();
  for (const fte of [0, 5, 20, 9, 1]) {
    await slide(page, 'poh.fte', fte);
    const now = await drawn(page);
    for (const chart of [SAVING, DEFICIT]) {
      assert.equal(now[chart].zero, was[chart].zero, `zero at ${fte}`);
      for (const year of [2018, 2019]) assert.deepEqual(now[chart].bars[year], was[chart].bars[year], `${year} at ${fte}`);
    }
    heights.add(now[SAVING].bars[2025].height);
  }
  assert.ok(heights.size > 3, 'the bars follow');
});

test('an axis grows once, when what outgrows it is let go, and never shrinks: less is never a longer bar', async () => {
  const page = await still({ fragment: SAVERS });
  const [first, before] = [await drawn(page), await total(page, 'net-saving')];
  // Measured on the page: the axis that held the opening is too low for this.
  await slide(page, 'poh.fte', 20);
  const [held] = await drawn(page);
  assert.equal(held.zero, first[SAVING].zero, 'it stands still while it is held');
  await letGo(page, 'poh.fte');
  const grown = await scale(page);
  await undo(page);
  await rest(page);
  assert.equal(await total(page, 'net-saving'), before);
  near(await scale(page), grown, 'the axis stays as it grew');
});

test('where more is saved than the axis holds, it grows on release', async () => {
  const page = await still();
  const opening = await scale(page);
  const steps = [['pgb.tarief-informeel', 9.4], ['pgb.pct-zelfstandig', 50], ['ggz.max-uren-bggz', 0], ['ggz.max-uren-sggz', 0]];
  for (const [id, to] of steps) {
    const [{ zero, bars }] = await drawn(page);
    await slide(page, id, Math.max(to, Number(await slider(page, id).getAttribute('min'))));
    const [held] = await drawn(page);
    assert.equal(held.zero, zero, id);
    assert.deepEqual(held.bars[2019], bars[2019], id);
    await letGo(page, id);
  }
  assert.ok(await total(page, 'net-saving') > 5.5e6, `${await total(page, 'net-saving')} needs a higher axis than that of the opening`);
  const grown = await scale(page);
  assert.ok(grown < opening - 1, `${grown} after ${opening}`);
  for (let step = 0; step < steps.length; step += 1) { await undo(page); await rest(page); }
  near(await scale(page), grown, 'back at the opening it has not shrunk');
});

/** An amount in millions as it is written, in tenths; what is unknown counts for nothing. */
const tenths = (text) => (/[\d]/.test(text) ? Math.round(Number(text.replace(/[^\d,−-]/g, '').replace('−', '-').replace(',', '.')) * 10) : 0);

const PLANS = ['', '#realisatie.trekken=1', '#s=behoedzaam', '#s=geen', '#s=begrenzing&realisatie.trekken=1', '#poh.fte=5.5&ggz.max-uren-bggz=8',
  '#preconceptie.investering=50000&kosten.9=50000&poh.fte=0', '#d=2019.1', '#d=2019.1&realisatie.trekken=1&wlz.jeugdigen=20'];

test('the amounts of the rows and of all the others add up to the net saving, as shown', async () => {
  const page = await still();
  for (const fragment of PLANS) {
    await page.goto(`${app.url}${fragment || '#'}`);
    await page.reload();
    await rest(page);
    const rows = await page.locator('.levers .row__effect').allInnerTexts();
    assert.equal(rows.length, 7);
    const others = await page.locator('.foot__more b').innerText();
    const shown = await page.locator('.outcome__row--chosen .outcome__amount--saving').innerText();
    const sum = [...rows, others].map(tenths).reduce((one, other) => one + other, 0);
    assert.equal(sum, tenths(shown.replace('mln', '')), `${fragment}: ${rows} and ${others} is not ${shown}`);
  }
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the slice of the lever in use is there in every year in which it works, and of that lever only', async () => {
  for (const fragment of ['', '#realisatie.trekken=1', '#start.14=2022&ramp.14=1']) {
    const page = await still({ fragment });
    for (const row of await page.locator('.levers .row').all()) {
      const range = row.locator('[data-control="range"]');
      await range.focus();
      const id = await range.getAttribute('data-lever');
      const share = Number(await page.locator(`data[data-share="${id}"]`).getAttribute('value'));
      const years = () => page.locator('.yearly--saving [data-year]:has(.plot__slice)').evaluateAll((all) => all.map((year) => Number(year.dataset.year)));
      const found = await years();
      if (Math.abs(share) < 50_000) continue;
      const from = fragment.includes('start.14') && id.startsWith('pgb.') ? 2022 : 2020;
      const works = found.filter((year) => year >= from);
      assert.deepEqual(works, Array.from({ length: 2025 - from + 1 }, (_, at) => from + at), `${id}, ${fragment}`);
      assert.deepEqual(found.filter((year) => year < from), [], `${id}, ${fragment}`);
    }
    assert.equal(await page.locator('.yearly--deficit .plot__slice').count(), 0);
    await page.context().close();
  }
});
