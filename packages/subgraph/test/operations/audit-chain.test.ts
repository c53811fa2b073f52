import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { eraseAuditPersonal } from '../../src/operations/audit.ts';
import { sealAudit } from '../../src/operations/seal-audit.ts';
import { inTransaction } from '../../src/operations/transaction.ts';
import { type AuditFaultKind, verifyAudit } from '../../src/operations/verify-audit.ts';
import { audit, auditAtOnce, sealTogether } from '../support/audited.ts';
import { testDatabase } from '../support/database.ts';

it('seals every entry once while eight writers write, two sealers seal and are killed', async () => {
  const database = await testDatabase('empty');
  const writers = connect(database.url, { maxConnections: 8 });
  const sealers = [
    connect(database.url, { maxConnections: 1 }),
    connect(database.url, { maxConnections: 1 }),
  ];
  let [isOver, killed, lost] = [false, 0, 0];
  const killer = (async () => {
    while (!isOver) {
      const { rowCount } = await database.pool.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like '%/* sealAudit */%' and pid <> pg_backend_pid()
        order by random() limit 1`);
      killed += rowCount ?? 0;
      await sleep(40);
    }
  })();
  const seal = async (sealer: Database) => {
    while (!isOver) {
      await sealAudit(sealer).catch(() => {
        lost += 1;
      });
      await sleep(5);
    }
  };
  const sealing = sealers.map(seal);
  await auditAtOnce(writers, { writers: 8, entriesEach: 600 });
  isOver = true;
  await Promise.all([killer, ...sealing]);
  await Promise.all([writers, ...sealers].map((each) => each.close()));

  await sealAudit(database);
  const report = await verifyAudit(database);
  expect(report).toMatchObject({
    sealedEntries: 4800,
    unsealedEntries: 0,
    oldestUnsealedAt: null,
    faults: [],
  });
  // More than would be needed afterwards: it was sealed while it was written.
  expect(report.seals).toBeGreaterThan(5);
  expect(killed).toBeGreaterThan(3);
  expect(lost).toBeGreaterThan(0);
});

it('seals nothing that a transaction in flight may still come before', async () => {
  const database = await testDatabase('empty');
  await inTransaction(database, async (tx) => {
    await tx.rows(sql`select pg_current_xact_id()`);
    await audit(database, { entityId: 'later, but there already' });
    expect(await sealAudit(database)).toBe(0);
  });
  expect(await sealAudit(database)).toBe(1);
});

it('does not wait for what runs in another database', async () => {
  const [database, other] = [await testDatabase('empty'), await testDatabase('empty')];
  await inTransaction(other, async (tx) => {
    await tx.rows(sql`select pg_current_xact_id()`);
    await audit(database);
    expect(await sealAudit(database)).toBe(1);
  });
});

it('goes on after the numbers of transactions have begun anew', async () => {
  const database = await testDatabase('empty');
  await audit(database);
  // As in a dump from a server that is a billion transactions older, restored here.
  await database.pool.query('alter table audit_entry disable trigger user');
  await database.pool.query('update audit_entry set transaction = transaction + 1000000000');
  await database.pool.query('alter table audit_entry enable trigger user');
  await sealAudit(database);
  await audit(database, { entityId: 'after' });
  await sealAudit(database);
  expect(await verifyAudit(database)).toMatchObject({ sealedEntries: 2, unsealedEntries: 0, faults: [] });
  const order = await database.rows(sql`select entity_id from audit_entry order by transaction, id`);
  expect(order).toEqual([{ entity_id: '1' }, { entity_id: 'after' }]);
});

it('refuses an entry that would come before the last seal', async () => {
  const database = await testDatabase('empty');
  await audit(database);
  await sealAudit(database);
  await database.pool.query('update audit_clock set shift = -1000000');
  await expect(audit(database)).rejects.toThrow('the audit is sealed beyond transaction');
});

describe('verifying finds', () => {
  const personal = { before: null, after: { displayName: 'Nguyễn Văn A' } };

  /** An audit of nine seals with three entries each, and what somebody with every right did to it afterwards. */
  async function tampered(...statements: string[]) {
    const database = await testDatabase('empty');
    for (let seal = 1; seal <= 9; seal += 1) {
      for (let entry = 1; entry <= 3; entry += 1)
        await audit(database, { entityId: `${seal}.${entry}`, personal });
      await sealTogether(database, 3);
    }
    const { head } = await verifyAudit(database);
    for (const table of ['audit_entry', 'audit_seal', 'audit_personal', 'audit_clock']) {
      await database.pool.query(`alter table ${table} disable trigger all`);
    }
    for (const statement of statements) await database.pool.query(statement);
    const report = await verifyAudit(database);
    return { database, head, report, first: report.faults[0] };
  }

  const OF_SEAL_5 = `from audit_entry where entity_id like '5.%'`;

  it.each<[string, AuditFaultKind, number, string[]]>([
    ...(
      [
        ['after', `'{"name": "khác"}'`],
        ['before', 'null'],
        ['actor', `'somebody else'`],
        ['at', `at + interval '1 millisecond'`],
        ['reason', `'lý do khác'`],
        ['version', 'version + 1'],
        ['unit_id', `'commune:2'`],
        ['personal_digest', 'null'],
      ] as const
    ).map(([column, value]): [string, AuditFaultKind, number, string[]] => [
      `another ${column}`,
      'HASH_DIFFERS',
      5,
      [`update audit_entry set ${column} = ${value} where entity_id = '5.2'`],
    ]),
    ['a removed entry', 'ENTRIES_MISSING', 5, [`delete from audit_entry where entity_id = '5.3'`]],
    [
      'an entry with an old number',
      'ENTRIES_ADDED',
      5,
      [
        `insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, transaction)
         select 't', 'a', 'f', 'Team', '1', 1, min(transaction) ${OF_SEAL_5}`,
      ],
    ],
    [
      'an entry before all others',
      'ENTRIES_ADDED',
      1,
      [
        `insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, transaction) values ('t', 'a', 'f', 'Team', '1', 1, 0)`,
      ],
    ],
    [
      'two entries that changed places',
      'HASH_DIFFERS',
      5,
      [
        `update audit_entry a set transaction = b.transaction from audit_entry b
         where (a.entity_id, b.entity_id) in (('5.1', '5.2'), ('5.2', '5.1'))`,
      ],
    ],
    [
      'a seal of another time',
      'HASH_DIFFERS',
      5,
      [`update audit_seal set sealed_at = now() where number = 5`],
    ],
    ['a seal of another hash', 'HASH_DIFFERS', 5, [`update audit_seal set hash = 'x' where number = 5`]],
    ['a seal of other entries', 'ENTRIES_ADDED', 5, [`update audit_seal set entries = -1 where number = 5`]],
    [
      'a seal up to another entry',
      'ENTRIES_ADDED',
      5,
      [`update audit_seal set until_transaction = 999999999999 where number = 5`],
    ],
    [
      'a seal on another one',
      'CHAIN_BROKEN',
      5,
      [`update audit_seal set previous_hash = 'x' where number = 5`],
    ],
    ['a removed seal', 'SEAL_MISSING', 6, [`delete from audit_seal where number = 5`]],
    [
      'a seal removed with its entries',
      'SEAL_MISSING',
      6,
      [`delete from audit_seal where number = 5`, `delete ${OF_SEAL_5}`],
    ],
    ['the first seal removed', 'SEAL_MISSING', 2, [`delete from audit_seal where number = 1`]],
    [
      'a seal made anew over a changed entry',
      'CHAIN_BROKEN',
      6,
      [
        `update audit_entry set actor = 'somebody else' where entity_id = '5.2'`,
        // The hash as the sealer makes it, by hand.
        `update audit_seal s set hash = encode(sha256(convert_to(jsonb_build_array(s.number,
           to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), s.entries, s.until_transaction, s.until_id,
           s.previous_hash)::text || chr(10) || (select string_agg(jsonb_build_array(e.transaction, e.id,
           to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           salted_digest(e.actor_salt, jsonb_build_array(e.tenant, e.actor)), e.field, e.entity_type,
           e.entity_id, e.version, e.before, e.after, e.reason, e.unit_id, e.team_id, e.personal_digest)::text, chr(10)
           order by e.transaction, e.id) from audit_entry e where e.entity_id like '5.%'), 'UTF8')), 'hex')
         where number = 5`,
      ],
    ],
  ])('%s', async (_, kind, number, statements) => {
    expect((await tampered(...statements)).first).toMatchObject({ kind, number });
  });

  it('nothing where nothing was done', async () => {
    const { report, head } = await tampered();
    expect(report).toMatchObject({ seals: 9, sealedEntries: 27, unsealedEntries: 0, faults: [], head });
  });

  it('the last seal removed: its entries are not sealed, and a seal noted before is not there', async () => {
    const { database, head, report } = await tampered('delete from audit_seal where number = 9');
    expect(report).toMatchObject({ unsealedEntries: 3, oldestUnsealedAt: expect.any(Date), faults: [] });
    await sealAudit(database);
    expect((await verifyAudit(database)).faults).toEqual([]);
    expect((await verifyAudit(database, head ?? undefined)).faults).toMatchObject([
      { kind: 'KNOWN_SEAL_DIFFERS', number: 9 },
    ]);
  });

  it('an altered personal value', async () => {
    const { report } = await tampered(
      `update audit_personal set states = '[null, {"displayName": "B"}]'
       where entry_id = (select id from audit_entry where entity_id = '5.2')`,
    );
    expect(report.faults).toEqual([{ kind: 'PERSONAL_DIFFERS', number: 14, sealedAt: null }]);
  });

  it('nothing wrong with erased personal values', async () => {
    const { database } = await tampered();
    const erased = await inTransaction(database, (tx) =>
      eraseAuditPersonal(tx, { entityType: 'Team', entityId: '5.2' }),
    );
    expect([erased, (await verifyAudit(database)).faults]).toEqual([1, []]);
  });
});
