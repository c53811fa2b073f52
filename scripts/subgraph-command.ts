// `npm run cnscd-subgraph -- COMMAND`: the command of the package, on the database that `npm start` runs unless another is named.
import { join } from 'node:path';
import { readAddress } from './start/database-address.ts';
import { homeOf } from './start/options.ts';

if (!process.env['DATABASE_URL']) {
  const address = readAddress(homeOf(process.env, join(import.meta.dirname, '..')));
  if (address !== undefined) process.env['DATABASE_URL'] = address;
}
await import('../packages/subgraph/src/bin.ts');
