import { phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { exportNamed } from '../../src/exports/exports.ts';
import { recordExport } from '../../src/exports/record-export.ts';
import { administrator, officer, staffedTeams, stranger } from '../support/people.ts';
import { addActivity, columnOf, exportsOfRegister, refusalOf } from './reading.ts';

const { database, read, contextOf, run } = await exportsOfRegister();
const [team] = await staffedTeams(database, '19597');
const [abroad] = await staffedTeams(database, '48');
if (team === undefined || abroad === undefined) throw new Error('no staffed teams');

const { phones } = await contextOf();
const sealed = phones?.seal(phoneNumber('0987612534'));
await database.pool.query(
  `update member set phone_cipher = $1, phone_digest = $2 where id in (
     select ms.member_id from membership ms where ms.team_id = any($3::uuid[]))`,
  [sealed?.cipher, sealed?.digest, [team.id, abroad.id]],
);

await addActivity(database, team.id);

const PEOPLE: Readonly<Record<string, Claims>> = {
  administrator: administrator(),
  'officer of Quảng Trị': officer('PROVINCIAL_OFFICER', '44'),
  'officer of Cam Lộ': officer('COMMUNE_OFFICER', '19597'),
  'officer of Đà Nẵng': officer('PROVINCIAL_OFFICER', '48'),
  'officer of a province that ended': officer('PROVINCIAL_OFFICER', '45@2025-01-01'),
  leader: team.leader,
  member: team.member,
  'leader abroad': abroad.leader,
  stranger: stranger(),
};

const WHOLE = '0987 612 534';
const MASKED = '•••• ••• 534';

/** What each of them gets of the team of Cam Lộ, and of the one of Đà Nẵng: phones, or null for no row at all. */
const EXPECTED: readonly [
  who: string,
  ofCamLo: readonly (string | null)[] | null,
  ofDaNang: readonly (string | null)[] | null,
][] = [
  ['administrator', [WHOLE], [WHOLE]],
  ['officer of Quảng Trị', [WHOLE], null],
  ['officer of Cam Lộ', [WHOLE], null],
  ['officer of Đà Nẵng', null, [WHOLE]],
  ['officer of a province that ended', null, null],
  // Their own number is theirs.
  ['leader', [WHOLE, MASKED], null],
  ['member', [WHOLE, null], null],
  ['leader abroad', null, [WHOLE, MASKED]],
  ['stranger', null, null],
];

describe.each(EXPECTED)('the roster that the %s gets', (who, ofCamLo, ofDaNang) => {
  it.each([
    ['Cam Lộ', team, ofCamLo],
    ['Đà Nẵng', abroad, ofDaNang],
  ] as const)('has of the team in %s what they may see', async (_, { code, id }, expected) => {
    const table = await read('roster.xlsx', {}, { as: PEOPLE[who] });
    const phonesOf = columnOf(table, 'Số điện thoại').filter((_, row) => table.rows[row]?.[0] === code);
    expect(phonesOf.length === 0 ? null : new Set(phonesOf)).toEqual(expected && new Set(expected));
    const asked = read('roster.xlsx', { teamId: id }, { as: PEOPLE[who] });
    if (expected === null) expect(await refusalOf(asked)).toMatchObject({ code: 'TEAM_NOT_FOUND' });
    else expect((await asked).rows.length).toBe(phonesOf.length);
  });
});

describe('a file', () => {
  it('has of a team what the query shows to the same person', async () => {
    for (const as of [PEOPLE['officer of Quảng Trị'], team.leader, team.member]) {
      const table = await read('roster.csv', { teamId: team.id }, { as });
      const { data } = await run(
        'query ($id: ID!) { team(id: $id) { members(first: 200) { nodes { displayName phone } } } }',
        { id: team.id },
        { as },
      );
      const digits = (phone: unknown) =>
        typeof phone === 'string' ? phone.replace(/^0|^\+84|\s/g, '') : null;
      const shown = (names: unknown[], numbers: unknown[]) =>
        names.map((name, index) => `${name} ${digits(numbers[index])}`).sort();
      const nodes = data.team.members.nodes as { displayName: string; phone: string | null }[];
      expect(shown(columnOf(table, 'Họ và tên'), columnOf(table, 'Số điện thoại'))).toEqual(
        shown(
          nodes.map(({ displayName }) => displayName),
          nodes.map(({ phone }) => phone),
        ),
      );
    }
  });

  it('has numbers masked or left out where that is asked for', async () => {
    const phonesAs = async (phones: string) =>
      new Set(
        columnOf(
          await read('roster.csv', { teamId: team.id, phones }, { as: administrator() }),
          'Số điện thoại',
        ),
      );
    expect(await phonesAs('MASKED')).toEqual(new Set([MASKED]));
    expect(await phonesAs('NONE')).toEqual(new Set([null]));
  });

  it('is none for the public where it tells of people', async () => {
    for (const name of ['roster.xlsx', 'activities.pdf'])
      expect(await refusalOf(read(name))).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('tells the public of teams nothing of what they have inside', async () => {
    await database.rows(sql`
      update team set no_decision_reason = 'Bí mật', zalo_group_status = 'LINKED', zalo_group_url = 'https://zalo.me/g/abcdef123',
        is_synthetic = false
      where id = ${team.id}::uuid`);
    const inside = async (as?: Claims) => {
      const table = await read('teams.csv', { search: team.code }, { as });
      return ['Lý do chưa có quyết định', 'Link nhóm Zalo', 'Số thành viên'].map(
        (header) => columnOf(table, header)[0],
      );
    };
    expect(await inside()).toEqual([null, null, null]);
    expect(await inside(PEOPLE['officer of Đà Nẵng'])).toEqual([null, null, null]);
    expect(await inside(PEOPLE['officer of Cam Lộ'])).toEqual([
      'Bí mật',
      'https://zalo.me/g/abcdef123',
      expect.any(Number),
    ]);
  });

  it('of activities has those of teams that one sees inside', async () => {
    const teamsOf = async (as: Claims | undefined) =>
      new Set(columnOf(await read('activities.csv', {}, { as }), 'Mã tổ'));
    expect(await teamsOf(team.leader)).toEqual(new Set([team.code]));
    expect(await teamsOf(stranger())).toEqual(new Set());
    const ofProvince = await teamsOf(PEOPLE['officer of Quảng Trị']);
    expect(ofProvince.has(team.code)).toBe(true);
    expect(ofProvince.has(abroad.code)).toBe(false);
    expect(await refusalOf(read('activities.csv', { teamId: abroad.id }, { as: team.leader }))).toMatchObject(
      {
        code: 'TEAM_NOT_FOUND',
      },
    );
  });

  it('has no computed values of a board for who may not see inside the unit', async () => {
    const computedAs = async (as?: Claims) => {
      const given = { unitCode: '44', period: '2026', boundary: 'CURRENT' };
      return columnOf(await read('board.csv', given, { as }), 'Tính từ hoạt động').some(
        (cell) => cell !== null,
      );
    };
    expect(await computedAs(PEOPLE['officer of Quảng Trị'])).toBe(true);
    expect(await computedAs()).toBe(false);
    expect(await computedAs(PEOPLE['officer of Đà Nẵng'])).toBe(false);
  });
});

describe('the record of an export', () => {
  it('stands in the audit before the file is there: who, what, how many, and no name that was searched for', async () => {
    const who = officer('COMMUNE_OFFICER', '19597');
    const ctx = await contextOf(who);
    const given = { unitCode: '19597', search: 'nguyen van an' };
    await recordExport(ctx, {
      definition: { kind: 'ROSTER', access: 'SCOPED' },
      format: 'xlsx',
      given,
      rows: 31,
    });
    const entries = await database.rows<{ actor: string; after: unknown; field: string }>(sql`
      select actor, field, after from audit_entry where entity_type = 'Export' order by id`);
    expect(entries).toEqual([
      {
        actor: who.subject,
        field: 'export',
        after: {
          kind: 'ROSTER',
          format: 'xlsx',
          rows: 31,
          filters: { unitCode: '19597', search: 'PRESENT' },
        },
      },
    ]);
  });

  it('is none for what is public', async () => {
    const before = await database.rows(sql`select count(*) as n from audit_entry`);
    await recordExport(await contextOf(), {
      ...{ definition: { kind: 'TEAMS', access: 'PUBLIC' }, format: 'csv', given: {}, rows: 1 },
    });
    expect(await database.rows(sql`select count(*) as n from audit_entry`)).toEqual(before);
  });

  it('is no change that a phone has to follow', async () => {
    const { data } = await run('{ changes(since: "now") { cursor } }', {}, { as: administrator() });
    const ctx = await contextOf(administrator());
    await recordExport(ctx, {
      definition: { kind: 'ROSTER', access: 'SCOPED' },
      format: 'csv',
      given: {},
      rows: 1,
    });
    const follow = 'query ($since: String!) { changes(since: $since) { changes { entityType } } }';
    const after = await run(follow, { since: data.changes.cursor }, { as: administrator() });
    expect(after.data.changes.changes).toEqual([]);
  });
});

describe('a roster without a key', () => {
  it('is refused where there are numbers to show, and given without them', async () => {
    const ctx = { ...(await contextOf(administrator())), phones: null };
    const limit = { mostRows: 100_000, isPaper: false };
    const { definition } = exportNamed('roster.csv');
    expect(await refusalOf(definition.read(ctx, { teamId: team.id }, limit))).toMatchObject({
      code: 'PHONE_UNAVAILABLE',
    });
    const table = await definition.read(ctx, { teamId: team.id, phones: 'NONE' }, limit);
    expect(table.rows.length).toBeGreaterThan(3);
  });
});
