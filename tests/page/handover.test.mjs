// Handing a scenario over: as a link, on paper, as data, as pictures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import jsqr from 'jsqr';
import { axe, enter, leave, NO_PROBLEMS, open, plain, rest, sheet, total, type, written } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** The second check scenario, with a reason. */
const OWN = '#v=1&d=2019.1&t=13036090&poh.fte=4.2&pgb.pct-zelfstandig=88&pgb.pct-instelling=90&ggz.max-uren-sggz=40'
  + '&groei.zwaarte=2.5&prijs.vast=3&budget.extra=2&budget.rijk=1&realisatie.zacht=30&budget.2023=55000000'
  + '&start.14=2022&ramp.14=3&base.pgb=3100000&reden.base.pgb=Stond%20in%20de%20jaarrekening';

/** As long as a link may be for mail and chat. */
const LONG = `${OWN.split('&reden')[0]}&reden.base.pgb=${'%C3%A9'.repeat(100)}`;

/** A page with the room open. */
async function room(options = {}) {
  const page = await app.newPage(options);
  await enter(page, 'Deel');
  return page;
}

const download = async (page, name) => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

const linkOf = (page) => page.locator('.handover__link').innerText();

/** What a phone would read in a picture. */
async function scan(page, png) {
  const { data, width, height } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    let text64 = '';
    for (let at = 0; at < pixels.data.length; at += 8192) text64 += String.fromCharCode(...pixels.data.subarray(at, at + 8192));
    return { data: btoa(text64), width: image.width, height: image.height };
  }, png.toString('base64'));
  const read = jsqr.default ?? jsqr;
  return read(new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height)?.data;
}

for (const [name, options] of Object.entries({
  '1280 px': { viewport: { width: 1280, height: 800 } },
  '360 px, a long link': { viewport: { width: 360, height: 800 }, fragment: LONG },
  'dark colours': { colorScheme: 'dark', fragment: OWN },
})) {
  test(`accessible and within the window: ${name}`, async () => {
    const page = await room(options);
    assert.deepEqual(await axe(page), []);
    const wide = await page.evaluate(() => document.querySelector('dialog.meeting').scrollWidth - document.querySelector('dialog.meeting').clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('the table for Excel: marked as UTF-8, decimal commas, the amounts of the page', async () => {
  const page = await room({ fragment: OWN });
  const { name, bytes } = await download(page, 'CSV (Nederlands)');
  assert.equal(name, 'jeugdhulp-actieplan-2019-aangepast.csv');
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  assert.match(text, /^\ufeffSoort;Id;Post;Eenheid;Waarde;2018;.*\r\nOver;scenario;Actieplan 2019, aangepast;+\r\nOver;link;http/);
  const deficit = text.split('\r\n').find((row) => row.startsWith('Totaal;deficit;')).split(';');
  assert.equal(deficit[12], (await written(page, 'deficit', 2025)).replace('.', ','));
  const english = await download(page, 'CSV (Engels)');
  assert.equal(english.name, 'jeugdhulp-actieplan-2019-aangepast.en.csv');
  assert.ok(english.bytes.toString('utf8').includes(`,${await written(page, 'deficit', 2025)},`));
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('a cost that nobody knows is empty and named in the table, and null in the document; entered, it is own input', async () => {
  const files = async (fragment) => {
    const page = await room({ fragment });
    const table = (await download(page, 'CSV (Nederlands)')).bytes.toString('utf8').split('\r\n');
    const document = JSON.parse((await download(page, 'JSON')).bytes.toString('utf8'));
    assert.deepEqual(page.problems, NO_PROBLEMS);
    return { row: table.find((row) => row.includes(';costs.9;')).split(';'), cost: document.measures[8].cost, all: table.join() };
  };
  const open = await files('#d=2026.1');
  assert.match(open.row[2], /kosten \(niet bekend\)$/);
  assert.deepEqual(open.row.slice(3), ['euro', '', '0,00', '0,00', '', '', '', '', '', '', '']);
  assert.equal(open.cost.per_year['2025'], null);
  assert.doesNotMatch(open.all, /eigen invoer/i);
  const entered = await files('#d=2026.1&kosten.9=50000');
  assert.ok(Number(entered.cost.per_year['2025']) > 50_000);
  assert.match(entered.all, /op aannames en op eigen invoer.*Eigen invoer;/s);
});

test('the document for other programs: the amounts of the page, the link, the own figure with its reason', async () => {
  const page = await room({ fragment: OWN });
  const { name, bytes } = await download(page, 'JSON');
  assert.equal(name, 'jeugdhulp-actieplan-2019-aangepast.json');
  const document = JSON.parse(bytes.toString('utf8'));
  assert.equal(document.scenario.link, await linkOf(page));
  for (const total of document.totals) {
    assert.equal(total.amounts.per_year['2025'], await written(page, total.figure, 2025), total.figure);
  }
  assert.equal(document.own_figures[0].reason, 'Stond in de jaarrekening');
  const band = document.range.bands.find(({ figure, end }) => figure === 'deficit' && end === 'p90');
  assert.equal(band.amounts.per_year['2025'],
    await page.locator('[data-band="p90"][data-outlook="plan"][data-figure-of="deficit"][data-year="2025"]').getAttribute('value'));
});

const PICTURES = ['Kosten en begroting', 'Besparing per maatregel'];

for (const title of PICTURES) {
  test(`${title} as SVG stands by itself: no style of the page, the same from dark colours`, async () => {
    const page = await room({ fragment: OWN });
    const { name, bytes } = await download(page, `Bewaar SVG: ${title}`);
    assert.match(name, /^jeugdhulp-actieplan-2019-aangepast-[a-z-]+\.svg$/);
    const svg = bytes.toString('utf8');
    assert.deepEqual(svg.match(/var\(|light-dark|class=|style=|oklab|oklch|color\(|color-mix|NaN/g), null);
    const { error, lines, width, missing } = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      const uses = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      return {
        error: file.querySelector('parsererror')?.textContent,
        lines: [...file.querySelectorAll('text')].map((line) => line.textContent),
        width: file.documentElement.getAttribute('width'),
        missing: uses.filter((id) => !file.getElementById(id)),
      };
    }, svg);
    assert.equal(error, undefined);
    assert.equal(width, '1200');
    assert.deepEqual(missing, []);
    const words = lines.join(' ');
    for (const part of [/^Jeugdhulp Zoetermeer: /, /Scenario: Actieplan 2019, aangepast/, /tekort van €\s13,0\smln/, /miljoenen euro/, /aannames/, /cijfers 2019\.1/, /\d+ \w+ \d{4}/]) {
      assert.match(words, part);
    }
    assert.ok(lines.join('').includes(await linkOf(page)), 'the whole link');
    const dark = await room({ fragment: OWN, colorScheme: 'dark' });
    assert.equal((await download(dark, `Bewaar SVG: ${title}`)).bytes.toString('utf8'), svg);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });

  test(`${title} as PNG: twice as sharp, with a code that a phone reads`, async () => {
    const page = await room({ fragment: OWN, colorScheme: 'dark' });
    const { name, bytes } = await download(page, `Bewaar PNG: ${title}`);
    assert.match(name, /\.png$/);
    assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.equal(bytes.readUInt32BE(16), 2400);
    assert.equal(await scan(page, bytes), await linkOf(page));
  });
}

test('where no PNG can be made a sentence says so, and the page goes on', async () => {
  const page = await room();
  await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = function refuse(done) { done(null); }; });
  await page.getByRole('button', { name: 'Bewaar PNG: Kosten en begroting' }).click();
  await page.getByText('Deze browser kan geen PNG maken.').waitFor();
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

for (const [name, fragment, colorScheme] of [['a short link', '', 'light'], ['a link of 800 characters in the dark', LONG, 'dark']]) {
  test(`the code on the screen is ${name}`, async () => {
    const page = await room({ fragment, colorScheme, deviceScaleFactor: 2 });
    const link = await linkOf(page);
    if (fragment === LONG) assert.ok(link.length > 800 && link.length <= 900, `${link.length} characters`);
    assert.equal(await scan(page, await page.locator('.handover__code').screenshot()), link);
  });
}

const print = (page) => page.emulateMedia({ media: 'print' });
const paper = async (page) => (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
const pages = (pdf) => pdf.match(/\/Type\s*\/Page\b/g).length;

/** Runs in the page: what is printed smaller than 8 points, or not at all legible because its box is. */
const small = () => [...document.querySelectorAll('body *')].flatMap((part) => {
  const own = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const { width, height } = part.getBoundingClientRect();
  if (!own || !width || !height || part.closest('style, [hidden]')) return [];
  const size = parseFloat(getComputedStyle(part).fontSize) * (part.getScreenCTM?.().a ?? 1) * 0.75;
  return size < 7.99 ? [`${part.textContent.slice(0, 30)}: ${size} pt`] : [];
});

for (const [name, fragment] of Object.entries({ 'the plan': '', 'the second check scenario': OWN, 'a ready-made scenario': '#v=1&d=2019.1&s=behoedzaam' })) {
  test(`on paper, ${name}: of whom, what, on which figures, with the link and its code, on four pages at most`, async () => {
    const page = await room({ fragment });
    const link = await linkOf(page);
    await page.getByLabel('Titel').fill('Motie <b>POH</b> & 5 > 3 “citaat” 😀');
    await page.getByLabel('Ingediend door').fill('Fractie Voorbeeld');
    const pdf = await paper(page);
    assert.ok(pages(pdf) <= 4, `${pages(pdf)} pages`);
    assert.ok(pdf.includes(`/URI (${link})`), pdf.match(/\/URI[^)]*\)/g)?.join());
    // As wide as the room between the margins of A4.
    await page.setViewportSize({ width: 703, height: 900 });
    await print(page);
    const head = page.locator('#afdruk-kop .on-paper');
    assert.match(await head.innerText(), /^Motie <b>POH<\/b> & 5 > 3 “citaat” 😀\s+Scenario: .+\s+Ingediend door: Fractie Voorbeeld\s+Datum: \d+ \w+ \d{4}\s+Berekend met: .+, cijfers 20\d\d\.1.*\s+Eigen cijfers: /);
    assert.equal(await scan(page, await head.locator('.on-paper__code').screenshot({ scale: 'device' })), link);
    const tables = page.locator('body > .written table');
    for (const caption of await tables.filter({ has: page.locator('.numeric') }).locator('caption').allInnerTexts()) {
      assert.match(caption, /× € 1\.000, in lopende prijzen\. V is voordelig .* N is nadelig|in miljoenen euro/);
    }
    const behind = await page.locator('body > .written').innerText();
    for (const part of [/Besparing \(S\)/, /Bronnen\s+.*Actieplan Taskforce Jeugd/, /Grootste risico\s+Grens in de wet/, /14\. PGB-tarieven/]) assert.match(behind, part);
    assert.ok(behind.includes(link), behind);
    const foot = await page.locator('#afdruk-kop style').textContent();
    assert.match(foot, /@bottom-left \{ content: "Scenario .+, \d+ \w+ \d{4}"/);
    assert.deepEqual(await page.evaluate(small), []);
    for (const chart of await page.locator('.graphs .yearly').all()) assert.ok((await chart.boundingBox()).width > 690);
    for (const gone of ['dialog.meeting', '#pagina .year-table', '#pagina .summary__table', '#afdruk-datum']) assert.ok(await page.locator(gone).first().isHidden(), gone);
    await page.emulateMedia({ media: null });
    await leave(page);
    assert.equal(await page.locator('.written').count(), 0);
  });
}

/** An amount in euros as a text has it, without what it means. */
const thousands = (euros) => `${Math.round(Math.abs(euros) / 1000).toLocaleString('nl-NL')}`;

test('in words: what the scenario changes, with the amounts of the page, as text to copy and as a file', async () => {
  const page = await room({ fragment: OWN });
  await page.locator('.handover textarea').fill('Overwegende dat het kan.\nVerzoekt het college.');
  const { name, bytes } = await download(page, 'Platte tekst (.txt)');
  assert.equal(name, 'jeugdhulp-actieplan-2019-aangepast-motie.txt');
  const text = plain(bytes.toString('utf8'));
  for (const part of ['Overwegende dat het kan.\nVerzoekt het college.', 'Formatie POH-jeugd; van: 5,5 fte; naar: 4,2 fte', 'reden: Stond in de jaarrekening', await linkOf(page)]) {
    assert.ok(text.includes(part), part);
  }
  const row = (of) => text.split('\n').find((line) => line.startsWith(`- ${of}`));
  for (const [of, figure] of [['Besparing (S)', 'savings'], ['Tekort zonder maatregelen', 'deficit-without'], ['Tekort, met de', 'deficit']]) {
    for (const year of [2020, 2022, 2025]) {
      const [, shown] = row(of).match(new RegExp(`[:;] ${year}: ([\\d.]+)`));
      assert.equal(shown, thousands(Number(await written(page, figure, year))), `${of} ${year}`);
    }
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Kopieer de tekst' }).click();
  await page.getByText('Tekst gekopieerd.').waitFor();
  assert.equal(plain(await page.evaluate(() => navigator.clipboard.readText())).trim(), text.trim());
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('in words for Word: a file that is a zip with the text, named after the scenario', async () => {
  const page = await room({ fragment: OWN });
  const { name, bytes } = await download(page, 'Word (.docx)');
  assert.equal(name, 'jeugdhulp-actieplan-2019-aangepast-motie.docx');
  assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  assert.ok(bytes.includes('word/document.xml'));
  await page.getByText(/^Gemaakt: .*-motie\.docx/).waitFor();
});

test('on paper an assumption that differs from its default says so', async () => {
  const page = await app.newPage({ fragment: OWN });
  const rows = page.locator('.summary__table tr', { hasText: 'Aanname, wijkt af' });
  const differ = await rows.locator('td:nth-child(2)').allTextContents();
  assert.deepEqual(differ, ['Groei van de kosten per jeugdige, boven de loonindex', 'Vaste prijsindex', 'Groei van de begroting boven de prijsindex, vanaf 2020',
    'Extra rijksmiddelen 2019 tot en met 2021 meetellen', 'Realisatie van zachte maatregelen', 'Begroting 2023']);
});

test('a title and an author of 300 characters stay within the page', async () => {
  const page = await room({ fragment: OWN });
  await page.getByLabel('Titel').fill('Lang'.repeat(75));
  await page.getByLabel('Ingediend door').fill('w '.repeat(150));
  assert.ok(pages(await paper(page)) <= 4);
  await print(page);
  // The width between the margins of A4.
  await page.setViewportSize({ width: 688, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
});

test('the button prints, the file is named after the title, and nothing stays when the room shuts', async () => {
  const page = await room();
  const before = await page.title();
  await page.evaluate(() => {
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'));
      globalThis.printed = [document.title, document.querySelector('#afdruk-kop .on-paper').innerText];
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByLabel('Titel').fill('Motie');
  await page.getByRole('button', { name: 'Afdrukken of bewaren als PDF' }).click();
  const [title, head] = await page.evaluate(() => globalThis.printed);
  assert.equal(title, 'Motie');
  assert.match(head, /^Motie\s*Scenario: Actieplan 2019\s*Ingediend door: \(in te vullen\)/);
  assert.equal(await page.title(), before);
  await leave(page);
  assert.equal(await page.locator('#afdruk-kop').innerHTML(), '');
});

test('the minutes of a session: each step with its difference, who made them, and the link at the end', async () => {
  const page = await app.newPage({ fragment: '#d=2026.1' });
  const deficits = [await total(page, 'deficit')];
  for (const [lever, value] of [['poh.fte', '9,5'], ['ggz.max-uren-bggz', '8']]) {
    await type(page, lever, value);
    deficits.push(await total(page, 'deficit'));
  }
  await sheet(page, 'scenario');
  await page.getByText('Alle stappen (2)').click();
  await page.getByLabel('Verslag gemaakt door').fill('De griffie');
  const { name, bytes } = await download(page, 'Platte tekst (.txt)');
  assert.equal(name, 'jeugdhulp-actieplan-2019-aangepast-verslag.txt');
  const text = plain(bytes.toString('utf8'));
  assert.match(text, /^VERSLAG VAN DE STAPPEN\s+Datum: \d+ \w+ \d{4}\nScenario aan het eind: Actieplan 2019, aangepast\nBerekend met: .*cijfers 2026\.1\nGemaakt door: De griffie\n/);
  const [begin, poh, ggz] = text.split('\n').filter((line) => /^- \d/.test(line));
  assert.equal(begin, `- 0. Begin: tekort 2025: ${thousands(deficits[0])} N`);
  const way = (more) => `${thousands(more)} ${more > 0 ? 'N' : 'V'}`;
  assert.ok(poh.startsWith('- 1. Formatie POH-jeugd 12,2 → 9,5 fte: ') && poh.endsWith(`verschil: ${way(deficits[1] - deficits[0])}`), poh);
  assert.ok(ggz.endsWith(`tekort 2025: ${thousands(deficits[2])} N; verschil: ${way(deficits[2] - deficits[1])}`), ggz);
  assert.match(text, /narekenen:\nhttp.*#v=2.*poh\.fte=9\.5.*\n$/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('when the page goes to another scenario the room shuts: nothing old is handed over', async () => {
  const page = await room();
  await page.evaluate(() => { location.hash = 'poh.fte=9.5'; });
  await page.locator('.handover').waitFor({ state: 'detached' });
  assert.equal(await page.locator('#afdruk-kop').innerHTML(), '');
});

test('the share sheet gets title, outcome and link; only a failure is worth a sentence', async () => {
  const page = await app.newPage();
  await page.evaluate(() => {
    globalThis.shared = [];
    navigator.share = async (what) => {
      globalThis.shared.push({ ...what });
      const why = [null, 'AbortError', 'DataError'][globalThis.shared.length - 1];
      if (why) throw new DOMException('no', why);
    };
  });
  await enter(page, 'Deel');
  const button = page.getByRole('button', { name: 'Deel…' });
  const sentence = page.getByText('Delen lukte niet');
  await button.click();
  await button.click();
  await rest(page);
  assert.ok(await sentence.isHidden());
  await button.click();
  await sentence.waitFor();
  const [first, ...others] = await page.evaluate(() => globalThis.shared);
  assert.equal(others.length, 2);
  assert.deepEqual([first.title, first.url], ['Actieplan 2019', await linkOf(page)]);
  assert.match(first.text, /^Als alles lukt: in 2025 €\s4,5\smln minder kosten dan zonder maatregelen\. Er blijft dan een tekort van €\s38,8\smln tegen de jaarschijf 2019 van de begroting 2018/);
});

test('without a share sheet there is no button for it', async () => {
  const page = await app.newPage();
  await page.evaluate(() => { delete Navigator.prototype.share; });
  await enter(page, 'Deel');
  assert.equal(await page.getByRole('button', { name: 'Deel…' }).count(), 0);
});

test('everything is within reach of the keyboard', async () => {
  const page = await app.newPage({ viewport: { width: 1280, height: 800 } });
  await page.locator('.top__doors').getByRole('button', { name: 'Deel' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.handover');
  const reached = [];
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const at = document.activeElement;
      return at.getAttribute('aria-label') ?? at.labels?.[0]?.firstChild.textContent ?? at.textContent;
    }));
    if (reached.at(-1) === 'CSV (Nederlands)') break;
  }
  const wanted = ['De link', 'Kopieer deze link', 'Titel', 'Ingediend door', 'Afdrukken of bewaren als PDF', 'CSV (Nederlands)'];
  assert.deepEqual(reached.filter((name) => wanted.includes(name)), wanted);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await page.getByText(/^Gemaakt: jeugdhulp-actieplan-2019\.csv/).waitFor();
});
