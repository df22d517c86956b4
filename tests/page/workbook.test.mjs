// The workbook as a controller gets it: downloaded from the page, computed again by LibreOffice, beside what the page shows.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { enter, NO_PROBLEMS, open } from './lib.mjs';

let app;
let folder;
before(async () => {
  app = await open();
  folder = mkdtempSync(join(tmpdir(), 'workbook-'));
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Always recalculate, whoever wrote the file. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The sheets of a workbook, computed again: by name, rows of cells. */
async function recalculated(path) {
  const [profile, made] = [join(folder, 'profile'), join(folder, 'made')];
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user/registrymodifications.xcu'), PROFILE);
  // Separated by tabs, without quotes, numbers with all their digits, a file for every sheet.
  const format = 'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,false,false,false,false,-1';
  const options = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  await promisify(execFile)('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', '--convert-to', format, '--outdir', made, path], options);
  const rows = (name) => readFileSync(join(made, name), 'utf8').split('\n').map((line) => line.split('\t'));
  return Object.fromEntries(readdirSync(made).map((name) => [name.replace(/^.*-(\w+( \w+)*)\.csv$/, '$1'), rows(name)]));
}

test('the downloaded workbook, computed again, comes to what the page shows', async () => {
  const reason = 'eigen telling';
  const page = await app.newPage({ fragment: `#base.pgb=3100000&reden.base.pgb=${encodeURIComponent(reason)}&prijs.vast=2&budget.2024=60000000` });
  await page.locator('[data-lever="poh.fte"][data-control="number"]').fill('9,5');
  await page.keyboard.press('Enter');
  await enter(page, 'Deel');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel met formules' }).click()]);
  const path = join(folder, 'scenario.xlsx');
  await download.saveAs(path);

  const sheets = await recalculated(path);
  const head = sheets.Uitkomst.find((cells) => cells.includes('2018') && cells.includes('2025'));
  const years = head.slice(1, 9);
  // Within a cent of the exact amounts; the page rounds them to cents.
  const near = (one, other) => Math.abs(one - other) <= 0.01 + 0.005 + 1e-6;
  const shown = await page.locator('.year-table').evaluate((table) => [...table.querySelectorAll('tr')].map((row) => ({
    name: row.querySelector('th')?.textContent.trim(),
    amounts: [...row.querySelectorAll('data[data-figure]')].map((data) => Number(data.value)),
  })).filter(({ amounts }) => amounts.length > 0));
  assert.equal(shown.length, 19, 'all results of the year table');
  for (const { name, amounts } of shown) {
    const row = sheets.Uitkomst.find((cells) => cells[0] === name);
    assert.ok(row, `${name} is in the workbook`);
    [...years, '2020–2025'].forEach((year, at) => {
      const ours = amounts[at];
      assert.ok(near(Number(row[at + 1]), ours), `${name} ${year}: ${row[at + 1]} in LibreOffice, ${ours} on the page`);
    });
  }
  assert.ok(sheets.Cijfers.flat().some((cell) => cell.includes(reason)), 'the reason of an own figure');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

/** A workbook as LibreOffice saves it. */
async function resaved(path) {
  const made = join(folder, 'resaved');
  await promisify(execFile)('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--norestore', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', made, path]);
  return join(made, 'terug.xlsx');
}

const back = (page, file) => page.getByLabel('Gewijzigd werkboek terug als scenario').setInputFiles(file);

test('a workbook that LibreOffice saved is read back, in the edition it was made in; another file is told', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&poh.fte=9.5&base.pgb=3100000&reden.base.pgb=telling' });
  await enter(page, 'Deel');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel met formules' }).click()]);
  const path = join(folder, 'terug.xlsx');
  await download.saveAs(path);

  const other = await app.newPage();
  await enter(other, 'Bewaren');
  const came = other.locator('.saved__back');
  await back(other, await resaved(path));
  await came.getByText('Gelezen, met de cijfers van 2019.1: geen geel vakje is anders').waitFor();
  await other.getByRole('button', { name: 'Open dit scenario' }).click();
  await other.waitForFunction(() => document.documentElement.dataset.edition === '2019.1' && document.querySelector('[data-lever="poh.fte"]').value === '9.5');
  assert.match(await other.evaluate(() => location.hash), /base\.pgb=3100000&reden\.base\.pgb=telling/);

  await enter(other, 'Bewaren');
  await back(other, { name: 'x.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('geen werkboek') });
  await came.getByText('Dit bestand is geen werkboek').waitFor();
  assert.deepEqual(other.problems, NO_PROBLEMS);
});
