import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { newTeam } from '../support/new-teams.ts';
import { officer } from '../support/people.ts';
import { sendWrites } from '../support/send-write.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const { id: teamId, people } = await newTeam(database, '19597', { lan: { role: 'LEADER' }, an: {}, anh: {} });
const provincial = officer('PROVINCIAL_OFFICER', '44');

/** A write of each kind of thing that is not public, what its answer shows, and the code of its absence. */
const WRITES: Readonly<Record<string, [input: object, type: string, selection: string, code: string]>> = {
  recordActivity: [
    { teamId, kind: 'MEETING', title: 'Việc kín', startsAt: '2026-11-20T08:00:00+07:00' },
    ...(['Activity', 'title', 'ACTIVITY_NOT_FOUND'] as const),
  ],
  planActivitySeries: [
    {
      ...{ teamId, kind: 'MEETING', title: 'Lịch kín', weekdays: ['MONDAY'], time: '08:00' },
      ...{ from: '2026-12-01', until: '2026-12-31' },
    },
    ...(['ActivitySeries', 'activities { title }', 'ACTIVITY_NOT_FOUND'] as const),
  ],
  addMember: [
    { teamId, person: { displayName: 'Người Kín' }, from: '2026-11-20' },
    ...(['Membership', 'member { displayName }', 'MEMBERSHIP_NOT_FOUND'] as const),
  ],
  updateMember: [
    { id: people['an'], expectedVersion: 1, displayName: 'Tên Kín' },
    ...(['Member', 'displayName', 'MEMBER_NOT_FOUND'] as const),
  ],
  mergeMembers: [
    { keepId: people['an'], duplicateIds: [people['anh']], reason: 'Trùng' },
    ...(['Merger', 'reason report { members { displayName } }', 'MERGER_NOT_FOUND'] as const),
  ],
  setTarget: [
    { teamId, indicatorCode: 'MEMBERS', period: '2027', comparator: 'AT_LEAST', value: 5 },
    ...(['Target', 'statement', 'TARGET_NOT_FOUND'] as const),
  ],
};

describe.each(Object.entries(WRITES))('%s', (field, [input, type, selection, code]) => {
  const send = sendWrites(run, { [type]: `__typename ${selection}` })(field);
  const keyed = { ...input, idempotencyKey: randomUUID() };
  const revoked: Claims = { ...provincial, grants: [] };

  it('is answered again as long as the caller may see it, and then as if it were not there', async () => {
    const first = await send(provincial, keyed);
    expect(first).toMatchObject({ __typename: type });
    const again = await send(provincial, keyed);
    expect({ ...again, statements: [] }).toEqual({ ...first, statements: [] });
    expect(await send(revoked, keyed)).toMatchObject({ code, retryable: true });
  });

  it('is another write under the same key for the same subject of another issuer', async () => {
    const foreign: Claims = { ...revoked, issuer: 'https://elsewhere.test' };
    expect(await send(foreign, keyed)).toMatchObject({ __typename: 'Refusal', retryable: true });
  });
});

it('a dry run takes no key', async () => {
  const [into, from] = [
    await newTeam(database, '19597', { a: {} }),
    await newTeam(database, '19597', { b: {} }),
  ];
  const merge = sendWrites(run, { Merger: 'isDryRun' })('mergeTeams');
  const keyed = {
    ...{ intoTeamId: into.id, teamIds: [from.id], effectiveOn: '2026-11-22', expectedVersion: 1 },
    idempotencyKey: randomUUID(),
  };
  expect(await merge(provincial, { ...keyed, dryRun: true })).toMatchObject({ isDryRun: true });
  expect(await merge(provincial, keyed)).toMatchObject({ isDryRun: false });
});
