// `npm run pack`: the packages as tarballs in `.cnscd/packages`, for a project of yours as long as they are not on npm.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_STEPS, PACKAGES } from './verify/pack.ts';
import { root } from './verify/step.ts';
import { packInto } from './verify/tarball.ts';

const folder = join(root, '.cnscd/packages');
mkdirSync(folder, { recursive: true });
for (const step of BUILD_STEPS) {
  console.log(step.name);
  await step.run([]);
}
for (const { name } of PACKAGES) await packInto(join(folder, `cnscd-${name}.tgz`), name);
const needed = ['domain', 'sdk', 'elements', 'zalo'].map((name) => join(folder, `cnscd-${name}.tgz`));
console.log(`\nTrong dự án của bạn · In your project:\n  npm install ${needed.join(' ')}`);
