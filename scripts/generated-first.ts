// `node scripts/run.mjs scripts/generated-first.ts FILE [ARG …]`: a command that imports generated code, on a checkout
// where nobody has made it yet.
import { resolve } from 'node:path';
import { generateStale } from './generate.ts';

await generateStale((name) => console.log(`Sinh mã · Generated code: ${name}`));
const [file = ''] = process.argv.splice(2, 1);
await import(resolve(file));
