// Starts the engines that the page is opened in: the system's own, none of them downloaded by a test tool.

import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from 'playwright-core';
import * as webkit from './webkit.mjs';

const { args } = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'))['goog:chromeOptions'];
/** The same flags as the WebAssembly tests run with, and no way out: a request to elsewhere must fail, not be made. */
export const CHROMIUM_FLAGS = [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
/** Where Chromium is. */
export const chromiumPath = () => program(['chromium', 'chromium-browser', 'google-chrome'], 'CHROMIUM');

/**
 * How each is started; what is downloaded comes in the folder `downloads`. Firefox is spoken to by WebDriver BiDi:
 * playwright-core is held at 1.61.1 in package.json, because 1.65 asks for what Firefox 153 does not know.
 */
const START = {
  chromium: (downloads) => chromium.launch({
    executablePath: chromiumPath(), args: CHROMIUM_FLAGS, downloadsPath: downloads,
  }),
  firefox: (downloads) => firefox.launch({
    channel: 'moz-firefox', executablePath: program(['firefox-esr', 'firefox'], 'FIREFOX'), downloadsPath: downloads,
  }),
  webkit: (downloads) => webkit.launch(program(['WebKitWebDriver']), program(['Xvfb']), downloads),
};

export const ENGINES = Object.keys(START);

/** Starts an engine. One that is not on this machine is an error. */
export const launch = async (engine, downloads) => START[engine](downloads);

/** Where a program is: as the variable says, or the first of these names on the path. */
function program(names, variable) {
  if (process.env[variable]) return process.env[variable];
  const folders = process.env.PATH.split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
  const orElse = variable ? `, or name it in the variable ${variable}` : '';
  if (!found) throw new Error(`There is no ${names[0]} on this machine: run \`make setup-test\`${orElse}`);
  return found;
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

