// After tsup, which writes the declarations last: the public API in one committed file, so that a change of it
// shows in review.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
copyFileSync(join(folder, 'dist/index.d.ts'), join(folder, 'api.d.ts'));
