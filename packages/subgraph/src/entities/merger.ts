import { DomainError, type MergerKind, type MergerStatus } from '@cnscd/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import { oversees, type Scope, scopeOf } from '../permissions/scope.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** One thing that a merger does, as its report tells it. A report is kept for good: it holds no personal data. */
export interface ReportLine {
  /** Stable name of the line: `MEMBERS_CARRIED`. */
  kind: string;
  label: string;
  labelEn: string;
  count: number;
  /** What was counted, by codes, days and names of places. */
  details: string[];
  /** People that were counted: their names are read when the report is. */
  memberIds?: string[];
}

export interface MergerRow {
  id: string;
  kind: MergerKind;
  status: MergerStatus;
  effectiveOn: string;
  unitId: string | null;
  report: ReportLine[];
  reason: string | null;
  version: number;
  appliedAt: Date;
  undoneAt: Date | null;
  /** Newest first. */
  sortKey: string;
  /** Shown and not stored. */
  isDryRun?: boolean;
}

// Descending order by an ascending key: digits are turned into what they lack to nine.
const SORT_KEY = `translate(to_char(m.applied_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '0123456789', '9876543210')`;

/** The columns of a MergerRow, from merger under the alias m. */
export const mergerColumns = raw(`
  m.id, m.kind, m.status, m.effective_on as "effectiveOn", m.unit_id as "unitId", m.report, m.reason, m.version,
  m.applied_at as "appliedAt", m.undone_at as "undoneAt", ${SORT_KEY} as "sortKey"`);

export const mergerSortKey = raw(SORT_KEY);

/** Whether the scope oversees the merger under the alias m. */
export const seesMerger = (scope: Scope): Sql => oversees(scope, sql`m.unit_id`);

/** Mergers that the caller oversees; null for all others. */
export const mergerSeen = perRequest<string, MergerRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<MergerRow>(sql`
    /* mergerSeen */
    select ${mergerColumns} from merger m where m.id = any(${ids.filter(isUuid)}::uuid[]) and ${seesMerger(scope)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

/** The refusal of an id that no merger has, or none that the caller oversees. */
export function mergerNotFound(id: string): DomainError {
  return new DomainError(
    'MERGER_NOT_FOUND',
    {
      vi: `Không có lần sáp nhập hay tách nào với id ${id}.`,
      en: `There is no merger or split with the id ${id}.`,
    },
    { field: 'id', value: id },
  );
}
