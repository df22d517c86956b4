// Finishes the page. Trunk runs it on every build, before the page goes to dist/; one script for all there is to do,
// because Trunk runs several at once and they would all write the page.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEditions } from './editions.mjs';
import { withLeanStyles } from './lean.mjs';
import { withScripts } from './scripts.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, 'index.html');
const html = readFileSync(page, 'utf8');
writeFileSync(page, withScripts(await withLeanStyles(withEditions(html, staging)), staging));
