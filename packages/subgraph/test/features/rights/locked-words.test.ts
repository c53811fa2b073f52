import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { sealAudit } from '../../../src/operations/seal-audit.ts';
import { verifyAudit } from '../../../src/operations/verify-audit.ts';
import { verifyLockedReports } from '../../../src/reports/verify-locked-reports.ts';
import { person } from '../../support/people.ts';
import { reportWrites } from '../reports/report-writes.ts';
import { asOfficer, reportedBy } from './reported-by.ts';
import { teamWithRights, writing } from './writing.ts';

const setting = await teamWithRights();
const { run, database, team, commune } = setting;
const add = writing(run, 'addMember', 'Membership');
const receive = writing(run, 'receiveSubjectRequest', 'SubjectRequest');
const erase = writing(run, 'eraseMember', 'Erasure');
const NAME = 'Phùng Thị Ngọc Khóa';

const membership = await add(commune, {
  teamId: team.id,
  person: { displayName: NAME },
  from: '2026-01-10',
});
const own = asOfficer(person(membership.member.id));
const signIn = `${own.issuer}#${own.subject}`;
const report = await reportedBy(setting, { own, name: NAME });
const old = await reportedBy(setting, { own, name: NAME, period: '2026-09' });
await sealAudit(database);
await makeOld(old.id);

const words = async (id: string) => {
  const read = await reportWrites(run).read(commune, id);
  return {
    trail: read.trail.map(({ reason }: { reason: string | null }) => reason),
    by: read.tables.flatMap((table: { values: { correction: { by: string } | null }[] }) =>
      table.values.flatMap(({ correction }) => (correction === null ? [] : [correction.by])),
    ),
  };
};

const editions = () =>
  database.rows<{ id: string; number: number; digest: string; now: string; values: string }>(sql`
    select e.report_id as id, e.number, e.digest, report_digest(e.report_id, e.number) as now,
      (select md5(jsonb_agg(to_jsonb(v) - '{correction_reason,corrected_by,correction_salt,correction_digest}'::text[] order by v.code)::text)
        from report_value v where v.report_id = e.report_id and v.edition = e.number) as values
    from report_edition e where e.locked_at is not null order by 1, 2`);

/** As an edition was locked before reasons had digests of their own: it holds them in plain words. */
async function makeOld(id: string): Promise<void> {
  const change = (statement: string) => database.pool.query(statement.replaceAll('$1', `'${id}'`));
  await change('alter table report_edition disable trigger report_edition_kept');
  await change('alter table audit_entry disable trigger audit_entry_append_only');
  await change(`update report_edition set digest_version = 1 where report_id = $1 and number = 1`);
  await change(
    `update report_edition set digest = report_digest(report_id, number) where report_id = $1 and number = 1`,
  );
  await change(
    `update audit_entry a set after = a.after || jsonb_build_object('digest', e.digest) from report_edition e
     where a.field = 'lockReport' and a.entity_id = $1 and e.report_id = $1 and e.number = 1`,
  );
  await change('alter table report_edition enable trigger report_edition_kept');
  await change('alter table audit_entry enable trigger audit_entry_append_only');
  await change('alter table audit_seal disable trigger audit_seal_append_only');
  await change('delete from audit_seal');
  await change('alter table audit_seal enable trigger audit_seal_append_only');
}

describe('what is locked', () => {
  it('verifies as it was locked, by either kind of digest', async () => {
    expect(await verifyLockedReports({ db: database })).toEqual({ editions: 2, faults: [] });
    const versions = await database.rows(sql`
      select digest_version as version from report_edition where locked_at is not null order by 1`);
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });

  const VALUE = `where report_id = $1 and edition = 1 and code = 'ASSISTED'`;
  it.each([
    ['without an erasure', `update report_value set correction_reason = '[đã xóa]' ${VALUE}`, ''],
    ['another reason', `update report_value set correction_reason = 'khác' ${VALUE}`, 'x'],
    [
      'another reason with a mask',
      `update report_value set correction_reason = '[đã xóa] khác' ${VALUE}`,
      'x',
    ],
    ['a wildcard', `update report_value set correction_reason = '[đã xóa]%' ${VALUE}`, 'x'],
    ['no reason', `update report_value set correction_reason = null ${VALUE}`, 'x'],
    ['another officer', `update report_value set corrected_by = 'ai đó' ${VALUE}`, 'x'],
    ['the nobody of another erasure', `update report_value set corrected_by = 'erased#y' ${VALUE}`, 'x'],
    ['a value', `update report_value set correction_reason = '[đã xóa]', corrected = 1 ${VALUE}`, 'x'],
    ['its salt', `update report_value set correction_salt = null ${VALUE}`, 'x'],
    ['its digest', `update report_value set correction_digest = 'z' ${VALUE}`, 'x'],
    ['a removal', `delete from report_value ${VALUE}`, 'x'],
    ['a step of another reason', `update report_step set reason = 'khác' where report_id = $1`, 'x'],
    ['a step of somebody else', `update report_step set actor = 'ai đó' where report_id = $1`, 'x'],
    [
      'a step of another day',
      `update report_step set reason = '[đã xóa]', at = now() where report_id = $1`,
      'x',
    ],
    [
      'a masked step without an erasure',
      `update report_step set reason = '[đã xóa]' where report_id = $1`,
      '',
    ],
    ['an audit entry of somebody else', `update audit_entry set actor = 'x' where entity_id = $1`, 'x'],
    ['the edition', `update report_edition set digest = 'x' where report_id = $1`, 'x'],
  ])('the database refuses %s', async (_, statement, erasure) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('cnscd.erasure', $1, true)`, [erasure]);
      await expect(client.query(statement, [report.id])).rejects.toThrow(/locked|keeps|append-only/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('loses a name and a sign-in by an erasure, and keeps its numbers, its digests and its chain', async () => {
    await sealAudit(database);
    const { head } = await verifyAudit(database);
    const before = await editions();
    const request = await receive(commune, {
      ...{ memberId: membership.member.id, kind: 'ERASE', channel: 'PAPER', receivedOn: '2026-11-20' },
    });
    const erased = await erase(commune, {
      ...{ requestId: request.id, expectedVersion: 1, reason: 'Theo đơn', signIns: [signIn] },
    });
    expect(erased.__typename).toBe('Erasure');
    expect(await editions()).toEqual(before);
    expect(await verifyLockedReports({ db: database })).toEqual({ editions: 2, faults: [] });
    await sealAudit(database);
    expect((await verifyAudit(database, head ?? undefined)).faults).toEqual([]);

    const { trail, by } = await words(report.id);
    expect(trail).toEqual([
      ...[null, '[đã xóa] đi vắng nên gửi muộn', 'Hỏi lại [đã xóa] và đồng chí Lê Thị Khác'],
      ...['[đã xóa] đã xem lại', null, null, '[đã xóa] báo còn thiếu'],
    ]);
    expect(by).toEqual([`erased#${erased.id}`]);
    const line = (kind: string) => erased.report.find((each: { kind: string }) => each.kind === kind);
    // What was locked before keeps its words, and the officer is told.
    expect(line('TEXTS_TO_MEND')).toMatchObject({ count: 1, details: [`Report ${old.id}`] });
    expect(line('SIGN_INS_SEALED')).toMatchObject({ action: 'KEPT', count: 1 });
  });

  it('whoever masks a reason or an entry without an erasure is found', async () => {
    const other = await reportedBy(setting, {
      own: asOfficer(person(team.member.memberId ?? '')),
      name: NAME,
      period: '2026-08',
    });
    await database.pool.query(`begin; select set_config('cnscd.erasure', 'x', true);
      update report_value set correction_reason = '[đã xóa]' where report_id = '${other.id}' and edition = 1 and code = 'ASSISTED';
      update audit_entry set tenant = 'erased', actor = 'x', actor_salt = null,
        actor_digest = salted_digest(actor_salt, jsonb_build_array(tenant, actor)) where entity_id = '${other.id}' and field = 'openReport';
      commit`);
    expect((await verifyLockedReports({ db: database })).faults).toEqual([
      { kind: 'WORDS_MASKED', reportId: other.id, edition: 1 },
    ]);
    await sealAudit(database);
    expect((await verifyAudit(database)).faults).toMatchObject([{ kind: 'ACTOR_DIFFERS' }]);
  });
});
