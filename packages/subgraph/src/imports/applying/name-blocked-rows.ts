import sql from 'sql-template-tag';
import type { ImportRecord } from '../../entities/import.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { NamedBlockedRow } from '../../operations/undo-blocked.ts';
import type { BlockedRow } from '../../operations/undo-journal.ts';

/** What each table holds, with the code of its team behind it. */
const WORDS: Readonly<Record<string, { vi: string; en: string }>> = {
  team: { vi: 'tổ', en: 'team' },
  membership: { vi: 'tham gia tổ', en: 'membership in team' },
  member: { vi: 'thành viên của tổ', en: 'member of team' },
  activity: { vi: 'hoạt động của tổ', en: 'activity of team' },
};

/** Rows in the way of an undo as officers find them: by the codes of their teams in the regions of the import, no others. */
export async function nameBlockedRows(
  tx: Transaction,
  { regionIds, blocked: rows }: Pick<ImportRecord, 'regionIds'> & { blocked: readonly BlockedRow[] },
): Promise<NamedBlockedRow[]> {
  const found = await tx.rows<{ n: number; code: string }>(sql`
    /* teamsOfBlockedRows */
    select b.n, min(t.code) as code
    from json_to_recordset(${JSON.stringify(rows.map(({ table, key }, n) => ({ n, table, id: key['id'] ?? null })))}::json)
      as b (n int, "table" text, id text)
    left join membership ms on (b."table" = 'membership' and ms.id::text = b.id)
      or (b."table" = 'member' and ms.member_id::text = b.id)
    left join activity a on b."table" = 'activity' and a.id::text = b.id
    join team t on t.id = coalesce(ms.team_id, a.team_id) or (b."table" = 'team' and t.id::text = b.id)
    where exists (select from unit_scope s where s.unit_id = t.unit_id and s.region_id = any(${regionIds}::text[]))
    group by b.n`);
  const codes = new Map(found.map(({ n, code }) => [n, code]));
  return rows.map((row, n) => {
    const [words, code] = [WORDS[row.table], codes.get(n)];
    if (words === undefined || code === undefined) return row;
    return { ...row, named: { vi: `${words.vi} ${code}`, en: `${words.en} ${code}` } };
  });
}
