import { fold, nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPORTS } from '../../../src/exports/exports.ts';
import { sealAudit } from '../../../src/operations/seal-audit.ts';
import { verifyAudit } from '../../../src/operations/verify-audit.ts';
import { verifyLockedReports } from '../../../src/reports/verify-locked-reports.ts';
import { administrator } from '../../support/people.ts';
import { NAME, somebodyEverywhere } from './somebody-everywhere.ts';
import { isIn, tracesIn } from './traces.ts';
import { teamWithRights, writing } from './writing.ts';

const setting = await teamWithRights();
const { run, database, subgraph, logged, team, other, commune } = setting;
await subgraph.apollo.start();

const [add, update, end] = [
  writing(run, 'addMember', 'Membership'),
  writing(run, 'updateMember', 'Member'),
  writing(run, 'endMembership', 'Membership'),
];
const undo = writing(run, 'undoMerger', 'Merger');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const recordActivity = writing(run, 'recordActivity', 'Activity');
const erase = writing(run, 'eraseMember', 'Erasure');

const counts = () =>
  run(
    `query ($id: ID!, $other: ID!) {
      past: overview(unitCode: "19597", asOf: "2026-06-30") { members { registered } teams { registered } }
      now: overview(unitCode: "19597") { members { registered } }
      team(id: $id) { past: members(asOf: "2026-06-30") { totalCount } now: members { totalCount } ruleViolations { message } }
      other: team(id: $other) { members(asOf: "2026-06-30") { totalCount } }
    }`,
    { id: team.id, other: other.id },
    { as: commune },
  ).then(({ data, errors }) => {
    expect(errors).toBeUndefined();
    return data;
  });

/** Everything that the database holds, row by row. */
async function contents(): Promise<Record<string, string>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ digest: string }>(
      `select md5(string_agg(t::text, chr(10) order by t::text)) as digest from "${name}" t`,
    );
    all[name] = rows[0]?.digest ?? '';
  }
  return all;
}

const who = await somebodyEverywhere(setting);
await database.pool.query(`update activity set note = note || $1 where id = $2`, [
  ` · ${NAME.normalize('NFD')}`,
  who.activity.id,
]);
await database.pool.query('analyze');
const ASKED = {
  ...{ requestId: who.request.id, expectedVersion: 3, reason: `Theo đơn của ${NAME}` },
  signIns: [`${who.own.issuer}#${who.own.subject}`],
};

describe('before', () => {
  it('the person is in many places, so that the search means something', async () => {
    const traces = await tracesIn(database, who.needles);
    expect(traces).toEqual(
      expect.arrayContaining([
        ...[
          'activity.note',
          'activity.place',
          'activity.status_reason',
          'activity.title',
          'activity_evidence.caption',
        ],
        ...[
          'audit_personal.states',
          'consent.evidence',
          'consent_withdrawal.reason',
          'idempotency_key.fingerprint',
        ],
        ...[
          'journal_row.new',
          'journal_row.old',
          'member.display_name',
          'member.name_key',
          'member.phone_cipher',
        ],
        ...['member.phone_digest', 'member.search_text', 'merger.reason', 'reported_figure.statement'],
        ...['report_step.reason', 'report_value.correction_reason', 'report_waiver.reason'],
        ...['import_row.cells', 'import_row.name_key', 'import_row.search_text'],
        ...[
          'restriction.lifted_reason',
          'restriction.reason',
          'subject_request.extension_reason',
          'subject_request.statement',
        ],
      ]),
    );
    expect(traces.filter((trace) => trace.startsWith('audit_entry'))).toEqual([]);
    expect(await tracesIn(database, who.signIn)).toEqual(
      expect.arrayContaining([
        ...['activity.contributors', 'activity_evidence.recorded_by', 'audit_entry.actor'],
        ...['consent.recorded_by', 'consent_withdrawal.recorded_by', 'idempotency_key.actor'],
        ...['import.actor', 'import.asker', 'journal_row.new', 'journal_row.old'],
        ...['report.submitted_by', 'report_step.actor', 'report_value.corrected_by', 'report_waiver.actor'],
      ]),
    );
    expect(traces.some((trace) => trace.startsWith('statistics of'))).toBe(true);
  });
});

describe('the dry run', () => {
  it('tells what goes, what stays and why, and changes nothing', async () => {
    const before = await contents();
    const shown = await erase(commune, { ...ASKED, dryRun: true });
    expect(shown).toMatchObject({ __typename: 'Erasure', isDryRun: true });
    const lines = Object.fromEntries(
      shown.report.map(({ kind, action, count }: { kind: string; action: string; count: number }) => [
        kind,
        `${action} ${count}`,
      ]),
    );
    expect(lines).toMatchObject({
      ...{ NAME_AND_PHONE: 'ANONYMISED 2', MEMBERSHIPS_ENDED: 'ANONYMISED 2', PHOTOGRAPHS: 'TO_MEND 1' },
      ...{
        AUDIT_ENTRIES: expect.stringMatching(/^KEPT/),
        RIGHTS_KEPT: 'KEPT 2',
        TEXTS_MASKED: expect.stringMatching(/^MASKED/),
      },
      ...{ IMPORT_ROWS: 'ERASED 1', IMPORT_FILES: 'ERASED 1', ZALO_LINKS: 'ERASED 1' },
      ...{
        JOURNAL_ROWS: expect.stringMatching(/^ANONYMISED/),
        SIGN_INS: expect.stringMatching(/^ANONYMISED/),
      },
    });
    expect(lines).not.toHaveProperty('AUDIT_TEXTS');
    expect(JSON.stringify(shown.report)).not.toContain(NAME);
    expect(await contents()).toEqual(before);
  });

  it('is for officers who handle the person', async () => {
    expect(await erase(team.leader, ASKED)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await erase(who.own, { ...ASKED, signIns: [] })).toMatchObject({ code: 'NOT_PERMITTED' });
    const seeing = await receive(commune, {
      memberId: who.id,
      kind: 'SEE',
      channel: 'PAPER',
      receivedOn: '2026-11-18',
    });
    expect(await erase(commune, { ...ASKED, requestId: seeing.id, expectedVersion: 1 })).toMatchObject({
      code: 'REQUEST_STATE',
      field: 'requestId',
    });
    expect(await erase(commune, { ...ASKED, expectedVersion: 1 })).toMatchObject({ __typename: 'Conflict' });
    const signIns = [`${commune.issuer}#${commune.subject}`];
    expect(await erase(commune, { ...ASKED, signIns })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'signIns',
    });
  });
});

describe('afterwards', () => {
  let head: Awaited<ReturnType<typeof verifyAudit>>['head'];
  let before: unknown;
  let erased: Awaited<ReturnType<typeof erase>>;

  beforeAll(async () => {
    await sealAudit(database);
    ({ head } = await verifyAudit(database));
    before = await counts();
    erased = await erase(commune, ASKED);
  });

  it('the request is done and the erasure names nobody', () => {
    expect(erased).toMatchObject({
      __typename: 'Erasure',
      isDryRun: false,
      reason: 'Theo đơn của [đã xóa]',
      version: 1,
    });
    expect(erased.member).toMatchObject({ id: who.id, isErased: true, phone: null, version: 4 });
    expect(erased.request).toMatchObject({ status: 'DONE' });
  });

  it('the person is in no column of the database, and not in what PostgreSQL remembers of them', async () => {
    expect(await tracesIn(database, who.needles)).toEqual([]);
  });

  it('the person is in no export, no answer and no log', async () => {
    const ctx = {
      ...(await subgraph.contextOf()),
      credential: { kind: 'VERIFIED', claims: administrator() } as const,
    };
    for (const [kind, definition] of Object.entries(EXPORTS)) {
      const given = kind === 'BOARD' || kind === 'OVERVIEW' ? { unitCode: '44', period: '2026' } : {};
      const filters = Object.fromEntries(
        Object.entries(given).filter(([name]) => definition.filterNames.includes(name)),
      );
      const table = await definition.read(ctx, filters, { mostRows: 200_000, isPaper: false });
      expect({ kind, found: isIn(JSON.stringify(table), who.needles) }).toEqual({ kind, found: [] });
    }
    const asked = await run(
      `query ($id: ID!, $activity: ID!) {
        member(id: $id) { displayName phone memberships { to } consents { evidence withdrawal { reason } } subjectRequests { statement outcome } restrictions { reason } }
        activity(id: $activity) { title place note evidence { caption } }
        history(entityType: "Activity", id: $activity) { nodes { reason values { before after } isPersonalErased } }
        changes(first: 500) { changes { id reason } }
      }`,
      { id: who.id, activity: who.activity.id },
      { as: commune },
    );
    expect(asked.errors).toBeUndefined();
    expect(isIn(JSON.stringify(asked.data), who.needles)).toEqual([]);
    expect(asked.data.activity.note).toBe('Do [đã xóa] và [đã xóa] chuẩn bị · [đã xóa]');
    expect(
      asked.data.member.memberships.every(
        ({ to }: { to: string | null }) => to !== null && to <= '2026-11-22',
      ),
    ).toBe(true);
    expect(isIn(JSON.stringify(logged), who.needles)).toEqual([]);
  });

  it('every count is what it was, today and in past periods', async () => {
    expect(await counts()).toEqual(before);
  });

  it('the chain of the audit verifies, also against the seal from before', async () => {
    await sealAudit(database);
    const report = await verifyAudit(database, head ?? undefined);
    expect(report.faults).toEqual([]);
    expect(report.seals).toBeGreaterThan(1);
  });

  it('nothing brings the person back: neither undoing, nor a late replay, nor a sign-in', async () => {
    const undone = await undo(commune, { id: who.merger.id, expectedVersion: 1, reason: 'Nhầm' });
    expect(undone).toMatchObject({ code: 'UNDO_BLOCKED' });
    const { id, jobs } = who.imported;
    expect(await jobs.undo(id)).toMatchObject({ status: 'APPLIED', failure: { code: 'UNDO_BLOCKED' } });
    expect((await add(commune, who.addInput)).__typename).toBe('Refusal');
    expect(await add(commune, { teamId: team.id, memberId: who.id, from: '2026-11-22' })).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    });
    expect(await update(commune, { id: who.id, expectedVersion: 4, displayName: 'Ai Đó' })).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    });
    const { data } = await run('{ viewer { role member { id } } }', {}, { as: who.own });
    expect(data.viewer).toEqual({ role: 'PUBLIC', member: null });
    expect(await erase(commune, { ...ASKED, expectedVersion: 4 })).toMatchObject({
      code: 'REQUEST_NOT_FOUND',
    });
    expect(await tracesIn(database, who.needles)).toEqual([]);
  });

  it('the sign-in is in no column either, nor in the audit, and locked reports verify', async () => {
    expect(await tracesIn(database, who.signIn)).toEqual([]);
    expect(await verifyLockedReports({ db: database })).toEqual({ editions: 1, faults: [] });
  });
});

describe('a namesake', () => {
  it('in another province is left alone, whatever an officer of a commune asks for', async () => {
    const name = 'Phan Thị Trùng Xa';
    const member = await add(commune, { teamId: team.id, person: { displayName: name }, from: '2026-01-10' });
    const about = (unitCode: string) =>
      writing(
        run,
        'recordMeasurement',
        'UnitFigure',
      )(administrator(), {
        ...{ unitCode, indicatorCode: 'MEMBERS', value: 12, qualifier: 'EXACT', asOf: '2026-11-02' },
        ...{ source: { title: 'Báo cáo tháng' }, statement: `12 người, do ${name} đếm` },
      });
    await about('19597');
    await about('48');
    const request = await receive(commune, {
      ...{ memberId: member.member.id, kind: 'ERASE', channel: 'PAPER', receivedOn: '2026-11-20' },
    });
    const { imported } = who;
    await database.pool.query(
      `insert into import_row (import_id, n, sheet, sheet_row, place, cells, is_faulty, search_text, name_key)
       select i.id, 900, 's', 900, 1, jsonb_build_object('fullName', $1::text), false, $2, $3 from import i where i.id = $4`,
      [name, fold(name), nameKey(name), imported.id],
    );
    await database.pool.query(
      `update import set region_ids = (select array_agg(id) from admin_unit where code = '48' and valid_to is null) where id = $1`,
      [imported.id],
    );
    const erased = await erase(commune, {
      ...{ requestId: request.id, expectedVersion: 1, reason: 'Theo đơn', masksElsewhere: true },
    });
    expect(erased.__typename).toBe('Erasure');
    const { rows } = await database.pool.query(
      `select u.code, f.statement from reported_figure f join admin_unit u on u.id = f.unit_id
       where f.statement like '12 người, do % đếm' and f.as_of = '2026-11-02' order by 1`,
    );
    expect(rows).toEqual([
      { code: '19597', statement: '12 người, do [đã xóa] đếm' },
      { code: '48', statement: `12 người, do ${name} đếm` },
    ]);
    const left = await database.pool.query('select from import_row where name_key = $1', [nameKey(name)]);
    expect(left.rowCount).toBe(1);
  });

  it('stays, and texts elsewhere are only listed unless the officer decides otherwise', async () => {
    const name = 'Phan Văn Trùng Tên';
    const [first, second] = [
      await add(commune, { teamId: team.id, person: { displayName: name }, from: '2026-01-10' }),
      await add(commune, { teamId: other.id, person: { displayName: name }, from: '2026-01-10' }),
    ];
    const about = async (teamId: string) =>
      (
        await recordActivity(commune, {
          teamId,
          kind: 'MEETING',
          title: `${name} nói chuyện`,
          startsAt: '2026-11-03T08:00:00+07:00',
        })
      ).id as string;
    const [own, elsewhere] = [await about(team.id), await about(other.id)];
    const request = await receive(commune, {
      memberId: first.member.id,
      kind: 'ERASE',
      channel: 'PAPER',
      receivedOn: '2026-11-20',
    });
    const input = { requestId: request.id, expectedVersion: 1, reason: 'Theo đơn' };
    const everything = await erase(commune, { ...input, masksElsewhere: true, dryRun: true });
    const detailsOf = (answer: typeof everything, kind: string): string[] =>
      answer.report.find((line: { kind: string }) => line.kind === kind)?.details ?? [];
    expect(detailsOf(everything, 'TEXTS_MASKED')).toEqual(
      expect.arrayContaining([`Activity ${own}`, `Activity ${elsewhere}`]),
    );
    const done = await erase(commune, input);
    expect(detailsOf(done, 'TEXTS_MASKED')).toEqual([`Activity ${own}`]);
    expect(detailsOf(done, 'TEXTS_TO_MEND')).toEqual([`Activity ${elsewhere}`]);
    const [row] = await database.rows<{ name: string; title: string; states: number }>(sql`
      select (select display_name from member where id = ${second.member.id}::uuid) as name,
        (select title from activity where id = ${elsewhere}::uuid) as title,
        (select count(*) from audit_personal p join audit_entry e on e.id = p.entry_id where e.entity_id = ${second.member.id}) as states`);
    expect(row).toEqual({ name, title: `${name} nói chuyện`, states: 1 });
    expect(
      await end(commune, {
        id: second.id,
        expectedVersion: 1,
        lastDay: '2026-11-22',
        reason: 'Chuyển công tác',
      }),
    ).toMatchObject({ __typename: 'Membership' });
  });
});
