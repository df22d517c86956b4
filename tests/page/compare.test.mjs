// Scenarios side by side: links of all factions in one go, the same assumptions on a switch, nothing lost on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

// tests/compare.rs expects the same amounts of the calculation itself.
const OTHER_WORLD = 's=begrenzing&groei.zwaarte=2.5&budget.2023=55000000&realisatie.hard=50&base.pgb=3100000&start.14=2022';
const ACTION_PLAN = '37746391.47';
const OLD = '#d=2019.1';

/** Opens the page and its room for comparing. */
async function compare(options) {
  const page = await app.newPage(options);
  await reopen(page);
  return page;
}

async function reopen(page) {
  await enter(page, 'Vergelijk');
  await page.locator('.versus__chosen').waitFor();
}

async function paste(page, text) {
  await page.getByLabel('Voeg links toe').fill(text);
  await page.getByRole('button', { name: 'Voeg deze links toe' }).click();
}

const clean = (text) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
const told = (page) => page.locator('.versus__told').innerText().then(clean);
const names = (page) => page.locator('.versus__card input').evaluateAll((all) => all.map((field) => field.value || field.placeholder));
const letters = (page) => page.locator('.versus__card .letter__sign').allInnerTexts();
const remove = (page, letter) => page.getByRole('button', { name: new RegExp(`^Verwijder ${letter} `) }).click();
const amount = (page, letter, figure = 'deficit', year = 2025) =>
  page.locator(`data[data-compare="${figure}"][data-scenario="${letter}"][data-year="${year}"]`).first().getAttribute('value');
const setting = (page, id, letter) => page.locator(`[data-setting="${id}"][data-scenario="${letter}"]`).innerText().then(clean);
const spread = (page, id, of) => page.locator(`data[data-setting="${id}"][data-spread="${of}"]`).innerText().then(clean);
const suppose = (page, name) => page.getByRole('radio', { name }).check();

test('the scenario on the page stands beside the action plan, or beside no measures where it is the action plan', async () => {
  const page = await compare({ fragment: OLD });
  assert.deepEqual(await names(page), ['Actieplan 2019', 'Zonder maatregelen']);
  assert.equal(await amount(page, 'A'), ACTION_PLAN);
  const moved = await compare({ fragment: '#v=1&d=2019.1&poh.fte=9.5' });
  assert.deepEqual(await names(moved), ['Actieplan 2019, aangepast', 'Actieplan 2019']);
  assert.equal(await amount(moved, 'B'), ACTION_PLAN);
  const difference = Number(await amount(moved, 'A')) - Number(ACTION_PLAN);
  assert.equal(await amount(moved, 'B', 'difference'), (-difference).toFixed(2));
  assert.equal(await setting(moved, 'poh.fte', 'A'), '9,5 fte');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('a mail with links of six factions becomes six named columns; a seventh is refused and stays in the field', async () => {
  const page = await compare();
  await remove(page, 'B');
  await remove(page, 'A');
  const url = `${app.url}?#v=1&d=2019.1`;
  await paste(page, `Beste griffier,

Fractie Noord: ${url}&poh.fte=9.5
> Fractie Zuid (samen) – <${url}&poh.fte=4>
${url}&poh.fte=3
Fractie Oost: ${url}&wlz.jeugdigen=
7
Filter: https://filter.example/?url=https%3A%2F%2Fa.example%2F%23v%3D1%26poh.fte%3D5&data=05
Fractie West: ${url.replaceAll('&', '&amp;')}&amp;poh.fte=6
Te laat: ${url}&poh.fte=7
Met groet`);
  assert.deepEqual(await names(page), ['Fractie Noord', 'Fractie Zuid (samen)', 'Scenario 3', 'Fractie Oost', 'Filter', 'Fractie West']);
  assert.match(await told(page), /Toegevoegd: A, B, C, D, E en F\. Er passen er zes naast elkaar.*Te laat\.$/);
  assert.equal(await page.getByLabel('Voeg links toe').inputValue(), `Te laat: ${url}&poh.fte=7`);
  assert.equal(await page.locator('.versus__notes').count(), 0, 'every link was read whole');
  const fte = ['9,5 fte', '4 fte', '3 fte', '12,2 fte', '5 fte', '6 fte'];
  for (const [at, value] of fte.entries()) assert.equal(await setting(page, 'poh.fte', 'ABCDEF'[at]), value);
  assert.equal(await spread(page, 'poh.fte', 'lowest'), '3 fte');
  assert.equal(await spread(page, 'poh.fte', 'highest'), '12,2 fte');
  assert.equal(await spread(page, 'poh.fte', 'average'), '6,62 fte');
  // Room for one more: what was left in the field takes the free letter, the others keep theirs.
  await remove(page, 'B');
  await page.getByRole('button', { name: 'Voeg deze links toe' }).click();
  assert.deepEqual(await letters(page), ['A', 'B', 'C', 'D', 'E', 'F']);
  assert.equal((await names(page))[1], 'Te laat');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the chart fills the room it opens in, at its own scale', async () => {
  const page = await compare({ viewport: { width: 1024, height: 768 } });
  const chart = page.locator('svg[aria-label^="Lijngrafiek van het tekort"]');
  await page.waitForFunction((svg) => Math.abs(svg.viewBox.baseVal.width - svg.clientWidth) <= 1, await chart.elementHandle());
});

test('a text without a link gets a sentence and stays', async () => {
  const page = await compare();
  await paste(page, 'De link volgt nog, zie https://a.example/#nieuws');
  assert.match(await told(page), /geen link van deze simulator/);
  assert.equal(await page.getByLabel('Voeg links toe').inputValue(), 'De link volgt nog, zie https://a.example/#nieuws');
  await paste(page, '   ');
  assert.match(await told(page), /Plak eerst/);
  assert.equal((await names(page)).length, 2);
});

test('what a link held that was not taken over stands with its scenario', async () => {
  const page = await compare();
  await paste(page, 'Later: #v=9&d=2019.1&onzin=4&poh.fte=99&t=1');
  const notes = await page.locator('.versus__card', { has: page.getByLabel('Naam van C') }).locator('.versus__notes li').allInnerTexts();
  for (const words of [/nieuwere versie/, /onzin.*bestaat niet/, /van 0 tot en met/, /was toen € 1 en is nu/]) {
    assert.match(clean(notes.join(' ')), words);
  }
  assert.equal(await page.locator('.versus__notes').count(), 1);
});

test('under the same assumptions only the policy differs, as the calculation itself has it', async () => {
  const page = await compare({ fragment: OLD });
  await paste(page, `Andere wereld: #v=1&d=2019.1&${OTHER_WORLD}`);
  await remove(page, 'B');
  assert.equal(await amount(page, 'C'), '22090419.75');
  await page.locator('.versus__warning', { hasText: 'ook verschillende aannames' }).waitFor();
  assert.equal(await setting(page, 'budget.2023', 'A'), 'niet ingevuld');
  assert.match(clean(await page.locator('tr', { has: page.locator('[data-setting="budget.2023"]') }).innerText()), /over 1 van 2/);
  const p10 = await amount(page, 'A', 'p10');

  await suppose(page, 'de aannames van C');
  assert.deepEqual([await amount(page, 'A'), await amount(page, 'C')], ['20424123.28', '22090419.75']);
  for (const heading of await page.locator('.versus-room section h3').allInnerTexts()) {
    if (heading !== 'Welke scenario’s') assert.match(heading, /alle met de aannames van C \(Andere wereld\)/);
  }
  assert.equal(await page.locator('[data-setting="groei.zwaarte"]').count(), 0);
  assert.equal(await setting(page, 'start.14', 'C'), '2022');
  await page.waitForFunction((before) => {
    const now = document.querySelector('data[data-compare="p10"][data-scenario="A"]');
    return now && now.value !== before;
  }, p10);

  await suppose(page, 'de standaardaannames');
  assert.deepEqual([await amount(page, 'A'), await amount(page, 'C')], [ACTION_PLAN, '40337508.15']);
  await suppose(page, 'de aannames van C');
  await remove(page, 'C');
  assert.match(await told(page), /weer met de eigen aannames/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the realisation of a ready-made scenario is an assumption too', async () => {
  const page = await compare({ fragment: OLD });
  await page.getByLabel('Voeg een scenario toe').selectOption({ label: 'Behoedzaam: zacht 15 %, hard 60 % (aanname)' });
  await page.getByRole('button', { name: 'Voeg toe', exact: true }).click();
  assert.match(await told(page), /Toegevoegd als C/);
  assert.notEqual(await amount(page, 'C'), ACTION_PLAN);
  await page.locator('data[data-compare="p50"][data-scenario="C"]').waitFor();
  assert.match(await page.locator('.versus tr', { hasText: 'Bandbreedte van het tekort' }).innerText(), /Met de realisatie zoals ingesteld/);
  await suppose(page, 'de aannames van A');
  assert.equal(await amount(page, 'C'), ACTION_PLAN);
});

test('a measure whose effect nobody knows is named, and its effect is not zero', async () => {
  const page = await compare();
  await paste(page, 'Meer: #v=1&verzuim.investering=50000');
  const row = page.locator('tr', { hasText: 'Effect onbekend' });
  assert.match(clean(await row.innerText()), /geen.*6\./);
});

test('the choice outlives the room, and follows the scenario on the page', async () => {
  const page = await compare();
  await paste(page, 'Fractie Noord: #v=1&d=2019.1&poh.fte=4');
  await page.getByLabel('Naam van B').fill('Niets doen');
  await suppose(page, 'de standaardaannames');
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await page.waitForURL(/poh\.fte=12\.3(&|$)/);
  await reopen(page);
  assert.deepEqual(await names(page), ['Actieplan 2019, aangepast', 'Niets doen', 'Fractie Noord']);
  assert.equal(await setting(page, 'poh.fte', 'A'), '12,3 fte');
  assert.ok(await page.getByRole('radio', { name: 'de standaardaannames' }).isChecked());
  // Through another room and back.
  await page.locator('.meeting__doors').getByRole('button', { name: 'Bewaren' }).click();
  await page.locator('.meeting__doors').getByRole('button', { name: 'Vergelijk' }).click();
  assert.equal((await names(page)).length, 3);
});

test('a scenario opens on the page, and the one that was there stays in the comparison', async () => {
  const page = await compare({ fragment: '#v=1&d=2019.1&poh.fte=9.5' });
  await paste(page, `Fractie Noord: #v=1&d=2019.1&poh.fte=4`);
  await page.getByRole('button', { name: 'Open op de pagina: C Fractie Noord' }).click();
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelector('[data-lever="poh.fte"]').value === '4' && document.activeElement.id === 'inhoud');
  await reopen(page);
  assert.deepEqual(await names(page), ['Actieplan 2019, aangepast', 'Actieplan 2019', 'Fractie Noord']);
  assert.equal(await setting(page, 'poh.fte', 'A'), '9,5 fte');
  assert.match(await page.locator('.versus__card').nth(2).innerText(), /Nu op de pagina/);
  // What is changed on the page from there is a scenario of its own: nobody's column changes under its name.
  await page.keyboard.press('Escape');
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await page.waitForURL(/poh\.fte=4\.1(&|$)/);
  await reopen(page);
  const fte = await Promise.all(['A', 'C', 'D'].map((letter) => setting(page, 'poh.fte', letter)));
  assert.deepEqual(fte, ['9,5 fte', '4 fte', '4,1 fte']);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the comparison copies as text with tabs, names and links', async () => {
  const page = await compare({ fragment: OLD, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByLabel('Naam van B').fill('=1+1');
  await page.getByRole('button', { name: 'Kopieer de vergelijking' }).click();
  await page.getByText('Vergelijking gekopieerd.').waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  const line = (name) => lines.find(([first]) => first.startsWith(name));
  assert.deepEqual(lines[2], ['', '', 'A Actieplan 2019', 'B =1+1']);
  assert.match(line('Link')[3], /^http:\/\/127\.0\.0\.1:\d+\/\?#v=2&d=2019\.1&c=[a-z2-7]{6}&t=\d+&s=geen$/);
  assert.deepEqual(line('Tekort in 2025'), ['Tekort in 2025', 'euro', '37746391,47', (await amount(page, 'B')).replace('.', ',')]);
  assert.deepEqual(line('Verschil')[2], '0,00');
  assert.deepEqual(line('8. POH-jeugd bij de huisarts').slice(1), ['fte', '12,2', '5,5', '5,5', '12,2', '8,85', '2 van 2']);
});

test('all of it goes by keyboard', async () => {
  const page = await compare();
  const tabTo = async (name) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const at = document.activeElement;
        return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
      });
      if (here.includes(name)) return;
    }
    assert.fail(`no way to “${name}” by keyboard`);
  };
  await tabTo('Naam van B');
  await page.keyboard.type('Niets');
  await tabTo('Verwijder A Actieplan 2019');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'kop-vergelijk-gekozen', 'the focus is not lost');
  await tabTo('Voeg links toe');
  await page.keyboard.type('Noord: #poh.fte=4');
  await tabTo('Voeg deze links toe');
  await page.keyboard.press('Space');
  assert.deepEqual(await names(page), ['Noord', 'Niets']);
  await tabTo('eigen aannames van elk scenario');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.getByRole('radio', { name: 'de aannames van A' }).isChecked());
});

for (const [name, options] of Object.entries({
  'a wide screen': { viewport: { width: 1280, height: 900 } },
  'a phone': { viewport: { width: 360, height: 800 } },
  'dark colours': { viewport: { width: 768, height: 900 }, colorScheme: 'dark' },
})) {
  test(`accessible, and nothing wider than the screen: ${name}`, async () => {
    const page = await compare(options);
    await paste(page, `Later: #v=3&onzin=4&poh.fte=9\nEen fractie met een hele lange naam die niet past: #${OTHER_WORLD}`);
    await page.locator('.versus-room details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    await page.locator('data[data-compare="p50"][data-scenario="D"]').waitFor();
    assert.deepEqual(await axe(page), []);
    const wide = await page.locator('dialog.meeting').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    assert.equal(wide, 0);
    if (options.viewport.width < 400) {
      const over = await page.locator('.versus__scroll').evaluateAll((all) => all.map((table) => table.scrollWidth - table.clientWidth));
      assert.deepEqual(over, over.map(() => 0), 'on a phone no table scrolls sideways');
    }
  });
}

test('on paper: the names, what they come to, the lines and what differs, with the link of each, in place of the page', async () => {
  const page = await compare({ fragment: '#v=2&d=2026.1&poh.fte=9.5&naam=Fractie%20A' });
  await page.getByText(/8 van de 10/).first().waitFor();
  await page.locator('html[data-rest]').waitFor({ state: 'attached' });
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length <= 2);
  assert.equal(pdf.match(/\/URI \(http[^)]*\?#v=2[^)]*\)/g).length, 2);
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.written--alone');
  const text = clean(await paper.innerText());
  for (const part of [/^Vergelijking van scenario’s A Fractie A B Actieplan 2019 Datum: \d+ \w+ \d{4} Cijfers: 2026\.1/, /× € 1\.000, in lopende prijzen\. V is voordelig/, /8\. POH-jeugd bij de huisarts: Formatie POH-jeugd 9,5 fte 12,2 fte/]) assert.match(text, part);
  const row = paper.locator('tr', { hasText: 'Tekort in 2025' }).first();
  const thousands = Math.round(Number(await amount(page, 'A')) / 1000).toLocaleString('nl-NL');
  assert.equal(clean(await row.locator('td').first().innerText()), `${thousands} N`);
  assert.doesNotMatch(clean(await paper.locator('tr', { hasText: 'laag' }).innerText()), /–/);
  const line = await paper.locator('.versus__line').first().evaluate((path) => getComputedStyle(path).stroke);
  assert.equal(line, 'rgb(18, 79, 124)');
  for (const gone of ['#pagina', 'dialog.meeting']) assert.ok(await page.locator(gone).isHidden(), gone);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});
