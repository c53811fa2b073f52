import sql from 'sql-template-tag';
import type { MergerRow } from '../../entities/merger.ts';
import type { AuditState, Change } from '../../operations/audit.ts';
import type { Transaction } from '../../operations/transaction.ts';

/** A row that a merger touched: as the merger left it, and as it was before. */
interface TouchedRow {
  table: string;
  key: Record<string, string>;
  left: Record<string, unknown> | null;
  before: Record<string, unknown> | null;
}

/** A column, and the name that the audit has for it where that is not the column's own. */
type Column = string | readonly [column: string, name: string];

/** What the audit tells of the rows of each table: nothing personal. Other tables follow those that are here. */
const AUDITED: Readonly<Record<string, { entityType: string; columns: readonly Column[] }>> = {
  team: {
    entityType: 'Team',
    columns: ['code', 'name', 'status', 'unit_id', 'ended_on', 'decision_id', 'no_decision_reason'],
  },
  membership: {
    entityType: 'Membership',
    columns: ['member_id', 'role', 'is_core', 'affiliations', ['valid_from', 'from'], ['valid_to', 'to']],
  },
  activity: { entityType: 'Activity', columns: ['team_id', 'status'] },
  member: { entityType: 'Member', columns: ['merged_into_id'] },
  admin_unit: { entityType: 'AdminUnit', columns: ['code', 'name', 'parent_id', 'valid_from', 'valid_to'] },
  target: { entityType: 'Target', columns: ['code', 'revision', 'unit_id', 'superseded_at'] },
  reported_figure: { entityType: 'UnitFigure', columns: ['unit_id', 'revision', 'superseded_at'] },
};

/** What undoing a merger will change, for the audit: read from its journal, before it is undone. */
export async function undoneChanges(
  tx: Transaction,
  { id, unitId }: Pick<MergerRow, 'id' | 'unitId'>,
  reason: string,
): Promise<Change[]> {
  const rows = await tx.rows<TouchedRow>(sql`
    /* touchedByMerger */
    select j.table_name as "table", j.key, (array_agg(j.new order by j.n desc))[1] as "left",
      (array_agg(j.old order by j.n))[1] as before
    from journal_row j
    where j.journal_id = ${id}::uuid and j.table_name = any(${Object.keys(AUDITED)}::text[])
    group by j.table_name, j.key order by min(j.n)`);
  const made = new Set(
    rows.filter(({ table, before }) => table === 'team' && before === null).map(({ key }) => key['id']),
  );
  return rows.map((row) => {
    const change = changeOf(row, { unitId, reason });
    // A team that goes takes its entries out of sight: they are told to who oversees the unit.
    return made.has(change.teamId ?? '') ? { ...change, teamId: null } : change;
  });
}

function changeOf(
  { table, key, left, before }: TouchedRow,
  { unitId, reason }: { unitId: string | null; reason: string },
): Change {
  const { entityType = table, columns = [] } = AUDITED[table] ?? {};
  const state = before ?? left ?? {};
  const teamId = table === 'team' ? state['id'] : state['team_id'];
  return {
    ...{ entityType, entityId: Object.values(key).join(' '), version: versionAfter(left, before) },
    ...{ before: only(left, columns), after: only(before, columns), reason, unitId },
    teamId: typeof teamId === 'string' ? teamId : null,
  };
}

/** Undoing goes on counting: see undoJournal. */
function versionAfter(left: TouchedRow['left'], before: TouchedRow['before']): number {
  const [last, first] = [left?.['version'], before?.['version']];
  if (typeof last === 'number') return last + 1;
  return typeof first === 'number' ? first + 2 : 1;
}

function only(row: Record<string, unknown> | null, columns: readonly Column[]): AuditState | null {
  if (row === null) return null;
  return Object.fromEntries(
    columns.map((each) => {
      const [column, name] = typeof each === 'string' ? [each, camelCase(each)] : each;
      return [name, row[column] ?? null];
    }),
  );
}

const camelCase = (column: string) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
