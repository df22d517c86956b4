// How much work one step of a slider gives the browser's main thread: script, garbage collection, style and layout, paint.
// Drags one slider over 200 steps, a step per frame, while the browser records its own trace. A frame at 60 Hz has 16.7 ms.
// It is the thread's own time that counts, not the clock's: that hardly changes when the machine has other work too.
// A pass of its own, before that, counts what changes in the document.
import { open } from './lib.mjs';

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';
const STEPS = 200;
const MARK = 'bench-step';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8'];
/** Where the browser's own names for its work belong; all other work of a step is script. */
const KIND = {
  UpdateLayoutTree: 'layout', Layout: 'layout', PrePaint: 'layout', Paint: 'paint', Layerize: 'paint', Commit: 'paint',
  MinorGC: 'garbage', MajorGC: 'garbage', 'V8.GCIncrementalMarking': 'garbage', 'V8.GCIncrementalMarkingStart': 'garbage',
  'V8.GCPhantomHandleProcessingCallback': 'garbage',
};

const app = await open();
try {
  await bench('Changes in the document', 'of each kind', async (page) => {
    await page.evaluate(count);
    return page.evaluate(drag, { slider: SLIDER, steps: STEPS, mark: MARK });
  });
  await bench('Main-thread work', 'ms', async (page) => {
    // Unmeasured first: by then the browser has compiled the code, as it has for anyone who moves a slider twice.
    await page.evaluate(drag, { slider: SLIDER, steps: STEPS / 4, mark: 'warm-up' });
    await app.browser.startTracing(page, { categories: CATEGORIES });
    await page.evaluate(drag, { slider: SLIDER, steps: STEPS, mark: MARK });
    return workPerStep(JSON.parse(await app.browser.stopTracing()).traceEvents);
  });
} finally {
  await app.close();
}

/** Prints what a page of its own gives for each step. */
async function bench(title, unit, measure) {
  const page = await app.newPage({ ready: SLIDER, viewport: { width: 1280, height: 800 } });
  await page.locator(SLIDER).scrollIntoViewIfNeeded();
  report(title, unit, await measure(page));
  if (page.problems.errors.length > 0) throw new Error(page.problems.errors.join('\n'));
  await page.close();
}

/** Runs in the page: up and down the slider's whole range, by as many of its own steps as it takes. Gives what changed. */
async function drag({ slider, steps, mark }) {
  const input = document.querySelector(slider);
  const [min, max, step] = [Number(input.min || 0), Number(input.max || 100), Number(input.step) || 1];
  const places = Math.max(1, Math.round((max - min) / step));
  const stride = Math.max(1, Math.round((2 * places) / steps));
  const before = input.value;
  const frame = () => new Promise(requestAnimationFrame);
  const changes = [];
  for (let i = 1; i <= steps; i += 1) {
    await frame();
    if (i > 1) changes.push(globalThis.takeChanges?.());
    // There and back again: a triangle over the range, so that no step leaves the value as it was.
    const place = (i * stride) % (2 * places);
    performance.mark(mark);
    input.value = String(min + step * (place <= places ? place : 2 * places - place));
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  // The last step ends where the next would begin.
  await frame();
  changes.push(globalThis.takeChanges?.());
  performance.mark(mark);
  input.value = before;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await frame();
  return changes;
}

/** Runs in the page: counts what changes in the document; `takeChanges` gives what came since it was last asked. */
function count() {
  let changes = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(document, { subtree: true, attributes: true, characterData: true, childList: true });
  globalThis.takeChanges = () => {
    const of = (kind) => changes.filter(({ type }) => type === kind);
    const nodes = of('childList').reduce((sum, { addedNodes, removedNodes }) => sum + addedNodes.length + removedNodes.length, 0);
    const taken = { attributes: of('attributes').length, texts: of('characterData').length, nodes };
    changes = [];
    return taken;
  };
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
      .reduce((total, { tdur = 0 }) => total + tdur / 1000, 0);
    const of = (name) => sum(parts.filter((part) => KIND[part.name] === name));
    const [all, garbage, layout, paint] = [sum(tasks), of('garbage'), of('layout'), of('paint')];
    return { all, script: all - garbage - layout - paint, garbage, layout, paint };
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

function report(title, unit, steps) {
  const at = (kind, part) => {
    const sorted = steps.map((step) => step[kind]).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(2).padStart(8);
  };
  console.log(`${title} per slider step, ${steps.length} steps, ${unit}`);
  console.log('            median     p95     max');
  for (const kind of Object.keys(steps[0])) console.log(kind.padEnd(10) + at(kind, 0.5) + at(kind, 0.95) + at(kind, 1));
}
