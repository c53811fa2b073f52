// After tsup: what a page writes into `integrity` of its script tag, for each file that a page may name.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(fileURLToPath(new URL('.', import.meta.url)), 'dist');
const files = ['cnscd-elements.js', 'cnscd-elements.classic.js', 'embed/parent.js'];
const hashOf = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, file)))
    .digest('base64')}`;
const hashes = Object.fromEntries(files.map((file) => [file, hashOf(file)]));
writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
