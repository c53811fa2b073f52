// In the folder of a package, after its build: the public API in one committed file, so that a change of it shows in
// review. node ../../scripts/copy-api.mjs index outbox: its entries, the first one first.
import { readFileSync, writeFileSync } from 'node:fs';

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const texts = process.argv.slice(2).map((entry) => {
  const imported = entry === 'index' ? name : `${name}/${entry}`;
  return `// ${imported}\n${readFileSync(`dist/${entry}.d.ts`, 'utf8')}`;
});
writeFileSync('api.d.ts', texts.join('\n'));
