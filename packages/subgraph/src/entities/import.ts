import {
  DomainError,
  type ErrorCode,
  type ImportKind,
  type ImportStatus,
  type Messages,
  shown,
} from '@cnscd/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { ReadingResult } from '../imports/reading/sheet-row.ts';
import { type Scope, scopeOf } from '../permissions/scope.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** An import, without its rows and its file. */
export interface ImportRecord {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  fileSize: number;
  tenant: string;
  actor: string;
  regionIds: string[];
  judgedOn: string;
  /** Field by heading, as somebody said; null: the column is left out. */
  mapping: Record<string, string | null>;
  phase: ImportPhase | null;
  done: number;
  total: number | null;
  rows: number;
  newRows: number;
  changedRows: number;
  unchangedRows: number;
  faultyRows: number;
  warnings: number;
  skipFaultyRows: boolean;
  asker: { tenant: string; actor: string };
  failure: ImportFailure | null;
  attempts: number;
  version: number;
  createdAt: Date;
  /** What was recognised, without the skipped rows. Null until the file was read. */
  report: Pick<ReadingResult, 'columns' | 'issues'> | null;
  stagedAt: Date | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
  /** Newest first. */
  sortKey: string;
}

/** What a job is at. */
export type ImportPhase = 'READING' | 'JUDGING' | 'WRITING' | 'UNDOING';

/** Why a job did not do what it was asked for. */
export interface ImportFailure {
  code: ErrorCode;
  messages: Messages;
  value?: string | undefined;
}

// Descending order by an ascending key: digits are turned into what they lack to nine.
const SORT_KEY = `translate(to_char(i.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '0123456789', '9876543210')`;

/** The columns of an ImportRecord, from import under the alias i. */
export const importColumns = raw(`
  i.id, i.kind, i.status, i.file_name as "fileName", i.file_size as "fileSize", i.tenant, i.actor,
  i.region_ids as "regionIds", i.judged_on as "judgedOn", i.mapping, i.report - 'skipped' as report, i.phase, i.done, i.total, i.rows,
  i.new_rows as "newRows", i.changed_rows as "changedRows", i.unchanged_rows as "unchangedRows",
  i.faulty_rows as "faultyRows", i.warnings, i.skip_faulty_rows as "skipFaultyRows", i.asker, i.failure, i.attempts,
  i.version, i.created_at as "createdAt", i.staged_at as "stagedAt", i.applied_at as "appliedAt",
  i.undone_at as "undoneAt", ${SORT_KEY} as "sortKey"`);

export const importSortKey = raw(SORT_KEY);

/** Whether the scope oversees all that the import under the alias i may touch: its own officer, and those above. */
export const seesImport = ({
  regionIds,
}: Pick<Scope, 'regionIds'>): Sql => sql`(cardinality(i.region_ids) > 0 and not exists (
  select from unnest(i.region_ids) as of (id) where not exists (
    select from unit_scope within where within.unit_id = of.id and within.region_id = any(${regionIds}::text[]))))`;

/** Imports that the caller oversees; null for all others. */
export const importSeen = perRequest<string, ImportRecord | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ImportRecord>(sql`
    /* importSeen */
    select ${importColumns} from import i where i.id = any(${ids.filter(isUuid)}::uuid[]) and ${seesImport(scope)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

/** The refusal of an id that no import has, or none that the caller oversees. */
export function importNotFound(id: string): DomainError {
  return new DomainError(
    'IMPORT_NOT_FOUND',
    {
      vi: `Không có lần nhập tệp nào với id ${shown(id)}.`,
      en: `There is no import with the id ${shown(id)}.`,
    },
    { field: 'id', value: shown(id) },
  );
}

/** The unit that an import belongs to in the audit: its only region, or none below the nation. */
export const unitOfImport = ({ regionIds }: Pick<ImportRecord, 'regionIds'>): string | null =>
  regionIds.length === 1 ? (regionIds[0] ?? null) : null;
