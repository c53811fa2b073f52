import { formatPhone, phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import { registerDigest } from '../imports/support.ts';
import { officer } from '../support/people.ts';
import { importingAgain } from './importing-again.ts';
import { exportsOfRegister } from './reading.ts';

const { database, contextOf } = await exportsOfRegister();
const provincial = officer('PROVINCIAL_OFFICER', '44');
const { phones } = await contextOf();

// Everybody a number of their own, so that people are told apart by it.
const members = await database.rows<{ id: string }>(sql`select id from member order by id`);
const sealed = members.map((_, n) => phones?.seal(phoneNumber(`09${String(10_000_000 + n)}`)));
await database.pool.query(
  `update member m set phone_cipher = p.cipher, phone_digest = p.digest
   from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as p (id, cipher, digest) where m.id = p.id`,
  [members.map(({ id }) => id), sealed.map((each) => each?.cipher), sealed.map((each) => each?.digest)],
);

const reimported = importingAgain({ database, contextOf, as: provincial, unitCode: '44' });

describe.each(['xlsx', 'csv'])('importing an exported %s again', (format) => {
  it.each(['TEAMS', 'ROSTER'] as const)('of %s changes nothing', async (kind) => {
    const before = await registerDigest(database);
    const { record, rows, findings } = await reimported(kind, `${kind.toLowerCase()}.${format}`);
    expect(findings).toEqual([]);
    expect(record).toMatchObject({
      ...{ status: 'READY', rows, unchangedRows: rows },
      ...{ newRows: 0, changedRows: 0, faultyRows: 0 },
    });
    expect(rows).toBeGreaterThan(100);
    expect(await registerDigest(database)).toEqual(before);
  });
});

it('an exported roster in which one number was changed changes that one', async () => {
  const given = { unitCode: '44' };
  const { bytes } = await exportFile(await contextOf(provincial), { name: 'roster.csv', given });
  const text = Buffer.from(bytes).toString();
  const [, old = ''] = /;(0\d{3} \d{3} \d{3});/.exec(text) ?? [];
  const changed = Buffer.from(text.replace(old, formatPhone(phoneNumber('0399 888 777'))));
  const { record, rows } = await reimported('ROSTER', 'roster.csv', { content: changed });
  expect(record).toMatchObject({ rows, unchangedRows: rows - 1, faultyRows: 0 });
});
