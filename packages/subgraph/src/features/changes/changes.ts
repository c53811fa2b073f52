import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { pagedList } from '../../connection-type.ts';
import type { Context } from '../../context.ts';
import { auditReason } from '../../operations/audit.ts';
import { cursorOf, type Page, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { seesEntry, seesStates } from './visible-entries.ts';

const CHANGES = {
  name: 'changes',
  // Transaction and number of the last entry.
  isSortKey: (key: string) => /^\d{1,18} \d{1,18}$/.test(key),
  cursorArgument: 'since',
  defaultPageSize: 100,
  maxPageSize: 500,
};

/** Entries that one page looks at, seen by the caller or not: a page costs the same however much others change. */
const ENTRIES_AT_ONCE = 10_000;

interface ChangeRow {
  entityType: string;
  entityId: string;
  version: number;
  isDeleted: boolean;
  at: Date;
  field: string;
  reason: string | null;
}

interface ChangePageRow {
  changes: ChangeRow[];
  cursor: string;
  hasMore: boolean;
}

const Change = builder.objectRef<ChangeRow>('Change').implement({
  description: 'That something was changed [thay đổi]. Read it by its id to see what it is now.',
  extensions: HELD,
  fields: (t) => ({
    entityType: t.exposeString('entityType', { description: 'What it is: `Team`, `Member`, `Activity` …' }),
    id: t.exposeID('entityId', { description: 'Its id.' }),
    version: t.exposeInt('version', { description: 'The version that the change made.' }),
    isDeleted: t.exposeBoolean('isDeleted', { description: 'Whether it has gone: forget it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was changed, by the clock of the server.' }),
    field: t.exposeString('field', { description: 'The mutation that changed it.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, where a reason was given; for those only who see the history of it.',
    }),
  }),
});

const ChangePage = builder.objectRef<ChangePageRow>('ChangePage').implement({
  description: 'Changes in the order in which the server took them.',
  extensions: HELD,
  fields: (t) => ({
    changes: t.expose('changes', {
      type: [Change],
      description: 'The changes. May be none although there are more: read on.',
      listSize: { assumedSize: CHANGES.defaultPageSize },
    }),
    cursor: t.exposeString('cursor', {
      description: '`since` of the next page. Keep it: what comes later follows it.',
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether to read on at once.' }),
  }),
});

builder.queryField('changes', (t) =>
  t.field({
    type: ChangePage,
    // The cost of a page is counted before its resolver knows the list.
    extensions: { ...SCOPED, maxPageSize: CHANGES.maxPageSize },
    description:
      'What was changed since a cursor, as far as the caller may see it: every change once, deletions too, for a phone that was offline [đồng bộ thay đổi]. Errors: `SIGN_IN_REQUIRED`, `CURSOR_INVALID`, `PAGE_SIZE_INVALID`.',
    listSize: { ...pagedList, sizedFields: ['changes'], assumedSize: CHANGES.defaultPageSize },
    args: {
      since: t.arg.string({
        description:
          '`cursor` of the page before. `now` answers a cursor to begin from: ask for it, then load what you need, then follow. Default: from the beginning.',
      }),
      first: t.arg.int({
        description: `Page size, 1 to ${CHANGES.maxPageSize}. Default: ${CHANGES.defaultPageSize}. Error: \`PAGE_SIZE_INVALID\`.`,
      }),
    },
    resolve: (_, { since, first }, ctx) =>
      since === 'now' ? now(ctx) : changesSince(ctx, pageOf({ first, after: since }, CHANGES)),
  }),
);

async function now(ctx: Context): Promise<ChangePageRow> {
  const [row] = await ctx.db.rows<{ horizon: number }>(
    sql`/* changesNow */ select audit_horizon() as horizon`,
  );
  if (row === undefined) throw new Error('a horizon without a row');
  return { changes: [], cursor: cursorBefore(row.horizon), hasMore: false };
}

type FoundRow = ChangeRow & {
  horizon: number;
  /** Last entry that was looked at. Null: all up to the horizon were. */
  endTransaction: number | null;
  endId: number | null;
  transaction: number;
  /** Null where no change was found. */
  id: number | null;
};

async function changesSince(ctx: Context, page: Page): Promise<ChangePageRow> {
  const [transaction, id] = (page.afterKey ?? '-1 0').split(' ');
  const after = sql`(${transaction}::bigint, ${id}::bigint)`;
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<FoundRow>(sql`
    /* changesSince */
    select horizon.transaction as horizon, looked.transaction as "endTransaction", looked.id as "endId", e.*
    from (select audit_horizon() as transaction) horizon
    left join lateral (
      select transaction, id from audit_entry
      where (transaction, id) > ${after} and transaction < horizon.transaction
      order by transaction, id offset ${ENTRIES_AT_ONCE - 1} limit 1) looked on true
    left join lateral (
      select e.transaction, e.id, e.entity_type as "entityType", e.entity_id as "entityId", e.version,
        e.after is null as "isDeleted", e.at, e.field, case when ${seesStates(scope)} then ${auditReason} end as reason
      from audit_entry e left join audit_personal p on p.entry_id = e.id
      where (e.transaction, e.id) > ${after} and e.transaction < horizon.transaction
        and (looked.id is null or (e.transaction, e.id) <= (looked.transaction, looked.id))
        and e.entity_type <> 'Export' and ${seesEntry(scope)}
      order by e.transaction, e.id limit ${page.limit}) e on true
    order by e.transaction, e.id`);
  const found = rows.filter((row) => row.id !== null);
  const changes = found.slice(0, page.limit - 1);
  return { changes, ...nextOf(rows, found.length < page.limit ? null : changes.at(-1), page) };
}

function nextOf(
  [row]: FoundRow[],
  last: FoundRow | null | undefined,
  { afterKey }: Page,
): Pick<ChangePageRow, 'cursor' | 'hasMore'> {
  if (last != null) return { cursor: cursorAt(last.transaction, last.id), hasMore: true };
  if (row === undefined) throw new Error('a horizon without a row');
  if (row.endId !== null) return { cursor: cursorAt(row.endTransaction, row.endId), hasMore: true };
  // A replica may lag behind the server that gave out the cursor: never go back.
  const isBehind = afterKey !== null && Number.parseInt(afterKey, 10) >= row.horizon;
  return { cursor: isBehind ? cursorOfKey(afterKey) : cursorBefore(row.horizon), hasMore: false };
}

const cursorOfKey = (sortKey: string) => cursorOf(CHANGES.name, { sortKey, id: '' });

const cursorAt = (transaction: number | null, id: number | string | null) =>
  cursorOfKey(`${transaction} ${id}`);

/** Behind every entry of the transactions before the horizon. */
const cursorBefore = (horizon: number) => cursorAt(horizon - 1, '9'.repeat(18));
