// After tsup, which writes the declarations last: the public API in one committed file, so that a change of it
// shows in review.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const entries = { index: '@cnscd/sdk', outbox: '@cnscd/sdk/outbox', testing: '@cnscd/sdk/testing' };
const texts = Object.entries(entries).map(
  ([file, name]) => `// ${name}\n${readFileSync(join(folder, 'dist', `${file}.d.ts`), 'utf8')}`,
);
writeFileSync(join(folder, 'api.d.ts'), texts.join('\n'));
