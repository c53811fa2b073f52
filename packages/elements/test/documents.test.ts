import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FEED_QUERY } from '../src/activity-feed/feed-query.ts';
import { BOARD_QUERY } from '../src/kpi-board/board-query.ts';
import { TEAM_QUERY, UNIT_QUERY } from '../src/team-finder/finder-query.ts';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../subgraph/schema.graphql'), 'utf8'),
  // Directives of federation are of the composer.
  { assumeValid: true },
);

describe('what the elements ask', () => {
  it.each([
    ['activities', FEED_QUERY],
    ['indicators', BOARD_QUERY],
    ['teams', TEAM_QUERY],
    ['units', UNIT_QUERY],
  ])('about %s is in the released schema', (_, query) => {
    expect(validate(schema, parse(String(query)))).toEqual([]);
  });
});
