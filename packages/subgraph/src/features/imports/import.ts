import type { ImportKind as Kind, Language, ImportStatus as Status } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import {
  type ImportFailure,
  type ImportRecord,
  importColumns,
  importNotFound,
  importSeen,
  importSortKey,
  seesImport,
} from '../../entities/import.ts';
import { ImportKind, ImportStatus } from '../../enums.ts';
import { IMPORT_FIELDS } from '../../imports/reading/fields.ts';
import type { RecognisedColumn } from '../../imports/reading/sheet-row.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { startingAfter } from '../../sql-fragments.ts';
import { ImportIssueType, readingIssue } from './import-issue.ts';

const ImportProgress = builder.objectRef<ImportRecord>('ImportProgress').implement({
  extensions: HELD,
  description: 'How far the work on a file has come. Ask every second or two while it goes on.',
  fields: (t) => ({
    phase: t.exposeString('phase', {
      nullable: true,
      description: '`READING`, `JUDGING`, `WRITING`, `UNDOING`. Null while nothing is being done.',
    }),
    label: t.string({
      nullable: true,
      description: 'The phase as people read it, in Vietnamese.',
      resolve: ({ phase }) => (phase === null ? null : PHASES[phase].vi),
    }),
    done: t.exposeInt('done', {
      description: 'Bytes of the unpacked tables that are read; 0 in the other phases.',
    }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'Of how many bytes. Null in the phases that are one step for all rows.',
    }),
  }),
});

const PHASES: Readonly<Record<NonNullable<ImportRecord['phase']>, Record<Language, string>>> = {
  READING: { vi: 'đang đọc tệp', en: 'reading the file' },
  JUDGING: { vi: 'đang đối chiếu với sổ', en: 'holding it against the register' },
  WRITING: { vi: 'đang ghi vào sổ', en: 'writing to the register' },
  UNDOING: { vi: 'đang hoàn tác', en: 'taking it back' },
};

const ImportCounts = builder.objectRef<ImportRecord>('ImportCounts').implement({
  extensions: HELD,
  description: 'What the rows of a file do to the register, in numbers; 0 until they were judged.',
  fields: (t) => ({
    rows: t.exposeInt('rows', { description: 'All rows.' }),
    newRows: t.exposeInt('newRows', { description: 'With something that the register does not have.' }),
    changedRows: t.exposeInt('changedRows', {
      description: 'With something that the register has otherwise.',
    }),
    unchangedRows: t.exposeInt('unchangedRows', { description: 'That change nothing.' }),
    faultyRows: t.exposeInt('faultyRows', { description: 'That cannot be taken over.' }),
    warnings: t.exposeInt('warnings', { description: 'Rows with a warning.' }),
  }),
});

const ImportColumn = builder.objectRef<RecognisedColumn & { kind: Kind }>('ImportColumn').implement({
  extensions: HELD,
  description: 'A column of the file, and what it was taken for.',
  fields: (t) => ({
    sheet: t.exposeString('sheet', { description: 'Name of the sheet; empty in a CSV file.' }),
    column: t.exposeString('column', { description: 'Letter of the column: `C`.' }),
    header: t.exposeString('header', { description: 'Heading as it stands in the file.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The field. Null: the column is left out.',
    }),
    label: t.string({
      nullable: true,
      description: 'What officers call the field, in Vietnamese. Null: the column is left out.',
      resolve: ({ kind, field }) => IMPORT_FIELDS[kind].find(({ name }) => name === field)?.label.vi ?? null,
    }),
    sample: t.exposeString('sample', {
      nullable: true,
      description: 'What stands first below it. Null where that may be personal data.',
    }),
  }),
});

const ImportFailureType = builder.objectRef<ImportFailure>('ImportFailure').implement({
  extensions: HELD,
  description: 'Why the last thing that was asked for was not done: nothing was written.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Permanent code; docs/errors.md explains each.' }),
    message: t.string({
      description: 'What is wrong and what would be right, in Vietnamese.',
      resolve: ({ messages }) => messages.vi,
    }),
    messageEn: t.string({ description: 'The same in English.', resolve: ({ messages }) => messages.en }),
  }),
});

builder.objectType('Import', {
  extensions: HELD,
  description:
    "An officer's file on its way into the register [lần nhập tệp]: read as a dry run, applied as one, undone as one. For the officers of all its units.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    kind: t.expose('kind', { type: ImportKind, description: 'What the file holds.' }),
    status: t.expose('status', { type: ImportStatus, description: 'What became of it.' }),
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
    fileSize: t.exposeInt('fileSize', { description: 'Bytes of the file.' }),
    progress: t.field({
      type: ImportProgress,
      description: 'How far the work on it has come.',
      resolve: (row) => row,
    }),
    counts: t.field({ type: ImportCounts, description: 'What its rows do.', resolve: (row) => row }),
    columns: t.field({
      type: [ImportColumn],
      description: 'Its columns, once it was read; `mapImportColumns` takes them for something else.',
      listSize: { assumedSize: 15 },
      resolve: ({ kind, report }) => (report?.columns ?? []).map((column) => ({ ...column, kind })),
    }),
    issues: t.field({
      type: [ImportIssueType],
      description: 'What is not right with the file as a whole; `rows` have their own.',
      listSize: { assumedSize: 5 },
      resolve: ({ report }) => (report?.issues ?? []).map(readingIssue),
    }),
    failure: t.expose('failure', {
      type: ImportFailureType,
      nullable: true,
      description: 'Why the last thing that was asked for was not done. Null where it was.',
    }),
    skipFaultyRows: t.exposeBoolean('skipFaultyRows', {
      description: 'Whether it was said that rows with errors are left out.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was uploaded.' }),
    appliedAt: t.expose('appliedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was applied. Null: never.',
    }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone. Null: never.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change of its status.' }),
  }),
});

versioned({ type: 'Import', load: (ctx, id) => importSeen(ctx).load(id), notFound: 'IMPORT_NOT_FOUND' });

/** What the writes of an import answer. */
export const ImportResult = resultUnion('Import');

const ImportConnection = connectionType('Import');

builder.queryFields((t) => ({
  import: t.field({
    type: 'Import',
    extensions: SCOPED,
    nullable: true,
    description:
      'An import by id. Error: `IMPORT_NOT_FOUND`, also for one of a region that the caller does not oversee.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const found = await importSeen(ctx).load(id);
      if (found === null) throw importNotFound(id);
      return found;
    },
  }),
  imports: t.field({
    type: ImportConnection,
    extensions: SCOPED,
    description:
      'Imports of the regions that the caller oversees, newest first. Errors: `PAGE_SIZE_INVALID`, `CURSOR_INVALID`.',
    listSize: pagedList,
    args: {
      kind: t.arg({ type: ImportKind, description: 'Only of this kind.' }),
      status: t.arg({ type: ImportStatus, description: 'Only in this status.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listImports(ctx, args),
  }),
}));

interface ImportListArguments extends PageArguments {
  kind?: Kind | null | undefined;
  status?: Status | null | undefined;
}

async function listImports(ctx: Context, args: ImportListArguments): Promise<Connection<ImportRecord>> {
  const page = pageOf(args, { name: 'imports' });
  const where = sql`${seesImport(await scopeOf(ctx))}
    and (${args.kind ?? null}::import_kind is null or i.kind = ${args.kind ?? null}::import_kind)
    and (${args.status ?? null}::import_status is null or i.status = ${args.status ?? null}::import_status)`;
  const rows = await ctx.db.rows<ImportRecord>(sql`
    /* listImports */
    select ${importColumns} from import i
    where ${where} ${startingAfter(page, sql`${importSortKey}`, sql`i.id`)}
    order by ${importSortKey}, i.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countImports(ctx, where) };
}

async function countImports(ctx: Context, where: ReturnType<typeof sql>): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countImports */
    select count(*) as total from import i where ${where}`);
  return row?.total ?? 0;
}
