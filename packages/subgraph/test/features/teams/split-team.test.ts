import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mergerWrites, namesOf, reportOf } from '../../support/merger-writes.ts';
import { newTeam } from '../../support/new-teams.ts';
import { officer } from '../../support/people.ts';
import { registerContents, registerCounts } from '../../support/register-contents.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const subgraph = await testSubgraph('loaded');
const { database } = subgraph;
const { split, undo, updateTeam, teamOn } = mergerWrites(subgraph);
const provincial = officer('PROVINCIAL_OFFICER', '44');

describe('a team that is split', () => {
  const oneTeam = () =>
    newTeam(database, '19597', {
      ...{ An: { role: 'LEADER' }, Binh: { role: 'DEPUTY' }, Chi: { isCore: true, school: 'Trường B' } },
      ...{ Dung: {}, En: {}, Giang: {} },
    });
  const inputFor = ({ id, people }: Awaited<ReturnType<typeof oneTeam>>) => ({
    ...{ teamId: id, expectedVersion: 1, effectiveOn: '2026-11-20', noDecisionReason: 'đang trình' },
    newTeams: [
      { name: 'Tổ thôn 1', memberIds: [people.Binh, people.Chi], leaderId: people.Binh },
      { name: 'Tổ thôn 2', memberIds: [people.Dung], unitCode: '19603' },
    ],
  });

  it('goes on beside the new ones, and people move', async () => {
    const team = await oneTeam();
    const done = await split(provincial, inputFor(team));
    expect(done).toMatchObject({ kind: 'TEAM_SPLIT', status: 'APPLIED', unit: { code: '44' } });
    expect(reportOf(done)).toEqual([
      expect.stringMatching(/^TEAMS_FOUNDED 2 19597-\d+ Tổ thôn 1 19603-\d+ Tổ thôn 2$/),
      expect.stringMatching(/^MEMBERS_CARRIED 3 /),
      'MEMBERS_STAY 3',
      expect.stringMatching(/^LEADER_MISSING 1 19603-\d+$/),
    ]);
    const old = await teamOn(team.id, '2026-11-20');
    expect(namesOf(old)).toEqual(['An', 'En', 'Giang']);
    expect(old.activities.nodes).toHaveLength(2);
    expect(old.successors).toHaveLength(2);
    const first = await teamOn(old.successors[0].to.id, '2026-11-20');
    const second = await teamOn(old.successors[1].to.id, '2026-11-20');
    const [led, other] = first.leader === null ? [second, first] : [first, second];
    expect(led.leader).toEqual({ displayName: 'Binh' });
    expect(led.members.nodes[1].memberships[0]).toMatchObject({
      isCore: true,
      from: '2026-11-20',
      responsibilities: [{ name: 'Trường B' }],
    });
    expect(other.predecessors).toEqual([{ from: { id: team.id }, kind: 'SPLIT', effectiveOn: '2026-11-20' }]);
  });

  it('is as before when the split is undone, unless a new team has gone on', async () => {
    const team = await oneTeam();
    const before = await registerContents(database);
    const done = await split(provincial, inputFor(team));
    expect(await undo(provincial, { id: done.id, expectedVersion: 1, reason: 'Nhầm' })).toMatchObject({
      status: 'UNDONE',
    });
    expect(await registerContents(database)).toEqual(before);

    const again = await split(provincial, { ...inputFor(team), expectedVersion: 3 });
    const { successors } = await teamOn(team.id, '2026-11-20');
    await updateTeam(provincial, { id: successors[0].to.id, expectedVersion: 1, name: 'Tên khác' });
    expect(await undo(provincial, { id: again.id, expectedVersion: 1, reason: 'Nhầm' })).toMatchObject({
      code: 'UNDO_BLOCKED',
    });
  });

  it('shows first what would happen, and nothing has', async () => {
    const team = await oneTeam();
    const before = await registerContents(database);
    expect(await split(provincial, { ...inputFor(team), dryRun: true })).toMatchObject({ isDryRun: true });
    expect(await registerContents(database)).toEqual(before);
  });

  it('costs the same statements for one new team and for two', async () => {
    const [one, two] = [await oneTeam(), await oneTeam()];
    const both = inputFor(two);
    const { statements } = await split(provincial, {
      ...inputFor(one),
      newTeams: both.newTeams.slice(1).map((each) => ({ ...each, memberIds: [one.people.Dung] })),
    });
    expect((await split(provincial, both)).statements).toEqual(statements);
    expect(statements.slice(0, statements.indexOf('commit') + 1)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'teamForWrite',
        'placeOfTeam',
        'placesOfTeams',
        'membershipsFrom',
      ],
      ...[
        'commonUnit',
        'mergerTaken',
        'startJournal',
        'lockTeamCodes',
        'lastTeamCodes',
        'insertTeams',
        'insertCarried',
      ],
      ...[
        'carryResponsibilities',
        'endMemberships',
        'insertTeamLinks',
        'raiseTeamVersion',
        'insertMerger',
        'appendAudits',
      ],
      ...['storeOutcome', 'commit'],
    ]);
  });

  const shared = oneTeam();
  it.each<[string, string, (team: Awaited<typeof shared>) => object]>([
    ['MERGER_INVALID', 'newTeams', () => ({ newTeams: [] })],
    ['MERGER_INVALID', 'newTeams[0].memberIds', () => ({ newTeams: [{ name: 'x', memberIds: [] }] })],
    [
      'MERGER_INVALID',
      'newTeams',
      ({ people }) => ({ newTeams: [{ name: 'x', memberIds: Object.values(people) }] }),
    ],
    [
      'MERGER_INVALID',
      'newTeams[0].memberIds[0]',
      () => ({ newTeams: [{ name: 'x', memberIds: [randomUUID()] }] }),
    ],
    [
      'MERGER_INVALID',
      'newTeams[1].memberIds[0]',
      ({ people }) => ({
        newTeams: [
          { name: 'x', memberIds: [people.An] },
          { name: 'y', memberIds: [people.An] },
        ],
      }),
    ],
    [
      'MERGER_INVALID',
      'newTeams[0].leaderId',
      ({ people }) => ({ newTeams: [{ name: 'x', memberIds: [people.An], leaderId: people.Binh }] }),
    ],
    ['ID_INVALID', 'newTeams[0].memberIds[0]', () => ({ newTeams: [{ name: 'x', memberIds: ['x'] }] })],
    [
      'TEXT_INVALID',
      'newTeams[0].name',
      ({ people }) => ({ newTeams: [{ name: 'a\0b', memberIds: [people.An] }] }),
    ],
    [
      'TEXT_SENSITIVE',
      'newTeams[0].name',
      ({ people }) => ({ newTeams: [{ name: '045201000123', memberIds: [people.An] }] }),
    ],
    [
      'UNIT_NOT_FOUND',
      'newTeams[0].unitCode',
      ({ people }) => ({ newTeams: [{ name: 'x', memberIds: [people.An], unitCode: '99999' }] }),
    ],
    [
      'TEAM_CODE_TAKEN',
      'code',
      ({ people, code }) => ({ newTeams: [{ name: 'x', memberIds: [people.An], code }] }),
    ],
    ['DECISION_MISSING', 'decision', () => ({ noDecisionReason: null })],
    ['DATE_INVALID', 'effectiveOn', () => ({ effectiveOn: '2026-02-30' })],
    ['MERGER_INVALID', 'effectiveOn', () => ({ effectiveOn: '2026-01-01' })],
  ])('is refused as %s in %s', async (code, field, faultOf) => {
    const team = await shared;
    const before = await registerCounts(database);
    const refused = await split(provincial, { ...inputFor(team), ...faultOf(team) });
    expect(refused).toMatchObject({ __typename: 'Refusal', code, field });
    expect(refused.message.length).toBeLessThan(400);
    expect(await registerCounts(database)).toEqual(before);
  });
});
