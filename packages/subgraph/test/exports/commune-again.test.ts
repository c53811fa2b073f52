import { randomUUID } from 'node:crypto';
import { IMPORT_KINDS, phoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import { registerDigest } from '../imports/support.ts';
import { officer } from '../support/people.ts';
import { importingAgain } from './importing-again.ts';
import { addActivity, exportsOfRegister } from './reading.ts';

const { database, contextOf } = await exportsOfRegister();
const communal = officer('COMMUNE_OFFICER', '19597');
const again = importingAgain({ database, contextOf, as: communal, unitCode: '19597' });
const { phones } = await contextOf();

interface Person {
  id: string;
  name: string;
  team: string;
}

const people = await database.rows<Person>(sql`
  select m.id, m.display_name as name, ms.team_id as team from membership ms join member m on m.id = ms.member_id
  join team t on t.id = ms.team_id join unit_scope s on s.unit_id = t.unit_id
  join admin_unit u on u.id = s.region_id and u.code = '19597' and u.valid_to is null
  where ms.valid_to is null order by t.code, m.search_text, m.id`);
const twins = people.filter(({ id, name, team }) =>
  people.some((other) => other.id !== id && other.name === name && other.team === team),
);
// Two of a team share a number, as couples do.
const [one, two] = people.filter(
  ({ team }, at) => team === people[0]?.team && !twins.includes(people[at] as Person),
);
const shared = phones?.seal(phoneNumber('0912 345 678'));
await database.pool.query(
  'update member set phone_cipher = $2, phone_digest = $3 where id = any($1::uuid[])',
  [...[[one?.id, two?.id], shared?.cipher, shared?.digest]],
);
for (const team of new Set(people.map(({ team }) => team))) await addActivity(database, team);
await database.pool.query(
  `insert into source_document (id, title) values ('paper:again', 'Báo cáo 15/BC-UBND'),
     ('cited:own-register', 'Nhập trực tiếp trên sổ đăng ký tổ công nghệ số cộng đồng') on conflict do nothing;
   with stated as (
     insert into reported_figure (fact_key, unit_id, indicator_code, source_id, as_of, value, qualifier)
     select concat_ws('|', u.id, 'MEMBERS', '', '', '2026-06-30', '', s.id), u.id, 'MEMBERS', s.id, '2026-06-30', 4000, 'AT_LEAST'
     from admin_unit u, (values ('paper:again'), ('cited:own-register')) s (id) where u.code = '19597' and u.valid_to is null
     returning fact_key)
   insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, after)
   select 'test', 'officer', 'recordMeasurement', 'UnitFigure', fact_key, 1, '{}' from stated`,
);

describe('what the officer of a commune exports', () => {
  it('has namesakes without a phone number in it, whom only their ids tell apart', () => {
    expect(twins.length).toBeGreaterThan(1);
    expect(new Set(people.map(({ team }) => team)).size).toBeGreaterThan(40);
  });

  it.each(
    IMPORT_KINDS.flatMap((kind) => (['xlsx', 'csv'] as const).map((format) => [kind, format] as const)),
  )('%s as %s, imported again, changes nothing and is warned of nothing', async (kind, format) => {
    const before = await registerDigest(database);
    const { record, rows, findings } = await again(kind, `${kind.toLowerCase()}.${format}`);
    expect(findings).toEqual([]);
    expect(record).toMatchObject({
      ...{ status: 'READY', rows, unchangedRows: rows, warnings: 0, report: { issues: [] } },
      ...{ newRows: 0, changedRows: 0, faultyRows: 0 },
    });
    expect(rows).toBeGreaterThan(0);
    expect(await registerDigest(database)).toEqual(before);
  });

  it('changes nothing without the numbers either', async () => {
    const { record, rows } = await again('ROSTER', 'roster.xlsx', { filters: { phones: 'NONE' } });
    expect(record).toMatchObject({ rows, unchangedRows: rows, warnings: 0 });
  });
});

describe('the id of a member in a file', () => {
  const textOf = async () => {
    const given = { unitCode: '19597', phones: 'NONE' };
    const { bytes } = await exportFile(await contextOf(communal), { name: 'roster.csv', given });
    return Buffer.from(bytes).toString();
  };

  it('counts only with the name of its person', async () => {
    const id = one?.id ?? '';
    const content = Buffer.from((await textOf()).replace(`${id};${one?.name}`, `${id};Người Tên Khác`));
    const { record, findings } = await again('ROSTER', 'roster.csv', { content });
    expect(record).toMatchObject({ faultyRows: 1 });
    expect(findings).toMatchObject([{ findings: [{ code: 'MEMBER_ID_DIFFERS', field: 'memberId' }] }]);
  });

  it('says nothing of people of elsewhere: they are as unknown as those whom nobody knows', async () => {
    const [elsewhere] = await database.rows<{ id: string }>(sql`
      insert into member (id, display_name, search_text, name_key)
      values (gen_random_uuid(), ${one?.name}, 'x', 'x') returning id`);
    for (const id of [elsewhere?.id ?? '', randomUUID()]) {
      const content = Buffer.from((await textOf()).replace(one?.id ?? '', id));
      const { record, rows, findings } = await again('ROSTER', 'roster.csv', { content });
      expect(record).toMatchObject({ unchangedRows: rows, faultyRows: 0 });
      expect(findings).toMatchObject([
        { findings: [{ code: 'MEMBER_UNKNOWN', field: 'memberId', facts: {} }] },
      ]);
    }
  });
});
