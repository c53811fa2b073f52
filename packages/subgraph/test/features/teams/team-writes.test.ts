import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { officer, stranger } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
// Xã Cam Lộ and Xã Hiếu Giang of today, in Quảng Trị.
const camLo = officer('COMMUNE_OFFICER', '19597');
const provincial = officer('PROVINCIAL_OFFICER', '44');
const administrator = officer('ADMINISTRATOR', 'VN');

const send = sendWrites(run, {
  Team: `id code name kind status level unit { code fullName } employer foundedOn endedOn decision { number fileUrl }
    noDecisionReason zaloGroup { url status } version`,
});
const establish = send('establishTeam');
const update = send('updateTeam');
const link = send('linkZaloGroup');
const dissolve = send('dissolveTeam');

const DECISION = {
  ...{
    number: '103/QĐ-UBND',
    title: 'Thành lập tổ công nghệ số cộng đồng',
    issuer: 'Chủ tịch UBND xã Cam Lộ',
  },
  ...{ issuedOn: '2026-11-02', effectiveOn: '2026-11-10', fileUrl: 'https://camlo.quangtri.gov.vn/103.pdf' },
};
const DRAFT = {
  ...{ name: 'Tổ công nghệ số cộng đồng xã Cam Lộ', kind: 'COMMUNITY', level: 'COMMUNE', unitCode: '19597' },
  ...{ foundedOn: '2026-11-10', decision: DECISION },
};

/** A team of its own with three people, a planned activity and one that was done. */
async function workingTeam() {
  const team = await establish(camLo, DRAFT);
  const [, members] = await Promise.all([
    database.pool.query(
      `insert into activity (id, team_id, kind, status, title, starts_at) values
        (gen_random_uuid(), $1, 'MEETING', 'PLANNED', 'Họp', '2026-12-10T08:00:00+07'),
        (gen_random_uuid(), $1, 'MEETING', 'DONE', 'Họp', '2026-11-12T08:00:00+07')`,
      [team.id],
    ),
    database.pool.query(
      `with person as (insert into member (id, display_name, search_text)
         select gen_random_uuid(), 'Người ' || n, 'nguoi' from generate_series(1, 3) n returning id)
       insert into membership (id, team_id, member_id, role, valid_from)
       select gen_random_uuid(), $1, id, case when row_number() over () = 1 then 'LEADER' else 'MEMBER' end::member_role,
         '2026-11-10' from person returning member_id, role`,
      [team.id],
    ),
  ]);
  const person = (role: string): Claims => {
    const memberId: string = members.rows.find((row) => row.role === role).member_id;
    return { issuer: 'https://identity.test', subject: memberId, name: null, memberId, grants: [] };
  };
  return { id: team.id as string, leader: person('LEADER'), member: person('MEMBER') };
}

describe('a team', () => {
  it('is founded on a decision, with a code of its unit', async () => {
    const made = await establish(camLo, DRAFT);
    expect(made).toMatchObject({
      ...{ __typename: 'Team', status: 'ACTIVE', version: 1, foundedOn: '2026-11-10', zaloGroup: null },
      ...{ unit: { code: '19597' }, decision: { number: '103/QĐ-UBND', fileUrl: DECISION.fileUrl } },
    });
    expect(made.code).toMatch(/^19597-\d{2}$/);
    const next = await establish(camLo, DRAFT);
    expect(Number(next.code.slice(6))).toBe(Number(made.code.slice(6)) + 1);
    const { data } = await run(`{ teams(search: "${next.code} cam lo") { nodes { id } } }`);
    expect(data.teams.nodes).toEqual([{ id: next.id }]);
  });

  it('is planned without a decision, and begins with one', async () => {
    const { decision: _, ...planned } = DRAFT;
    const made = await establish(camLo, { ...planned, foundedOn: '2027-01-10' });
    expect(made).toMatchObject({ status: 'PLANNED', decision: null });
    const input = { id: made.id, expectedVersion: 1, status: 'ACTIVE', foundedOn: '2026-11-20' };
    expect(await update(camLo, input)).toMatchObject({ code: 'DECISION_MISSING', field: 'decision' });
    expect(await update(camLo, { ...input, noDecisionReason: 'Đang trình Chủ tịch UBND xã' })).toMatchObject({
      ...{ status: 'ACTIVE', noDecisionReason: 'Đang trình Chủ tịch UBND xã', version: 2 },
    });
    expect(await update(camLo, { id: made.id, expectedVersion: 2, decision: DECISION })).toMatchObject({
      ...{ decision: { number: '103/QĐ-UBND' }, noDecisionReason: null, version: 3 },
    });
  });

  it('shares a decision that is there, of its unit or of one above', async () => {
    const id = randomUUID();
    const made = await establish(camLo, { ...DRAFT, decision: { ...DECISION, id } });
    const { decision: _, ...rest } = DRAFT;
    const second = await establish(camLo, { ...rest, decisionId: id });
    expect([made.decision.number, second.decision.number]).toEqual(['103/QĐ-UBND', '103/QĐ-UBND']);
    const elsewhere = { ...rest, unitCode: '19603', decisionId: id };
    expect(await establish(provincial, elsewhere)).toMatchObject({
      code: 'DECISION_NOT_FOUND',
      retryable: true,
    });
    const again = { ...DRAFT, decision: { ...DECISION, id } };
    expect(await establish(camLo, again)).toMatchObject({ code: 'ID_TAKEN', field: 'decision.id' });
  });

  it('of an enterprise may have no territory, and is the administrator’s', async () => {
    const draft = { ...DRAFT, kind: 'ENTERPRISE', level: 'NATION', unitCode: null, employer: 'VNPT' };
    expect(await establish(provincial, draft)).toMatchObject({ code: 'NOT_PERMITTED' });
    const made = await establish(administrator, draft);
    expect(made).toMatchObject({ unit: null, employer: 'VNPT', status: 'ACTIVE' });
    expect(made.code).toMatch(/^VN-\d{2}$/);
    expect(await update(provincial, { id: made.id, expectedVersion: 1, name: 'Tổ VNPT' })).toMatchObject({
      code: 'TEAM_NOT_FOUND',
    });
  });

  it('moves to another unit, and is found there', async () => {
    const made = await establish(camLo, DRAFT);
    const input = { id: made.id, expectedVersion: 1, unitCode: '19603', name: 'Tổ Hiếu Giang mới' };
    expect(await update(camLo, input)).toMatchObject({ code: 'NOT_PERMITTED', field: 'unitCode' });
    expect(await update(provincial, input)).toMatchObject({ unit: { code: '19603' }, version: 2 });
    const { data } = await run(`{ teams(search: "hieu giang moi") { nodes { id unit { code } } } }`);
    expect(data.teams.nodes).toEqual([{ id: made.id, unit: { code: '19603' } }]);
    expect(await update(camLo, { id: made.id, expectedVersion: 2, name: 'x' })).toMatchObject({
      code: 'TEAM_NOT_FOUND',
    });
  });

  it('takes on another kind', async () => {
    const made = await establish(camLo, DRAFT);
    const input = { id: made.id, expectedVersion: 1 };
    expect(await update(camLo, { ...input, kind: 'ENTERPRISE' })).toMatchObject({ field: 'employer' });
    expect(await update(camLo, { ...input, kind: 'MERGED_DE_AN_06' })).toMatchObject({
      kind: 'MERGED_DE_AN_06',
      version: 2,
    });
  });

  it('has one version that is changed', async () => {
    const made = await establish(camLo, DRAFT);
    await update(camLo, { id: made.id, expectedVersion: 1, name: 'Tên mới' });
    expect(await update(camLo, { id: made.id, expectedVersion: 1, name: 'Tên khác' })).toMatchObject({
      ...{ __typename: 'Conflict', expectedVersion: 1, currentVersion: 2 },
    });
  });

  it('takes an id and a code once', async () => {
    const id = randomUUID();
    await establish(camLo, { ...DRAFT, id, code: 'CLO-MOI' });
    expect(await establish(camLo, { ...DRAFT, id })).toMatchObject({ code: 'ID_TAKEN', field: 'id' });
    expect(await establish(camLo, { ...DRAFT, code: 'CLO-MOI' })).toMatchObject({
      ...{ code: 'TEAM_CODE_TAKEN', field: 'code', value: 'CLO-MOI', retryable: false },
    });
  });

  it('gives out no code twice to those who found teams at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => establish(camLo, DRAFT)));
    expect(new Set(made.map(({ code }) => code)).size).toBe(8);
  });

  it('tells nothing of its document, its reason and its group to others', async () => {
    const { id } = await workingTeam();
    const { data } = await run(
      'query ($id: ID!) { team(id: $id) { noDecisionReason zaloGroup { url } decision { number fileUrl } } }',
      { id },
    );
    expect(data.team).toEqual({
      noDecisionReason: null,
      zaloGroup: null,
      decision: { number: '103/QĐ-UBND', fileUrl: null },
    });
  });
});

describe('a Zalo group', () => {
  it('is linked by the leader, found broken, and taken away', async () => {
    const { id, leader, member } = await workingTeam();
    const input = { id, expectedVersion: 1, url: 'https://zalo.me/g/abcdef123?utm=1' };
    expect(await link(member, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await link(leader, input)).toMatchObject({
      zaloGroup: { url: 'https://zalo.me/g/abcdef123', status: 'LINKED' },
      version: 2,
    });
    expect(await link(camLo, { ...input, expectedVersion: 2, status: 'BROKEN' })).toMatchObject({
      zaloGroup: { status: 'BROKEN' },
    });
    expect(await link(leader, { id, expectedVersion: 3 })).toMatchObject({ zaloGroup: null, version: 4 });
  });
});

it('teams are listed by decision, and by group for who sees inside', async () => {
  const { id, leader } = await workingTeam();
  await link(leader, { id, expectedVersion: 1, url: 'https://zalo.me/g/timthay1', status: 'BROKEN' });
  const { decision: _, ...planned } = DRAFT;
  await establish(camLo, planned);
  const list = async (filter: string, as?: Claims) => {
    const { data } = await run(
      `{ teams(unitCode: "19597", ${filter}) { totalCount nodes { id } } }`,
      {},
      as ? { as } : {},
    );
    return data.teams;
  };
  expect(await list('zaloGroupStatus: BROKEN', camLo)).toEqual({ totalCount: 1, nodes: [{ id }] });
  expect(await list('zaloGroupStatus: BROKEN', leader)).toEqual({ totalCount: 1, nodes: [{ id }] });
  for (const as of [undefined, stranger(), officer('PROVINCIAL_OFFICER', '48')]) {
    expect(await list('zaloGroupStatus: BROKEN', as)).toEqual({ totalCount: 0, nodes: [] });
  }
  const [all, having, without] = [
    await list('level: COMMUNE'),
    await list('level: COMMUNE, hasDecision: true'),
    await list('level: COMMUNE, hasDecision: false'),
  ];
  expect(without.totalCount).toBeGreaterThan(0);
  expect(having.totalCount + without.totalCount).toBe(all.totalCount);
});

describe('a team that is dissolved', () => {
  it('ends with its memberships and cancels what it planned', async () => {
    const { id, leader } = await workingTeam();
    const input = { id, expectedVersion: 1, lastDay: '2026-11-20', reason: 'Thôn sáp nhập' };
    expect(await dissolve(leader, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await dissolve(camLo, input)).toMatchObject({
      status: 'DISSOLVED',
      endedOn: '2026-11-20',
      version: 2,
    });
    const [left] = await database.rows(sql`
      select array(select distinct valid_to::text from membership where team_id = ${id}::uuid) as ends,
        array(select status || coalesce(' ' || status_reason, '') from activity where team_id = ${id}::uuid order by starts_at) as activities`);
    expect(left).toEqual({ ends: ['2026-11-20'], activities: ['DONE', 'CANCELLED Thôn sáp nhập'] });
    const entries = await database.rows(sql`
      select entity_type as type, count(*) as n from audit_entry where team_id = ${id}::uuid and field = 'dissolveTeam'
      group by entity_type order by entity_type`);
    expect(entries).toEqual([
      { type: 'Activity', n: 1 },
      { type: 'Membership', n: 3 },
      { type: 'Team', n: 1 },
    ]);
    for (const write of [update, link]) {
      expect(await write(camLo, { id, expectedVersion: 2 })).toMatchObject({
        code: 'TEAM_ENDED',
        field: 'id',
      });
    }
  });

  it('was not dissolved before people joined it, nor ahead of time', async () => {
    const { id } = await workingTeam();
    const input = { id, expectedVersion: 1, reason: 'x' };
    expect(await dissolve(camLo, { ...input, lastDay: '2026-11-09' })).toMatchObject({
      code: 'DATE_INVALID',
    });
    expect(await dissolve(camLo, { ...input, lastDay: '2026-11-23' })).toMatchObject({
      code: 'DATE_INVALID',
    });
  });
});

describe('statements', () => {
  const around = (statements: string[]) => [
    ...[
      'scopeOf',
      'begin',
      'insertKey',
      'savepoint part',
      ...statements,
      'appendAudits',
      'storeOutcome',
      'commit',
      'teamById',
    ],
  ];
  const SHOWN = ['seesDecisions', 'scopeOf', 'unitById', 'seesInsideTeams'];
  const own = (statements: string[]) =>
    statements.filter((name) => !SHOWN.includes(name) && !/^SELECT/.test(name));

  it('of each write are few and always the same', async () => {
    const made = await establish(camLo, DRAFT);
    const first = ['scopeOf'];
    expect([...first, ...own(made.statements)]).toEqual(
      around(['placesOfTeams', 'insertDecision', 'lockTeamCodes', 'lastTeamCodes', 'insertTeams']),
    );
    const { id } = await workingTeam();
    const updated = await update(camLo, { id, expectedVersion: 1, name: 'Tên mới' });
    expect([...first, ...own(updated.statements)]).toEqual(
      around(['teamForWrite', 'placeOfTeam', 'updateTeam']),
    );
    const linked = await link(camLo, { id, expectedVersion: 2, url: 'https://zalo.me/g/abcdef' });
    expect([...first, ...own(linked.statements)]).toEqual(around(['teamForWrite', 'linkZaloGroup']));
    const ended = await dissolve(camLo, { id, expectedVersion: 3, lastDay: '2026-11-20', reason: 'x' });
    expect([...first, ...own(ended.statements)]).toEqual(
      around(['teamForWrite', 'membershipsFrom', 'endMemberships', 'cancelPlanned', 'dissolveTeam']),
    );
  });
});
