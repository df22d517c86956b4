// Keeping scenarios in the browser: nothing that could be read is ever lost, and everything can be taken back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, enter as enterRoom, leave, NO_PROBLEMS, open, plain, rest } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const KEY = 'ombuigen.scenarios';
const LIMITS = 'v=1&d=2019.1&t=35385056&s=begrenzing&b=trend-zonder-harmonisatie&poh.fte=9.5';
const NONE = 'v=1&d=2019.1&t=43023519&s=geen';
const OPENING = 'v=1&d=2019.1&t=37746391';

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const nameField = (page) => page.locator('#bewaar-naam');
const noteField = (page) => page.locator('#bewaar-notitie');
const names = (page) => page.locator('.kept__name').allInnerTexts();
const status = async (page) => plain(await page.locator('.saved__status p').innerText());
const stored = (page, key = KEY) => page.evaluate((at) => localStorage.getItem(at), key);
const file = (entries, more = {}) => JSON.stringify({ bestand: 'ombuigen-scenarios', versie: 1, scenarios: entries, ...more });
const entry = (naam, link = LIMITS, minute = 0, notitie = '') =>
  ({ naam, notitie, bewaard: new Date(Date.UTC(2025, 10, 22, 12, minute)).toISOString(), link });

/** Waits until the page is about the scenario with this deficit. */
const shows = (page, euros) => page.waitForFunction((amount) => amount
  === Math.round(Number(document.querySelector('.year-table data[data-figure="deficit"][data-year="2025"]').value)), euros);

const enter = (page) => enterRoom(page, 'Bewaren');

/** A page with the room open; `kept` is the text that the browser kept before. */
async function room({ kept, fragment = `#${LIMITS}`, ...options } = {}) {
  const page = await app.newPage({ fragment, ...options });
  if (kept !== undefined) await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, kept]);
  await enter(page);
  return page;
}

async function save(page, name, note = '') {
  await nameField(page).fill(name);
  await noteField(page).fill(note);
  await press(page, 'Bewaar');
}

/** Gives the room a file. */
const choose = (page, name, content) =>
  page.getByLabel('Haal scenario’s uit een bestand').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

/** Waits until the line at the bottom says something. */
const says = (page, pattern) => page.locator('.saved__status p', { hasText: pattern }).waitFor();

/** What a press of a button downloads, with its name. */
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a box shuts by a click beside it, not by one on its edge, nor by selecting text over its edge', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 800 } });
  const box = await enter(page);
  const { x, y, height } = await box.boundingBox();
  await page.mouse.click(x + 4, y + height / 2);
  const name = await page.getByLabel('Naam', { exact: true }).boundingBox();
  await page.mouse.move(name.x + 60, name.y + 10);
  await page.mouse.down();
  await page.mouse.move(x - 6, name.y + 10);
  await page.mouse.up();
  assert.ok(await box.isVisible());
  await page.mouse.click(x - 6, y + height / 2);
  await box.waitFor({ state: 'detached' });
});

test('the room shuts when the page goes to another scenario', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=9.5' });
  await page.evaluate(() => { location.hash = '#poh.fte=8.5'; });
  await page.waitForFunction(() => document.querySelector('[data-lever="poh.fte"]').value === '8.5');
  await enter(page);
  await page.goBack();
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
});

test('what is typed and not saved is there again when the room is', async () => {
  const page = await app.newPage();
  await enter(page);
  await page.getByLabel('Naam', { exact: true }).fill('Nog niet bewaard');
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  await enter(page);
  assert.equal(await page.getByLabel('Naam', { exact: true }).inputValue(), 'Nog niet bewaard');
});

test('what is kept is there after a reload with its amounts, opens on the page and is marked there', async () => {
  const page = await room();
  assert.equal(await nameField(page).inputValue(), 'Alleen begrenzing, aangepast');
  await save(page, 'Voorstel van de fractie', 'voor de raad\nvan maandag');
  assert.equal(await status(page), '“Voorstel van de fractie” is bewaard.');
  await page.goto(`${app.url}#${NONE}`);
  await page.reload();
  await rest(page);
  await enter(page);
  const row = page.locator('.kept');
  assert.match(plain(await row.innerText()), /Voorstel van de fractie\s+\d+ \w+ \d{4} om \d\d:\d\d\s+voor de raad\nvan maandag\s+Cijfers\s+2019\.1\s+Tekort 2025\s+€ 35\.385\.056/);
  assert.equal(Math.round(Number(await row.locator('[data-kept="deficit"]').getAttribute('value'))), 35385056);
  assert.equal(await row.getByText('nu op de pagina').count(), 0);
  await press(page, 'Openen: Voorstel van de fractie');
  await page.locator('.saved').waitFor({ state: 'detached' });
  await page.waitForURL(/poh\.fte=9\.5/);
  await shows(page, 35385056);
  await enter(page);
  assert.equal(await row.getByText('nu op de pagina').count(), 1);
  assert.match(await page.locator('.saved__now').innerText(), /Dit scenario is bewaard als “Voorstel van de fractie”/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('another name and note, a copy, and deleting: each can be taken back, the last one first', async () => {
  const page = await room({ kept: file([entry('A', LIMITS, 2), entry('B', NONE, 1)]) });
  await press(page, 'Naam of notitie wijzigen: A');
  const form = page.locator('.kept form');
  await form.getByLabel('Naam').fill('B');
  await form.getByLabel('Naam').press('Enter');
  assert.match(await form.innerText(), /Er is al een scenario met de naam “B”/);
  await form.getByLabel('Naam').fill('C');
  assert.equal(await form.locator('.field__error').count(), 0, 'it is about what was typed before');
  await form.getByLabel('Notitie').fill('was A');
  await press(page, 'Klaar');
  assert.equal(await status(page), '“A” heet nu “C”.');
  await press(page, 'Dupliceren: C');
  assert.deepEqual(await names(page), ['C (2)', 'C', 'B']);
  for (const gone of ['C', 'B']) await press(page, `Verwijderen: ${gone}`);
  assert.deepEqual(await names(page), ['C (2)']);
  const steps = [['C (2)', 'B'], ['C (2)', 'C', 'B'], ['C', 'B'], ['A', 'B']];
  for (const expected of steps) {
    await press(page, 'Ongedaan maken');
    assert.deepEqual(await names(page), expected);
    assert.match(await status(page), /^Ongedaan gemaakt\. /);
  }
  assert.equal(await page.getByRole('button', { name: 'Ongedaan maken' }).count(), 0);
  assert.deepEqual(JSON.parse(await stored(page)).scenarios, [entry('A', LIMITS, 2), entry('B', NONE, 1)]);
});

test('what was deleted before the room was shut can still be taken back', async () => {
  const page = await room({ kept: file([entry('A')]) });
  await press(page, 'Verwijderen: A');
  await leave(page);
  await enter(page);
  await press(page, 'Ongedaan maken');
  assert.deepEqual(await names(page), ['A']);
});

test('a name that is taken is asked about: replace or keep both', async () => {
  const page = await room({ kept: file([entry('Plan', NONE)]) });
  await save(page, 'Plan');
  const why = page.locator('.saved__form .saved__why');
  assert.match(await why.innerText(), /Er is al een scenario met de naam “Plan”, bewaard op 22 november 2025 om 13:00/);
  assert.equal(JSON.parse(await stored(page)).scenarios.length, 1);
  await press(page, 'Bewaar allebei');
  assert.deepEqual(await names(page), ['Plan (2)', 'Plan']);
  await press(page, 'Ongedaan maken');
  await save(page, 'Plan');
  await press(page, 'Vervang het');
  assert.equal(await status(page), '“Plan” is vervangen.');
  assert.deepEqual(JSON.parse(await stored(page)).scenarios.map(({ naam, link }) => [naam, link]), [['Plan', LIMITS]]);
  await press(page, 'Ongedaan maken');
  assert.deepEqual(JSON.parse(await stored(page)).scenarios, [entry('Plan', NONE)]);
});

test('odd names are text; an empty or endless one gets a sentence and stays in the field', async () => {
  const page = await room();
  const odd = ['<script>document.title="x"</script>', '"’; \\ {} & %26 #v=2', '👩‍👩‍👧‍👦 💶', 'תרחיש חדש', 'a\u202Eb'];
  for (const name of odd) await save(page, name);
  assert.deepEqual((await names(page)).reverse(), [...odd.slice(0, 4), 'ab']);
  assert.notEqual(await page.title(), 'x');
  for (const [name, why] of [['   ', /Geef het scenario een naam/], ['\u200B', /Geef het scenario een naam/], ['x'.repeat(500), /500 tekens.*hoogstens 80/]]) {
    await save(page, name);
    assert.match(await page.locator('.saved__form .field__error').innerText(), why);
    assert.equal(await nameField(page).inputValue(), name);
  }
  assert.equal((await names(page)).length, odd.length);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('a file takes everything to another browser, and back without doubling', async () => {
  const page = await room({ kept: file([entry('A', LIMITS, 2, 'notitie'), entry('B', NONE, 1)]) });
  const { name, text } = await downloaded(page, 'Download alle 2 scenario’s');
  assert.match(name, /^ombuigen-scenarios-\d{4}-\d\d-\d\d\.json$/);
  const other = await room({ kept: file([entry('B', OPENING, 3)]) });
  await choose(other, name, text);
  await says(other, '2 scenario’s toegevoegd.');
  assert.equal(await status(other), '2 scenario’s toegevoegd. De naam bestond al voor een ander scenario, daarom met een nummer: “B (2)”.');
  assert.deepEqual(await names(other), ['B', 'A', 'B (2)']);
  assert.deepEqual(JSON.parse(await stored(other)).scenarios[1], entry('A', LIMITS, 2, 'notitie'));
  await choose(other, name, text);
  await says(other, 'Alles wat in het bestand staat, was er al');
  assert.deepEqual(await names(other), ['B', 'A', 'B (2)']);
  await press(other, 'Ongedaan maken');
  assert.deepEqual(await names(other), ['B']);
  assert.deepEqual(other.problems, NO_PROBLEMS);
});

test('a foreign, empty, huge or damaged file is said, a later one read as far as possible; nothing is touched', async () => {
  const page = await room({ kept: file([entry('A')]) });
  const whole = file([entry('X', NONE), entry('Y', OPENING)]);
  const refused = [
    ['motie.pdf', '%PDF-1.7 \u0000{<</Type /Page>>}', 'geen bestand met scenario’s van deze simulator'],
    ['anders.json', '{"link": "https://elders.example"}', 'begint met ombuigen-scenarios en eindigt op .json'],
    ['foto.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8]), 'geen bestand met scenario’s'],
    ['leeg.json', '', 'er staat niets in'],
    ['groot.json', Buffer.alloc(5_000_001, 0x7b), 'groter dan 5 MB'],
  ];
  for (const [name, content, why] of refused) {
    await choose(page, name, content);
    await says(page, why);
    assert.match(await status(page), /^Uit dit bestand is niets overgenomen: /);
  }
  assert.deepEqual(await names(page), ['A']);
  await choose(page, 'half.json', whole.slice(0, -60));
  await says(page, '1 scenario toegevoegd. Het bestand is beschadigd');
  await choose(page, 'later.json', file([entry('Z', `${NONE.replace('v=1', 'v=3')}`)], { versie: 2, mappen: [] }));
  await says(page, 'nieuwere versie (2)');
  assert.deepEqual((await names(page)).sort(), ['A', 'X', 'Z']);
  assert.match(await page.locator('.kept', { has: page.getByRole('heading', { name: 'Z' }) }).innerText(), /Over de link van dit scenario[^]*nieuwere versie/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('a damaged link stays in the list with what is wrong with it', async () => {
  const page = await room({ kept: file([entry('Oud', 'v=1&d=2019.1&t=5&poh.fte=99&onzin=1')]) });
  const told = await page.locator('.kept__doubts li').allInnerTexts();
  assert.equal(told.length, 3);
  for (const words of [/van 0 tot en met 20/, /onzin.*bestaat niet/, /uitkomst is anders/]) assert.match(told.join(' '), words);
});

test('the scenario on the page is found by what it holds, not by the text of its link', async () => {
  const page = await room({ kept: file([entry('Zonder plan', 'v=1&t=5&s=geen')]), fragment: `#${NONE}` });
  assert.match(await page.locator('.saved__now').innerText(), /Dit scenario is bewaard als “Zonder plan”/);
  assert.match(await page.locator('.kept').innerText(), /nu op de pagina/);
});

test('of a damaged store everything readable is shown, and the text itself is kept until the user has it', async () => {
  const damaged = file([entry('A', LIMITS, 2), entry('B', NONE, 1)]).slice(0, -40);
  const page = await room({ kept: damaged });
  assert.deepEqual(await names(page), ['A']);
  assert.match(await page.locator('.saved__notices').innerText(), /beschadigd[^]*niet weggegooid/);
  await save(page, 'C');
  assert.deepEqual(JSON.parse(await stored(page)).scenarios.map(({ naam }) => naam), ['C', 'A']);
  assert.equal(await stored(page, `${KEY}.beschadigd.1`), damaged);
  assert.equal((await downloaded(page, 'Download die tekst')).text, damaged);
  await press(page, 'Gooi die tekst hier weg');
  assert.equal(await stored(page, `${KEY}.beschadigd.1`), null);
  assert.equal(await page.locator('.saved__why').count(), 0);
  assert.deepEqual(await names(page), ['C', 'A']);
  for (const text of ['onzin', '[1,2]', '{"bestand":']) {
    const other = await room({ kept: text });
    await save(other, 'D');
    assert.equal(await stored(other, `${KEY}.beschadigd.1`), text);
    assert.deepEqual(await names(other), ['D']);
  }
});

test('what a later version kept can be opened and downloaded, and is not overwritten', async () => {
  const later = file([{ ...entry('A'), kleur: 'rood' }], { versie: 2 });
  const page = await room({ kept: later });
  assert.deepEqual(await names(page), ['A']);
  await save(page, 'B', 'mijn notitie');
  assert.match(await page.locator('.saved__form .saved__why').innerText(), /nieuwere versie \(2\)[^]*Ververs de pagina/);
  assert.equal(await noteField(page).inputValue(), 'mijn notitie');
  await press(page, 'Verwijderen: A');
  assert.match(await status(page), /Niet bewaard: .*nieuwere versie/);
  assert.equal(await stored(page), later);
  assert.equal((await downloaded(page, 'Download die tekst')).text, later);
});

test('two windows at once: neither loses what the other keeps', async () => {
  const page = await room();
  const other = await page.context().newPage();
  await other.goto(`${app.url}#${NONE}`);
  await enter(other);
  await save(page, 'van het ene');
  await other.locator('.kept__name', { hasText: 'van het ene' }).waitFor();
  await save(other, 'van het andere');
  await page.locator('.kept__name', { hasText: 'van het andere' }).waitFor();
  await press(other, 'Verwijderen: van het ene');
  await page.locator('.kept__name', { hasText: 'van het ene' }).waitFor({ state: 'detached' });
  await press(page, 'Ongedaan maken');
  assert.match(await status(page), /Er was niets meer ongedaan te maken/);
  assert.deepEqual(await names(page), ['van het andere']);
});

/** A page whose browser does something else with its storage, with the room open. */
async function roomWith(script) {
  const context = await app.browser.newContext({ locale: 'nl-NL', acceptDownloads: true });
  await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(`${app.url}#${LIMITS}`);
  await rest(page);
  await enter(page);
  return page;
}

test('where the browser keeps nothing it says so, and goes on until the page is closed', async () => {
  const page = await roomWith(() => {
    Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('Access is denied', 'SecurityError'); } });
  });
  assert.match(await page.locator('.saved__notices').innerText(), /Deze browser bewaart niets voor deze pagina[^]*Download/);
  assert.equal(await page.getByText('staat alleen in deze browser').count(), 0, 'nothing is promised that does not hold');
  await save(page, 'A');
  await leave(page);
  await enter(page);
  assert.deepEqual(await names(page), ['A']);
  const { text } = await downloaded(page, 'Download het scenario');
  assert.equal(JSON.parse(text).scenarios[0].naam, 'A');
  await choose(page, 'b.json', file([entry('B', NONE)]));
  await says(page, '1 scenario toegevoegd.');
  assert.deepEqual(await names(page), ['A', 'B']);
});

test('a full storage is said, with what was typed still there and two ways to keep it elsewhere', async () => {
  const page = await roomWith(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await save(page, 'Te veel', 'een notitie');
  assert.match(await page.locator('.saved__form .saved__why').innerText(), /opslag van deze browser is vol/);
  assert.deepEqual(await names(page), []);
  assert.equal(await nameField(page).inputValue(), 'Te veel');
  assert.equal(await noteField(page).inputValue(), 'een notitie');
  const { name, text } = await downloaded(page, 'Download dit scenario');
  assert.match(name, /^ombuigen-scenario-/);
  const [only] = JSON.parse(text).scenarios;
  assert.deepEqual([only.naam, only.notitie, only.link], ['Te veel', 'een notitie', LIMITS]);
  assert.equal(await page.locator('.saved__why').getByRole('button', { name: 'Kopieer de link' }).count(), 1);
});

test('500 kept scenarios: the list shows a page at a time, and a word finds one among them', async () => {
  const many = Array.from({ length: 500 }, (_, at) => entry(`Scenario ${at}`, `v=1&d=2019.1&poh.fte=${(at % 200) / 10}`, -at, at === 321 ? 'de naald' : ''));
  const page = await room({ kept: file(many) });
  assert.equal(await page.getByRole('heading', { name: 'Bewaard in deze browser (500)' }).count(), 1);
  assert.equal(await page.locator('.kept').count(), 25);
  await press(page, 'Toon er nog 25 (van 475)');
  assert.equal(await page.locator('.kept').count(), 50);
  await page.getByLabel('Zoek in namen en notities').fill('NAALD');
  assert.deepEqual(await names(page), ['Scenario 321']);
  await press(page, 'Verwijderen: Scenario 321');
  assert.match(await page.locator('.saved__list').innerText(), /Niets gevonden/);
  await press(page, 'Ongedaan maken');
  assert.equal(JSON.parse(await stored(page)).scenarios.length, 500);
  assert.deepEqual(JSON.parse(await stored(page)).scenarios, many);
});

test('with the keyboard alone: keep, rename, delete, take back, open', async () => {
  const page = await room();
  const key = async (...keys) => { for (const one of keys) await page.keyboard.press(one); };
  const at = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '');
  const to = async (label) => {
    for (let tabs = 0; tabs < 60 && await at() !== label; tabs += 1) await key('Tab');
    assert.equal(await at(), label);
  };
  await nameField(page).focus();
  await key('Control+A');
  await page.keyboard.type('Eerste');
  await key('Enter');
  await says(page, '“Eerste” is bewaard.');
  await to('Naam of notitie wijzigen: Eerste');
  await key('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'wijzig-naam');
  await page.keyboard.type('x');
  await key('Escape');
  assert.deepEqual(await names(page), ['Eerste']);
  assert.equal(await page.locator('.saved').count(), 1, 'Escape leaves the name, not the room');
  await page.waitForFunction(() => document.activeElement !== document.body);
  await to('Verwijderen: Eerste');
  assert.ok(await page.evaluate(() => {
    const { left, top, width, height } = document.activeElement.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement;
  }), 'what has the focus is not covered');
  await key('Enter');
  await page.waitForFunction(() => document.activeElement.textContent === 'Ongedaan maken');
  await key('Enter');
  assert.deepEqual(await names(page), ['Eerste']);
  await to('Openen: Eerste');
  await key('Enter');
  await page.locator('.saved').waitFor({ state: 'detached' });
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`accessible with entries, a question, a form and a warning at ${width} px, ${colorScheme}`, async () => {
      const entries = Array.from({ length: 12 }, (_, at) => entry(`Voorstel ${at} ${'lang '.repeat(at)}`, at === 1 ? 'v=1&poh.fte=99' : LIMITS, -at, 'notitie'));
      const page = await room({ kept: file(entries).slice(0, -10), viewport: { width, height: 800 }, colorScheme });
      await press(page, 'Naam of notitie wijzigen: Voorstel 0');
      await save(page, 'Voorstel 0', 'een andere');
      await press(page, 'Dupliceren: Voorstel 2 lang lang');
      assert.deepEqual(await axe(page), []);
      const overflow = () => { const box = document.querySelector('dialog.meeting'); return box.scrollWidth - box.clientWidth; };
      assert.equal(await page.evaluate(overflow), 0, 'the room scrolls sideways');
      assert.deepEqual(page.problems, NO_PROBLEMS);
    });
  }
}

/** Counts how often the page asks the browser to keep what is kept, and promises it. */
const promise = (page) => page.addInitScript(() => {
  window.asked = 0;
  navigator.storage.persist = async () => { window.asked += 1; return true; };
  navigator.storage.persisted = async () => window.asked > 0;
});

test('the first that is kept asks the browser not to clear it; the page says what it may do, and when all last went to a file', async () => {
  const page = await app.newPage({ fragment: `#${LIMITS}` });
  await promise(page);
  await page.reload();
  await enter(page);
  const help = page.locator('section[aria-labelledby="kop-bestand"] .lever__help').first();
  assert.match(plain(await help.innerText()), /kan ze ook uit zichzelf wissen.*Safari \(iPhone, iPad en Mac\) wist ze als u hem zeven dagen gebruikt/);
  assert.equal(await page.evaluate(() => window.asked), 0, 'nothing is asked before there is something to keep');
  await save(page, 'A');
  await help.filter({ hasText: 'heeft toegezegd' }).waitFor();
  await save(page, 'B', 'ook');
  await says(page, /“B” is bewaard/);
  assert.equal(await page.evaluate(() => window.asked), 1, 'it is asked once');
  const filed = page.locator('[data-saved="filed"]');
  assert.equal(plain(await filed.innerText()), 'Laatst als bestand bewaard: nooit.');
  await downloaded(page, 'Download alle 2 scenario’s');
  await filed.filter({ hasText: /bewaard: \d+ \w+ \d{4} om \d\d:\d\d\.$/ }).waitFor();
  await save(page, 'C', 'nieuw');
  await filed.filter({ hasText: 'Sindsdien bewaarde u er 1' }).waitFor();
  await page.reload();
  await enter(page);
  assert.match(plain(await filed.innerText()), /Sindsdien bewaarde u er 1: die staan er niet in\.$/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});
