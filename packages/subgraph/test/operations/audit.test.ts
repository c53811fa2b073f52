import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { appendAudit, appendAudits, auditReason, eraseAuditPersonal } from '../../src/operations/audit.ts';
import { throughGate } from '../../src/operations/gate.ts';
import { inTransaction } from '../../src/operations/transaction.ts';
import { audit, changeOf, WHO } from '../support/audited.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');

const entriesOf = (entityId: string) =>
  database.rows(sql`
    select tenant, actor, field, entity_type, entity_id, version, before, after, ${auditReason} as reason, unit_id, team_id, at
    from audit_entry e left join audit_personal p on p.entry_id = e.id where entity_id = ${entityId} order by id`);

describe('the audit', () => {
  it('tells who changed what, when, where and why', async () => {
    const teamId = '019a0000-0000-7000-8000-000000000001';
    await audit(database, { entityId: 'told', unitId: 'commune:1', teamId });
    expect(await entriesOf('told')).toEqual([
      {
        ...{ tenant: 't', actor: 'leader', field: 'updateTeam' },
        ...{ entity_type: 'Team', entity_id: 'told', version: 2 },
        ...{ before: { name: 'Tổ 1' }, after: { name: 'Tổ số 1' }, reason: 'đổi tên' },
        ...{ unit_id: 'commune:1', team_id: teamId, at: expect.any(Date) },
      },
    ]);
  });

  it('takes many changes in one statement and in their order', async () => {
    const versions = Array.from({ length: 500 }, (_, index) => index + 1);
    const statements: string[] = [];
    await inTransaction(database, (tx) => {
      const rows = (statement: ReturnType<typeof sql>) => {
        statements.push(statement.text);
        return tx.rows(statement);
      };
      const counted = { ...tx, rows } as typeof tx; // the same rows, counted
      return appendAudits(
        counted,
        WHO,
        versions.map((version) => changeOf({ entityId: 'many', version, before: null })),
      );
    });
    const entries = await database.rows<{ version: number; before: unknown }>(sql`
      select version, before from audit_entry where entity_id = 'many' order by transaction, id`);
    expect(entries.map(({ version }) => version)).toEqual(versions);
    expect(entries[0]?.before).toBeNull();
    expect(statements).toHaveLength(1);
  });

  it('has no entry for what was refused', async () => {
    const input = { idempotencyKey: 'audited' };
    await throughGate(database, { ...WHO, input }, async (tx) => {
      await appendAudit(tx, WHO, changeOf({ entityId: 'refused' }));
      throw new DomainError('INPUT_INVALID', { vi: 'không', en: 'no' });
    });
    expect(await entriesOf('refused')).toEqual([]);
  });

  it.each([
    `update audit_entry set actor = 'b'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    `update audit_seal set hash = ''`,
    'delete from audit_seal',
    `update audit_personal set states = '[]'`,
    'truncate audit_personal',
  ])('refuses %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow('append-only');
  });

  it('takes no transaction number from the writer', async () => {
    const forge = database.pool.query(
      `insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, transaction)
       values ('t', 'a', 'f', 'Team', 'forged', 1, 1)`,
    );
    await expect(forge).rejects.toThrow('the number of its transaction');
    const set = database.pool.query(
      `insert into audit_entry (tenant, actor, field, entity_type, entity_id, version)
       select 't', 'a', 'f', 'Team', set_config('cnscd.audit_transaction', '1', true), 1`,
    );
    await expect(set).rejects.toThrow('the number of its transaction');
  });
});

describe('personal values', () => {
  const personal = { before: { displayName: 'Nguyễn Văn A' }, after: { displayName: 'Nguyễn Văn Á' } };
  const entity = { entityType: 'Member', entityId: 'm1' };

  it('stand apart from their entry, and so do the texts that people write', async () => {
    const texts = {
      before: { title: 'Ở nhà ông A', kind: 'MEETING' },
      after: { title: null, kind: 'MEETING' },
    };
    await audit(database, { entityType: 'Activity', entityId: 'a1', ...texts, reason: 'ông A đề nghị' });
    const [activity] = await database.rows(sql`
      select e.before, e.after, e.reason, p.states
      from audit_entry e join audit_personal p on p.entry_id = e.id where e.entity_id = 'a1'`);
    expect(activity).toEqual({
      ...{ before: { kind: 'MEETING' }, after: { title: null, kind: 'MEETING' }, reason: null },
      states: [{ title: 'Ở nhà ông A' }, null, 'ông A đề nghị'],
    });
  });

  it('of a person stand apart too', async () => {
    await audit(database, { ...entity, before: {}, after: {}, personal });
    const [entry] = await database.rows<Record<string, unknown>>(sql`
      select e.before, e.after, length(e.personal_digest) as digest, p.states, length(p.salt) as salt
      from audit_entry e join audit_personal p on p.entry_id = e.id where e.entity_id = 'm1'`);
    expect(entry).toEqual({
      ...{
        before: {},
        after: {},
        digest: 64,
        salt: 32,
        states: [personal.before, personal.after, 'đổi tên'],
      },
    });
  });

  it('have another digest each time, so that a name cannot be guessed from it', async () => {
    await audit(database, { ...entity, personal });
    const [count] = await database.rows<{ different: number }>(sql`
      select count(distinct personal_digest) as different from audit_entry where entity_id = 'm1'`);
    expect(count).toEqual({ different: 2 });
  });

  it('can be erased, and the digests stay', async () => {
    await audit(database, { ...entity, entityId: 'm2', personal });
    expect(await inTransaction(database, (tx) => eraseAuditPersonal(tx, entity))).toBe(2);
    const left = await database.rows(sql`
      select e.entity_id, e.personal_digest is not null as "hasDigest", p.entry_id is not null as "hasValues"
      from audit_entry e left join audit_personal p on p.entry_id = e.id
      where e.entity_type = 'Member' order by e.id`);
    expect(left).toEqual([
      { entity_id: 'm1', hasDigest: true, hasValues: false },
      { entity_id: 'm1', hasDigest: true, hasValues: false },
      { entity_id: 'm2', hasDigest: true, hasValues: true },
    ]);
  });
});
