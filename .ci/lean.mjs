// Leaves out of the page what the component CSS holds for parts that it does not use, and what only people read of styles.

import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

/** Our own styles are all used, some by names that the program puts together. */
const OWN = { standard: [/^(?!utrecht-)/], variables: [/^--(?!_?utrecht-)/] };
const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;

export async function withLeanStyles(html) {
  const raw = [...html.matchAll(STYLE)].map(([, , css]) => ({ raw: css }));
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
