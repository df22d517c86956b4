// WebKit. Playwright only drives a build of its own, so this is WebKitGTK as the system has it, over WebDriver: it answers as a
// browser of Playwright would, as far as the journeys of engines.test.mjs ask. It has one window, no touch and no print.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from './until.mjs';

/** The keys that have no sign of their own, as WebDriver writes them. */
const KEYS = { ArrowRight: '\uE014', End: '\uE010', Enter: '\uE007', Home: '\uE011' };
/** The name under which WebDriver writes a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** How often the browser is started at most, and how long it may take each time, in milliseconds. */
const STARTS = 3;
const LONGEST_START = 30_000;

/** Starts the browser. Now and then its driver never gives a session: another one does. */
export async function launch(...how) {
  for (let start = 1; ; start += 1) {
    try {
      return await started(...how);
    } catch (why) {
      if (start === STARTS) throw why;
      console.log(`WebKit did not start, try ${start}: ${why}`);
    }
  }
}

/** Starts a screen, the driver on it and the browser of the driver. What is downloaded comes in `home`. */
async function started(driver, screen, home) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio });
  const number = await numberOf(display);
  const port = await freePort();
  const service = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { env: environment(number, home), stdio: 'ignore' });
  const wall = await startWall();
  const stop = () => { service.kill(); display.kill(); wall.close(); };
  try {
    const ask = await startSession(`http://127.0.0.1:${port}`, wall.address);
    const newContext = async () => ({ newPage: async () => new Page(ask, wall.outside) });
    return { newContext, close: () => ask('DELETE', '').finally(stop) };
  } catch (why) {
    stop();
    throw why;
  }
}

/** How a conversation over TLS begins: what is asked for in it cannot be read. */
const HANDSHAKE = 0x16;

/** A proxy for all that is not on this machine: it keeps the first line of what is asked for and gives nothing. */
async function startWall() {
  const outside = [];
  const server = createServer((socket) => socket.once('data', (asked) => {
    outside.push(asked[0] === HANDSHAKE ? 'an address over https' : String(asked).split('\r\n')[0]);
    socket.destroy();
  }));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { outside, address: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Starts the browser; gives what puts questions to it. */
async function startSession(service, proxy) {
  const ask = asker(service);
  await until(() => ask('GET', '/status').catch(() => false), 'WebKitWebDriver does not answer');
  const manual = { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: ['127.0.0.1'] };
  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: { proxy: manual } } }, AbortSignal.timeout(LONGEST_START));
  const inSession = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
  await inSession('POST', '/window/rect', { width: 1280, height: 900 });
  return inSession;
}

/** The number that a screen took, once it is there. */
async function numberOf(display) {
  const ended = once(display, 'exit').then(() => { throw new Error('Xvfb did not start'); });
  const [number] = await Promise.race([once(display.stdio[3], 'data'), ended]);
  return String(number).trim();
}

/** No sandbox, which root cannot have, and no graphics card; nothing of who runs the tests is read or written. */
const environment = (number, home) => ({
  ...process.env,
  DISPLAY: `:${number}`,
  GDK_BACKEND: 'x11',
  HOME: home,
  XDG_CONFIG_HOME: home,
  TZ: 'Europe/Amsterdam',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
});

async function freePort() {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Puts a question to the driver; an answer that is an error is thrown. */
const asker = (address) => async (method, path, body, signal) => {
  const answer = await fetch(address + path, { method, body: body && JSON.stringify(body), signal });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebKit, ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
};

/** The one window of a session, as a page of Playwright. */
class Page {
  #ask;
  #outside;

  constructor(ask, outside) {
    this.#ask = ask;
    this.#outside = outside;
    const act = (type, id, action) => ask('POST', '/actions', { actions: [{ type, id, actions: [action] }] });
    const pointer = (action) => act('pointer', 'mouse', action);
    const turn = (action) => act('wheel', 'wheel', action);
    let at = { x: 0, y: 0 };
    this.mouse = {
      move: (x, y) => {
        at = { x: Math.round(x), y: Math.round(y) };
        return pointer({ type: 'pointerMove', ...at });
      },
      down: () => pointer({ type: 'pointerDown', button: 0 }),
      up: () => pointer({ type: 'pointerUp', button: 0 }),
      wheel: (deltaX, deltaY) => turn({ type: 'scroll', ...at, deltaX, deltaY }),
    };
  }

  async goto(url) {
    await this.#ask('POST', '/url', { url });
    await this.evaluate(listen);
  }

  async reload() {
    await this.#ask('POST', '/refresh', {});
    await this.evaluate(listen);
  }

  goBack() {
    return this.#ask('POST', '/back', {});
  }

  evaluate(run, given = null) {
    return this.#ask('POST', '/execute/sync', { script: `return (${run})(...arguments)`, args: [given] });
  }

  waitForFunction(holds, given) {
    return until(() => this.evaluate(holds, given), `never came true: ${holds} of ${JSON.stringify(given)}`);
  }

  waitForSelector(selector) {
    return this.locator(selector).element();
  }

  locator(selector) {
    return new Locator(this, this.#ask, selector);
  }

  /** What went wrong since the page was loaded; a promise, because it is heard in the page. */
  get problems() {
    return this.evaluate(() => globalThis.problems).then((heard) => ({ ...heard, outside: [...this.#outside] }));
  }
}

/** Runs in the page: keeps what a well-behaved page never does. */
function listen() {
  if (globalThis.problems) return;
  const problems = { console: [], errors: [] };
  const say = console.error;
  console.error = (...words) => { problems.console.push(words.join(' ')); say(...words); };
  addEventListener('error', ({ message }) => problems.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.errors.push(String(reason)));
  globalThis.problems = problems;
}

class Locator {
  #page;
  #ask;
  #selector;

  constructor(page, ask, selector) {
    this.#page = page;
    this.#ask = ask;
    this.#selector = selector;
  }

  /** The first that there is, as soon as there is one. */
  async element() {
    const by = { using: /^\(*\/\//.test(this.#selector) ? 'xpath' : 'css selector', value: this.#selector };
    const [first] = await until(async () => {
      const found = await this.#ask('POST', '/elements', by);
      return found.length > 0 && found;
    }, `there is no ${this.#selector}`);
    return first;
  }

  async #tell(what, body = {}) {
    const element = await this.element();
    return this.#ask('POST', `/element/${element[ELEMENT]}/${what}`, body);
  }

  async evaluate(run) {
    return this.#page.evaluate(run, await this.element());
  }

  click() {
    return this.#tell('click');
  }

  press(key) {
    return this.#tell('value', { text: KEYS[key] ?? key });
  }

  async fill(text) {
    await this.evaluate((field) => field.select());
    await this.#tell('value', { text });
  }

  async getAttribute(name) {
    const element = await this.element();
    return this.#ask('GET', `/element/${element[ELEMENT]}/attribute/${name}`);
  }
}
