// Leaves out of the page what the component CSS holds for parts that it does not use, and what only people read of styles; adds
// the light colours alone for browsers that do not know `light-dark()`, which would have none at all.

import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

/** Our own styles are all used, some by names that the program puts together. */
const OWN = { standard: [/^(?!utrecht-)/], variables: [/^--(?!_?utrecht-)/] };
const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;

export async function withLeanStyles(html) {
  const raw = [...html.matchAll(STYLE)].map(([, , css]) => ({ raw: css + lightOnly(css) }));
  const used = await new PurgeCSS().purge({
    content: ['index.html', 'src/**/*.rs', 'src/**/*.js'],
    css: raw,
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: OWN,
    variables: true,
  });
  const lean = ({ css }) => transform({ filename: 'index.html', code: Buffer.from(css), minify: true }).code.toString();
  const styles = used.map(lean);
  return html.replace(STYLE, (_, open, __, close) => open + styles.shift() + close);
}

/** A name with a value that has two colours. */
const TWO_COLOURS = /--[\w-]+:[^;{}]*light-dark\([^;{}]*;/g;
/** Two colours, of which the first may be a function. */
const LIGHT = /light-dark\(((?:[^(),]|\([^()]*\))+),(?:[^()]|\([^()]*\))+\)/g;

function lightOnly(css) {
  const names = css.match(TWO_COLOURS) ?? [];
  if (names.length === 0) return '';
  const light = names.map((name) => name.replace(LIGHT, '$1')).join(' ');
  return `@supports not (color: light-dark(#000, #fff)) { :root { color-scheme: light; ${light} } }`;
}
