import { RETAINED_DATA } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/operations/verify-audit.ts';
import { applyRetention } from '../../../src/rights/retention/apply-retention.ts';
import { administrator, stranger } from '../../support/people.ts';
import { teamWithRights, writing } from './writing.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const { run, database, team, commune, somebody } = await teamWithRights(NOW.toISOString());
const add = writing(run, 'addMember', 'Membership');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const refuse = writing(run, 'refuseSubjectRequest', 'SubjectRequest');
const restrict = writing(run, 'restrictMember', 'Restriction');

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const countsOf = async (options?: { isDryRun: boolean }) =>
  Object.fromEntries((await applyRetention(database, NOW, options)).map(({ data, count }) => [data, count]));

/** Somebody with a phone number who left so many days ago. */
async function formerMember(daysSinceLeaving: number) {
  const who = await somebody();
  await database.rows(
    sql`update member set phone_cipher = '\\x00', phone_digest = '\\x01' where id = ${who.id}::uuid`,
  );
  await database.rows(sql`
    update membership set valid_from = '2025-01-01', valid_to = ${daysAgo(daysSinceLeaving)}::date where id = ${who.membershipId}::uuid`);
  return who;
}

describe('retention', () => {
  it('has a rule for each kind of data, dated, and says that nobody has verified it', async () => {
    const { data } = await run('{ retentionRules { data days isVerified basis } }');
    expect(data.retentionRules.map((rule: { data: string }) => rule.data).sort()).toEqual(
      [...RETAINED_DATA].sort(),
    );
    for (const rule of data.retentionRules)
      expect(rule).toMatchObject({ isVerified: false, basis: expect.any(String) });
  });

  it('takes away what is past its time, tells how much, and nothing twice', async () => {
    const [left, lately, restricted] = [
      await formerMember(400),
      await formerMember(300),
      await formerMember(400),
    ];
    await restrict(commune, { memberId: restricted.id, reason: 'Đang xác minh' });
    const old = await receive(commune, {
      ...{
        memberId: lately.id,
        kind: 'SEE',
        channel: 'PAPER',
        receivedOn: '2026-11-01',
        statement: 'Xin xem',
      },
    });
    await refuse(commune, { id: old.id, expectedVersion: 1, reason: 'Không đúng người' });
    await database.rows(sql`update subject_request set closed_on = '2024-11-01' where id = ${old.id}::uuid`);
    await database.rows(
      sql`insert into journal (id, kind, created_at) values (gen_random_uuid(), 'TEST', ${daysAgo(31)}::timestamptz)`,
    );
    await database.rows(sql`
      insert into idempotency_key (tenant, actor, field, key, fingerprint, outcome, created_at)
      values ('t', 'a', 'f', 'old', 'x', '{}', ${daysAgo(31)}::timestamptz)`);
    const expected = {
      ...{ WRITE_OUTCOMES: 1, UNDO_JOURNALS: 1, FORMER_MEMBER_PHONES: 1, CLOSED_REQUEST_TEXTS: 1 },
      ...{ PERSONAL_AUDIT_VALUES: 0, IMPORT_FILES: 0 },
    };
    expect(await countsOf({ isDryRun: true })).toEqual(expected);
    expect(await countsOf({ isDryRun: true })).toEqual(expected);
    expect(await countsOf()).toEqual(expected);
    expect(Object.values(await countsOf()).every((count) => count === 0)).toBe(true);
    const rows = await database.rows<{ id: string; hasPhone: boolean }>(sql`
      select id, phone_cipher is not null as "hasPhone" from member where id = any(${[left.id, lately.id, restricted.id]}::uuid[])`);
    const hasPhone = new Map(rows.map((row) => [row.id, row.hasPhone]));
    expect([left.id, lately.id, restricted.id].map((id) => hasPhone.get(id))).toEqual([false, true, true]);
    const [request] = await database.rows(
      sql`select statement, outcome, status from subject_request where id = ${old.id}::uuid`,
    );
    expect(request).toEqual({ statement: null, outcome: null, status: 'REFUSED' });
  });

  it('is told to officers, and to nobody else', async () => {
    const ask = async (as: Parameters<typeof receive>[0]) =>
      (await run('{ retentionRuns { data days count cutoff } }', {}, { as })).data.retentionRuns;
    expect(
      (await ask(commune))
        .map(({ data, count }: { data: string; count: number }) => `${data} ${count}`)
        .sort(),
    ).toEqual([
      ...['CLOSED_REQUEST_TEXTS 1', 'FORMER_MEMBER_PHONES 1', 'UNDO_JOURNALS 1', 'WRITE_OUTCOMES 1'],
    ]);
    expect(await ask(stranger())).toEqual([]);
    const history = await run(
      '{ changes(first: 500) { changes { entityType field } } }',
      {},
      { as: administrator() },
    );
    expect(history.data.changes.changes).toContainEqual({ entityType: 'Member', field: 'retention' });
  });

  it('forgets personal values of the audit, and its chain still verifies', async () => {
    await add(commune, { teamId: team.id, person: { displayName: 'Vi Thị Cũ' }, from: '2026-02-01' });
    await database.pool.query('alter table audit_entry disable trigger audit_entry_append_only');
    await database.rows(
      sql`update audit_entry set at = ${daysAgo(2000)}::timestamptz where personal_digest is not null`,
    );
    await database.pool.query('alter table audit_entry enable trigger audit_entry_append_only');
    expect((await countsOf())['PERSONAL_AUDIT_VALUES']).toBeGreaterThan(0);
    expect((await verifyAudit(database)).faults).toEqual([]);
  });

  it('follows another rule from the day on which it is in force', async () => {
    await database.rows(sql`update retention_rule set valid_to = '2026-11-30' where data = 'UNDO_JOURNALS'`);
    await database.rows(sql`
      insert into retention_rule select data, '2026-12-01', null, 5, counted_vi, counted_en, basis, false, null
      from retention_rule where data = 'UNDO_JOURNALS'`);
    const { data } = await run('{ retentionRules(asOf: "2026-12-01") { data days } }');
    expect(data.retentionRules).toContainEqual({ data: 'UNDO_JOURNALS', days: 5 });
    const december = await applyRetention(database, new Date('2026-12-05T00:00:00Z'), { isDryRun: true });
    expect(december).toContainEqual(expect.objectContaining({ data: 'UNDO_JOURNALS', days: 5 }));
  });
});
