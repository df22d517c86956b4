// Leaves out of the page what the component CSS holds for parts that it does not use, and what only people read.
// Trunk runs it on every build, before the page goes to dist/.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

const page = join(process.env.TRUNK_STAGING_DIR, 'index.html');
/** Our own styles are all used, some by names that the program puts together. */
const OWN = { standard: [/^(?!utrecht-)/], variables: [/^--(?!_?utrecht-)/] };
const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;

const html = readFileSync(page, 'utf8');
const raw = [...html.matchAll(STYLE)].map(([, , css]) => ({ raw: css }));
const used = await new PurgeCSS().purge({
  content: ['index.html', 'src/**/*.rs', 'src/**/*.js'],
  css: raw,
  defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  safelist: OWN,
  variables: true,
});
const styles = used.map(({ css }) => transform({ filename: page, code: Buffer.from(css), minify: true }).code.toString());
writeFileSync(page, html.replace(STYLE, (_, open, __, close) => open + styles.shift() + close));
