import sql, { type Sql } from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { startJournal } from '../../src/operations/journal.ts';
import { inTransaction } from '../../src/operations/transaction.ts';
import { undoJournal } from '../../src/operations/undo-journal.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase('empty');

const uuid = (number: number) => `019b0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const members = () =>
  database.rows<{ id: string; name: string }>(sql`
    select id, display_name as name, merged_into_id as "mergedInto" from member order by id`);

const journaled = (id: string, statement: Sql) =>
  inTransaction(database, async (tx) => {
    await startJournal(tx, { id, kind: 'TEST' });
    await tx.rows(statement);
  });

const journalOf = (id: string) =>
  database.rows<{ key: { id: string }; old: unknown; new: unknown }>(sql`
    select key, old ->> 'display_name' as old, new ->> 'display_name' as new from journal_row
    where journal_id = ${id}::uuid order by key, n`);

await database.rows(sql`
  insert into member (id, display_name, search_text) values (${uuid(1)}::uuid, 'An', 'an'),
    (${uuid(2)}::uuid, 'Bình', 'binh'), (${uuid(3)}::uuid, 'Chi', 'chi')`);

describe('one statement in a journal', () => {
  it.each([
    [
      'inserts some rows and changes others where they conflict',
      sql`insert into member (id, display_name, search_text)
        values (${uuid(1)}::uuid, 'An mới', 'an moi'), (${uuid(4)}::uuid, 'Dũng', 'dung')
        on conflict (id) do update set display_name = excluded.display_name`,
      [
        { key: { id: uuid(1) }, old: 'An', new: 'An mới' },
        { key: { id: uuid(4) }, old: null, new: 'Dũng' },
      ],
    ],
    [
      'does several things in its parts',
      sql`with gone as (delete from member where id = ${uuid(3)}::uuid returning id),
        changed as (update member set display_name = 'Bình mới' where id = ${uuid(2)}::uuid returning id)
        insert into member (id, display_name, search_text) values (${uuid(5)}::uuid, 'Giang', 'giang')`,
      [
        { key: { id: uuid(2) }, old: 'Bình', new: 'Bình mới' },
        { key: { id: uuid(3) }, old: 'Chi', new: null },
        { key: { id: uuid(5) }, old: null, new: 'Giang' },
      ],
    ],
    [
      'changes some rows and leaves others as they are',
      sql`update member set display_name = case id when ${uuid(2)}::uuid then 'Bình khác' else display_name end`,
      [{ key: { id: uuid(2) }, old: 'Bình', new: 'Bình khác' }],
    ],
    [
      'inserts rows that refer to one another',
      sql`insert into member (id, display_name, search_text, merged_into_id)
        values (${uuid(6)}::uuid, 'Hà', 'ha', ${uuid(7)}::uuid), (${uuid(7)}::uuid, 'Hà', 'ha', ${uuid(1)}::uuid)`,
      [
        { key: { id: uuid(6) }, old: null, new: 'Hà' },
        { key: { id: uuid(7) }, old: null, new: 'Hà' },
      ],
    ],
  ])('%s, and is undone', async (name, statement, written) => {
    const id = uuid(1000 + name.length);
    const before = await members();
    await journaled(id, statement);
    expect(await journalOf(id)).toEqual(written);
    await inTransaction(database, (tx) => undoJournal(tx, id));
    expect(await members()).toEqual(before);
  });

  it('is refused where it gives a row another primary key', async () => {
    const statement = sql`update member set id = ${uuid(8)}::uuid where id = ${uuid(1)}::uuid`;
    await expect(journaled(uuid(2000), statement)).rejects.toThrow('another primary key');
  });
});
