// `npm run cnscd-subgraph -- COMMAND`: the command of the package, on the database that `npm start` runs, and with its
// key, unless another database is named.
import { join } from 'node:path';
import { readAddress } from './start/database-address.ts';
import { homeOf } from './start/options.ts';
import { personalDataKey } from './start/personal-data-key.ts';

if (!process.env['DATABASE_URL']) {
  const home = homeOf(process.env, join(import.meta.dirname, '..'));
  const address = readAddress(home);
  if (address !== undefined) {
    process.env['DATABASE_URL'] = address;
    process.env['CNSCD_PERSONAL_DATA_KEY'] ||= personalDataKey(home);
  }
}
await import('../packages/subgraph/src/bin.ts');
