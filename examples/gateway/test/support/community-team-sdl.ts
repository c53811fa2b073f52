import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The released SDL of the community team subgraph. */
export const communityTeamSdl = readFileSync(
  createRequire(import.meta.url).resolve('@cnscd/subgraph/schema.graphql'),
  'utf8',
);
