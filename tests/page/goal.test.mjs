// What matters most, and how to reach a target: rooms of their own, whose answers hold on the page itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, band, enter, euros, leave, NO_PROBLEMS, open, plain, reach, rest, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const EDITION = '#d=2019.1';
const OPENING = 37746391;

const number = (id) => `input[data-lever="${id}"][data-control="number"]`;
const deficit = (page) => euros(page, 'deficit');
const status = (page) => page.locator('.goal__status');
const cards = (page) => page.locator('.answer');
const amount = (page) => page.locator('[data-goal="amount"]');
const press = (page, name) => page.locator('.goal').getByRole('button', { name, exact: true }).click();

const said = async (locator) => plain(await locator.innerText());

/** A page with the room of a question open. */
async function ask(options, door = 'Doel') {
  const page = await app.newPage({ fragment: EDITION, ...options });
  await enter(page, door);
  return page;
}

/** Seeks, until what it found stands there. */
async function seek(page, text) {
  if (text !== undefined) await amount(page).fill(text);
  await press(page, 'Zoek');
  await rest(page);
}

/** What a card says of an outlook, as the page would: the exact amount, and the ends of its range. */
const told = (card, outlook, of = 'deficit') => Promise.all(['exact', 'p10', 'p90'].map((end) =>
  card.locator(`[data-answer-outlook="${outlook}"][data-answer-of="${of}"][data-answer-end="${end}"]`).getAttribute('value').then(Number)));

/** The same on the page itself. */
async function onPage(page, outlook, of = 'deficit') {
  await rest(page);
  const exact = outlook === 'plan' ? `[data-figure="${of}"]` : `[data-outlook="record"][data-figure-of="${of}"]:not([data-band], [data-difference])`;
  const [low, , high] = await band(page, outlook, of);
  const value = await page.locator(`.year-table data${exact}[data-year="2025"]`).getAttribute('value');
  return [Number(value), low, high];
}

/** Where the levers of a page stand, with their ends. */
const levers = (page) => page.locator('input[data-lever][data-control="range"]').evaluateAll((ranges) =>
  Object.fromEntries(ranges.map(({ dataset, value, min, max }) => [dataset.lever, [value, min, max].map(Number)])));

/** The largest share of its way from now to its end that any lever goes. */
const extreme = (at, now) => Math.max(...Object.entries(at).map(([lever, [value, min, max]]) => {
  const [start] = now[lever];
  return value === start ? 0 : (value - start) / ((value > start ? max : min) - start);
}));

/** Whether all of something is on the screen. */
const isSeen = (locator) => locator.evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

test('one click, an amount and Enter: the answers stand on a laptop without scrolling, moderate ones before extreme ones', async () => {
  const page = await ask({ fragment: '', viewport: { width: 1280, height: 720 } });
  assert.equal(await amount(page).evaluate((field) => field === document.activeElement), true, 'the focus begins at the amount');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await cards(page).first().waitFor();
  await rest(page);
  assert.equal(await isSeen(status(page)), true);
  assert.ok(await cards(page).count() > 1);
  for (const card of await cards(page).all()) {
    for (const part of [card.getByRole('heading', { level: 3 }), card.locator('.answer__table'), card.locator('.answer__far'), card.locator('.answer__people'), card.getByRole('button', { name: 'Neem dit over' })]) {
      assert.equal(await isSeen(part), true, await said(part));
    }
  }
  const shares = [];
  const now = await levers(await app.newPage({ fragment: '#s=geen' }));
  for (const card of await cards(page).all()) {
    await card.getByRole('button', { name: 'Neem dit over' }).click();
    await rest(page);
    shares.push(extreme(await levers(page), now));
  }
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b));
  assert.match(await said(cards(page).first().locator('.answer__far')), /^(Gematigd|Vergaand) Het verst gaat [^:]+: \d+ % van de weg van nu naar het eind/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

for (const [width, height] of [[360, 660], [768, 1024]]) {
  test(`the first answer stands at ${width}×${height} without scrolling`, async () => {
    const page = await ask({ fragment: '', viewport: { width, height }, hasTouch: true, isMobile: true });
    await amount(page).fill('30');
    await amount(page).press('Enter');
    const first = cards(page).first();
    await first.waitFor();
    await rest(page);
    for (const part of [amount(page), page.getByRole('button', { name: 'Zoek' }), first.getByRole('heading', { level: 3 }), first.locator('.answer__table tbody tr').first()]) {
      assert.equal(await isSeen(part), true);
    }
    for (const target of await page.locator('.goal').locator('button, input, select, summary').filter({ visible: true }).all()) {
      assert.ok((await target.boundingBox()).height >= 44, await said(target));
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  });
}

for (const [name, fragment] of [['as all comes true', ''], ['as earlier plans went', '#realisatie.trekken=1']]) {
  test(`what is sought ${name}, as the screen shows it, is met in that outlook; both outlooks are those of the page`, async () => {
    const page = await ask({ fragment });
    const [sought, words] = fragment ? ['record', 'als bij eerdere plannen'] : ['plan', 'als alles lukt'];
    assert.match(await said(status(page)), new RegExp(`Gezocht wordt zoals op het scherm: ${words}\\.`));
    const [now] = await onPage(page, sought);
    const goal = Math.round(now) - 1_000_000;
    await seek(page, String(goal));
    assert.match(await said(status(page)), new RegExp(`manier(en)? gevonden: tekort in 2025 hoogstens [^,]+,\\d mln, ${words}\\.`));
    for (const card of await cards(page).all()) {
      const [plan, record] = [await told(card, 'plan'), await told(card, 'record')];
      assert.ok((sought === 'plan' ? plan : record)[0] <= goal);
      await card.getByRole('button', { name: 'Neem dit over' }).click();
      assert.deepEqual(plan, await onPage(page, 'plan'));
      assert.deepEqual(record, await onPage(page, 'record'));
    }
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('who is limited is counted or unknown by measure, never summed, and as the page counts it', async () => {
  const page = await ask({ fragment: '' });
  await seek(page, '30');
  const card = cards(page).filter({ hasText: 'Alles gelijkop' });
  const people = (await card.locator('.answer__people li').allInnerTexts()).map(plain);
  assert.equal(people.length, 3);
  assert.match(people[0], /^PGB Ongeveer \d+ PGB-houders: lager tarief\.$/);
  assert.match(people[1], /^GGZ Raakt \d+ van 10 cliënten \(basis\), \d+ \(specialistisch\)\.$/);
  assert.match(people[2], /^Aantal onbekend Hulp na 18 jaar, Vervoer en Van LTA naar regio\.$/);
  await card.getByRole('button', { name: 'Neem dit over' }).click();
  await leave(page);
  await (await reach(page, 'pgb.tarief-informeel')).focus();
  assert.equal(`PGB ${plain(await page.locator('.foot__reach').innerText())}`, people[0]);

  const other = await ask({ fragment: '#s=geen' });
  await other.locator('.goal__locks summary').click();
  await press(other, 'Alleen grenzen aan zorg vast');
  await seek(other, '42');
  assert.match(await said(cards(other).first().locator('.answer__people')), /Niemand: alle grenzen aan zorg en tarief blijven zoals nu\./);
});

test('a target of 35 million has three answers; one taken over meets it, its link reproduces, and there is a way back', async () => {
  const page = await ask({ permissions: ['clipboard-read', 'clipboard-write'] });
  await seek(page, '35 mln');
  assert.match(await said(status(page)), /^Drie manieren gevonden: tekort in 2025 hoogstens € 35,0 mln, als alles lukt.*gematigdste/);
  assert.deepEqual((await cards(page).getByRole('heading', { level: 3 }).allInnerTexts()).toSorted(),
    ['Alles gelijkop', 'Grenzen aan zorg het laatst', 'Zo weinig mogelijk maatregelen']);
  for (const at of [0, 1, 2]) {
    const card = cards(page).nth(at);
    const worth = Math.round((await told(card, 'plan'))[0]);
    await card.getByRole('button', { name: 'Neem dit over' }).click();
    const back = card.getByRole('button', { name: 'Terug naar hoe het was' });
    await back.waitFor();
    assert.match(await said(card), /Overgenomen\. Sluit dit venster/);
    assert.ok(await deficit(page) <= 35000000, `answer ${at} comes to ${await deficit(page)}`);
    assert.equal(await deficit(page), worth, 'what the answer said');
    assert.equal(await back.evaluate((button) => button === document.activeElement), true, 'the focus stays');

    await card.getByRole('button', { name: 'Kopieer link' }).click();
    await card.getByText('Link gekopieerd.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await app.newPage({ fragment: new URL(link).hash });
    assert.equal(await deficit(other), worth, 'the link reproduces');
    assert.equal(await other.locator('.notes').count(), 0);
    await other.close();

    if (at === 1) continue; // Taking another over puts this one back.
    await back.click();
    await card.getByRole('button', { name: 'Neem dit over' }).waitFor();
    assert.equal(await deficit(page), OPENING);
  }
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('each choice of an answer says from where and to where, with its unit', async () => {
  const page = await ask({ fragment: '#s=geen' });
  await seek(page, '36');
  const changes = (await cards(page).filter({ hasText: 'Alles gelijkop' }).locator('.answer__changes li').allInnerTexts()).map(plain);
  const one = (name) => changes.find((text) => text.startsWith(name));
  assert.match(one('PGB familie'), /^PGB familie van € 20,00 naar € 1\d,\d\d per uur/);
  assert.match(one('GGZ basis'), /^GGZ basis van geen maximum naar [\d,]+ uur/);
  assert.match(one('Naar de Wlz'), /^Naar de Wlz van 0 naar \d+ jeugdigen/);
});

test('an amount is read as people type it, and says what was understood', async () => {
  const page = await ask();
  const hint = page.locator('#doel-bedrag-uitleg');
  for (const [text, euros] of [['30', '30.000.000'], ['30 mln', '30.000.000'], ['€ 30.000.000', '30.000.000'], ['30,5 mln.', '30.500.000'],
    ['30.5', '30.500.000'], ['1500 miljoen', null], ['30.000', '30.000'], ['0', '0'], ['950000 euro', '950.000'], ['30 fte', null], ['3 0', null]]) {
    await amount(page).fill(text);
    assert.match(await said(hint), euros === null ? /^Een getal onder 1.000/ : new RegExp(`^Dat is € ${euros.replaceAll('.', '\\.')}\\.$`), text);
  }
  await amount(page).fill('−5');
  assert.match(await said(hint), /−€ 5\.000\.000/);
});

test('nonsense, nothing and too much get a sentence at the field', async () => {
  const page = await ask();
  for (const [text, words] of [['veel', /“veel” is geen bedrag. Typ bijvoorbeeld/], ['', /Vul een bedrag in/], ['30.000.000.000', /veel meer dan er aan jeugdhulp omgaat/]]) {
    await amount(page).fill(text);
    await press(page, 'Zoek');
    const error = page.locator('#doel-bedrag-fout');
    await error.waitFor();
    assert.match(await said(error), words);
    assert.equal(await error.getAttribute('role'), 'alert');
    assert.equal(await amount(page).getAttribute('aria-invalid'), 'true');
    assert.match(await amount(page).getAttribute('aria-describedby'), /doel-bedrag-fout/);
    assert.equal(await amount(page).inputValue(), text, 'what was typed is kept');
    assert.equal(await cards(page).count(), 0);
  }
  await amount(page).press('3');
  assert.equal(await page.locator('#doel-bedrag-fout').count(), 0);
});

test('what is locked stays; with everything locked it says how near that is, and what would help', async () => {
  const page = await ask();
  const summary = page.locator('.goal__locks summary');
  assert.equal(await page.locator('[data-goal-lock]').count(), 17);
  assert.equal(await said(summary), 'Wat vast blijft (4)', 'those of which nobody knows the effect');
  await summary.click();
  assert.equal(await page.locator('[data-goal-lock="1"]').isDisabled(), true);
  assert.match(await page.locator('.goal__list li').first().innerText(), /doet niet mee: geen bron noemt het effect/);
  await press(page, 'Alles vast');
  assert.equal(await said(summary), 'Wat vast blijft (17)');
  await seek(page, '35');
  assert.match(await said(status(page)), /^Niet haalbaar \(tekort in 2025 hoogstens € 35,0 mln, als alles lukt\): niets dat mag bewegen, helpt\. Dit scenario blijft bij een tekort van € 37,7 mln: € 2,7 mln te veel\.$/);
  assert.match(await said(page.locator('.goal__limits')), /Dit staat vast en zou nog helpen:[^]*16\. Maximum uren GGZ[^]*Maakt u dat los, dan komt het tot een tekort van € 2\d,\d mln, en dat haalt het doel\./);
  assert.equal(await cards(page).count(), 0);
  await page.locator('[data-goal-lock="16"]').uncheck();
  await seek(page);
  assert.match(await said(status(page)), /^Eén manier gevonden/);
  assert.deepEqual((await cards(page).locator('.answer__changes b').allInnerTexts()).map((name) => name.split(' ')[0]), ['GGZ', 'GGZ']);
});

test('a target out of reach says how near it comes and what is in the way', async () => {
  const page = await ask();
  await seek(page, '0');
  assert.match(await said(status(page)), /Niet haalbaar[^]*geen tekort in 2025[^]*Dichterbij dan een tekort van € \d+,\d mln komt het niet: € \d+,\d mln te veel/);
  assert.match(await said(page.locator('.goal__limits')), /Iedere knop die mag bewegen en helpt, staat dan op zijn best[^]*geen bron het effect noemt: 1\. /);
  const card = cards(page).first();
  assert.match(await said(card), /^Het dichtst bij het doel[^]*Uiterst \d+ knoppen, zoals [^,]+, gaan de hele weg van nu naar het eind/);
  const near = Math.round((await told(card, 'plan'))[0]);
  await press(page, 'Neem dit over');
  assert.equal(await deficit(page), near);
  await press(page, 'Terug naar hoe het was');
  assert.equal(await deficit(page), OPENING);

  await page.locator('.goal__locks summary').click();
  await press(page, 'Alleen grenzen aan zorg vast');
  await seek(page, '27');
  assert.match(await said(page.locator('.goal__limits')), /Dit staat vast en zou nog helpen:[^]*16\. Maximum uren GGZ[^]*haalt het doel/);
});

test('net savings and other years can be the target too, and a target that is met says by how much', async () => {
  const page = await ask();
  await page.locator('[data-goal="aim"]').selectOption('besparing');
  await page.locator('[data-goal="year"]').selectOption('2023');
  await seek(page, '6');
  assert.match(await said(status(page)), /netto besparing in 2023 minstens € 6,0 mln/);
  const card = cards(page).first();
  assert.equal((await card.locator('thead').innerText()).replaceAll(/\s+/g, ' ').trim(), 'Uitgangspunt Netto besparing 2023 Tekort 2023');
  const [net] = await told(card, 'plan', 'net-saving');
  await card.getByRole('button', { name: 'Neem dit over' }).click();
  await rest(page);
  assert.equal(await page.locator('.year-table data[data-figure="net-saving"][data-year="2023"]').getAttribute('value').then(Number), net);
  assert.ok(net >= 6000000);
  await seek(page, '5');
  assert.match(await said(status(page)), /haalt het doel al[^]*€ 1,\d mln beter dan het doel/);
});

test('what is taken over is one step: undone on the page or by the browser, which shuts the room; the wish is kept', async () => {
  const page = await ask();
  await page.locator('.goal__locks summary').click();
  await page.locator('[data-goal-lock="16"]').check();
  await seek(page, '35');
  const take = async () => {
    await cards(page).first().getByRole('button', { name: 'Neem dit over' }).click();
    assert.ok(await deficit(page) <= 35000000);
  };
  await take();
  await leave(page);
  await undo(page);
  assert.equal(await deficit(page), OPENING);
  await page.locator(number('pgb.tarief-informeel')).fill('12,5');
  await page.locator(number('pgb.tarief-informeel')).press('Enter');
  const moved = await deficit(page);
  assert.notEqual(moved, OPENING);

  await enter(page, 'Doel');
  assert.equal(await amount(page).inputValue(), '35');
  assert.equal(await page.locator('[data-goal-lock="16"]').isChecked(), true);
  await seek(page);
  await take();
  await page.goBack();
  await page.locator('dialog.meeting').waitFor({ state: 'detached' });
  assert.equal(await deficit(page), moved);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what is taken over is what the rooms beside it are about', async () => {
  const page = await ask();
  await seek(page, '35');
  await cards(page).first().getByRole('button', { name: 'Neem dit over' }).click();
  await rest(page);
  await page.locator('.meeting__doors').getByRole('button', { name: 'Wat telt het meest' }).click();
  const now = (await deficit(page) / 1e6).toFixed(1).replace('.', ',');
  assert.match(await said(page.locator('.tornado .chart__unit')), new RegExp(`dit scenario: € ${now} mln`));
});

test('an answer says in which share of the runs it meets the target, and that this is no chance', async () => {
  const page = await ask();
  await seek(page, '35');
  for (const card of await cards(page).all()) {
    assert.match(await said(card), /Haalt het doel in \d+ % van de 10\.\d+ doorrekeningen\./);
  }
  assert.match(await said(page.locator('.goal__results')), /8 van de 10 doorrekeningen[^]*geen kans/);
});

test('what matters most is the growth of the cost per youth, by as much as setting it by hand', async () => {
  const page = await ask({}, 'Wat telt het meest');
  const rows = page.locator('.tornado__rows > li');
  assert.equal(await rows.count(), 12);
  assert.match(await said(rows.first()), /Groei van de kosten per jeugdige[^]*aanname/);
  assert.deepEqual((await rows.first().locator('text').allTextContents()).map(plain), ['2 %', '8 %']);

  await page.locator('summary', { hasText: 'Tabel bij de grafiek wat telt' }).click();
  const first = page.locator('.influence__table tbody tr').first();
  const end = (name) => first.locator(`[data-end="${name}"]`).getAttribute('value').then((value) => Math.round(Number(value)));
  const [low, high, swing] = [await end('from'), await end('to'), await end('swing')];
  assert.ok(Math.abs(high - low - swing) <= 1);
  assert.equal(await page.locator('.influence__table tbody tr').count(), Number((await page.getByRole('button', { name: /^Toon alle \d+$/ }).innerText()).match(/\d+/)[0]));
  for (const [rate, expected] of [['2', low], ['8', high]]) {
    const other = await app.newPage({ fragment: `${EDITION}&groei.zwaarte=${rate}` });
    assert.equal(await deficit(other), expected, `${rate} %`);
    await other.close();
  }

  await page.getByRole('button', { name: /^Toon alle/ }).click();
  assert.ok(await rows.count() > 12);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Toon de eerste 12', 'the focus stays');
});

test('a value that is set stands beside its default in what matters most', async () => {
  const page = await ask({ fragment: `${EDITION}&groei.zwaarte=3` }, 'Wat telt het meest');
  const row = page.locator('.tornado__rows > li', { hasText: 'Groei van de kosten per jeugdige' }).filter({ hasText: 'eigen invoer' });
  assert.match(plain(await row.locator('svg').getAttribute('aria-label')), /^Bij 5,\d+ % per jaar is het tekort[^]*, bij 3 % per jaar/);
});

for (const [name, options] of [['360', { viewport: { width: 360, height: 800 } }],
  ['1280, dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }]]) {
  const overflow = (page) => page.locator('dialog.meeting').evaluate((box) => box.scrollWidth - box.clientWidth);

  test(`accessible with answers at ${name} px, without scrolling sideways`, async () => {
    const page = await ask(options);
    await seek(page, '35');
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axe(page), []);
    await seek(page, '0');
    await amount(page).fill('veel');
    await press(page, 'Zoek');
    assert.deepEqual(await axe(page, '.goal'), []);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });

  test(`accessible with all influences at ${name} px, without scrolling sideways`, async () => {
    const page = await ask(options, 'Wat telt het meest');
    await page.getByRole('button', { name: /^Toon alle/ }).click();
    await page.locator('summary', { hasText: 'Tabel bij de grafiek wat telt' }).click();
    await page.locator('.influence__table').waitFor();
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axe(page), []);
  });
}
