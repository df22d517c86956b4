// How much work one step of a slider gives the browser's main thread: script, style and layout, paint.
// Drags one slider over 200 steps, a step per frame, while the browser records its own trace. A frame at 60 Hz has 16.7 ms.
// It is the thread's own time that counts, not the clock's: that hardly changes when the machine has other work too.
import { open } from './lib.mjs';

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';
const STEPS = 200;
const MARK = 'bench-step';
/** Where the browser's own names for its work belong; all other work of a step is script. */
const KIND = {
  UpdateLayoutTree: 'layout', Layout: 'layout', PrePaint: 'layout', Paint: 'paint', Layerize: 'paint', Commit: 'paint',
};

const app = await open();
try {
  const page = await app.newPage({ ready: SLIDER, viewport: { width: 1280, height: 800 } });
  await page.locator(SLIDER).scrollIntoViewIfNeeded();
  // Unmeasured first: by then the browser has compiled the code, as it has for anyone who moves a slider twice.
  await page.evaluate(drag, { slider: SLIDER, steps: STEPS / 4, mark: 'warm-up' });
  await app.browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  await page.evaluate(drag, { slider: SLIDER, steps: STEPS, mark: MARK });
  const { traceEvents } = JSON.parse(await app.browser.stopTracing());
  report(workPerStep(traceEvents));
  if (page.problems.errors.length > 0) throw new Error(page.problems.errors.join('\n'));
} finally {
  await app.close();
}

/** Runs in the page: up and down the slider's whole range, by as many of its own steps as it takes. */
async function drag({ slider, steps, mark }) {
  const input = document.querySelector(slider);
  const [min, max, step] = [Number(input.min || 0), Number(input.max || 100), Number(input.step) || 1];
  const places = Math.max(1, Math.round((max - min) / step));
  const stride = Math.max(1, Math.round((2 * places) / steps));
  const before = input.value;
  const frame = () => new Promise(requestAnimationFrame);
  for (let i = 1; i <= steps; i += 1) {
    await frame();
    // There and back again: a triangle over the range, so that no step leaves the value as it was.
    const place = (i * stride) % (2 * places);
    performance.mark(mark);
    input.value = String(min + step * (place <= places ? place : 2 * places - place));
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  // The last step ends where the next would begin.
  await frame();
  performance.mark(mark);
  input.value = before;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await frame();
}

/** For each step, in ms: all tasks of the page's main thread from the one with its mark up to the one with the next. */
function workPerStep(events) {
  const marks = events.filter(({ name, cat }) => name === MARK && cat.includes('blink.user_timing'));
  if (marks.length !== STEPS + 1) throw new Error('The trace misses steps');
  const { pid, tid } = marks[0];
  const work = events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  const tasks = work.filter(({ name }) => name === 'RunTask');
  const parts = outermost(work.filter(({ name }) => name in KIND));
  const starts = marks.map(({ ts }) => tasks.find((task) => task.ts <= ts && ts <= task.ts + task.dur).ts);
  return starts.slice(1).map((end, i) => {
    const sum = (list) => list
      .filter(({ ts }) => starts[i] <= ts && ts < end)
      .reduce((total, { tdur }) => total + tdur / 1000, 0);
    const of = (kind) => sum(parts.filter(({ name }) => KIND[name] === kind));
    const [all, layout, paint] = [sum(tasks), of('layout'), of('paint')];
    return { all, script: all - layout - paint, layout, paint };
  });
}

/** Leaves out what happens within another: a paint reports its layers again. */
function outermost(events) {
  let end = -Infinity;
  return events.sort((a, b) => a.ts - b.ts || b.dur - a.dur).filter(({ ts, dur }) => {
    const apart = ts >= end;
    if (apart) end = ts + dur;
    return apart;
  });
}

function report(steps) {
  const at = (kind, part) => {
    const sorted = steps.map((step) => step[kind]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(2).padStart(8);
  };
  console.log(`Main-thread work per slider step, ${steps.length} steps, ms`);
  console.log('          median     p95     max');
  for (const kind of Object.keys(steps[0])) console.log(kind.padEnd(8) + at(kind, 0.5) + at(kind, 0.95) + at(kind, 1));
}
