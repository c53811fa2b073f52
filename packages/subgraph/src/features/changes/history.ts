import { isStorableText } from '@cnscd/domain';
import sql, { empty } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import { isUuid } from '../../entities/uuid.ts';
import { type AuditState, auditReason } from '../../operations/audit.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { mayBeNamed } from '../../permissions/restricted.ts';
import { type Scope, scopeOf } from '../../permissions/scope.ts';
import { isAuditNumber, seesStates } from './visible-entries.ts';

interface HistoryRow {
  id: string;
  sortKey: string;
  at: Date;
  actor: string;
  field: string;
  version: number;
  before: AuditState | null;
  after: AuditState | null;
  reason: string | null;
  personal: [before: AuditState | null, after: AuditState | null] | null;
  isPersonalErased: boolean;
}

interface ValueChange {
  name: string;
  before: string | null;
  after: string | null;
}

const ValueChangeType = builder.objectRef<ValueChange>('ValueChange').implement({
  description: 'One value before and after a change.',
  extensions: HELD,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the value.' }),
    before: t.exposeString('before', { nullable: true, description: 'What it was, as text. Null: nothing.' }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'What it became, as text. Null: nothing.',
    }),
  }),
});

const HistoryEntry = builder.objectRef<HistoryRow>('HistoryEntry').implement({
  description: 'One change in the history of something [lịch sử thay đổi].',
  extensions: HELD,
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When, by the clock of the server.' }),
    by: t.exposeString('actor', {
      description: 'Who: the subject of the sign-in; once that was erased, the id of the erasure.',
    }),
    field: t.exposeString('field', { description: 'The mutation.' }),
    version: t.exposeInt('version', { description: 'The version that the change made.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where a reason was given.' }),
    values: t.field({
      type: [ValueChangeType],
      description: 'The values that changed, by name.',
      listSize: { assumedSize: 5 },
      resolve: valuesOf,
    }),
    isPersonalErased: t.exposeBoolean('isPersonalErased', {
      description:
        'Whether personal values and texts of this change were erased, at the wish of a person or after their retention.',
    }),
  }),
});

const HistoryConnection = connectionType(HistoryEntry);

builder.queryField('history', (t) =>
  t.field({
    type: HistoryConnection,
    extensions: SCOPED,
    description:
      'Who changed something, when, how and why, newest first [lịch sử thay đổi]. For officers of its unit and the leaders of its team; empty for others, as for what is not there. Error: `SIGN_IN_REQUIRED`.',
    listSize: pagedList,
    args: {
      entityType: t.arg.string({ required: true, description: 'What it is: `Team`, `Member`, `Activity` …' }),
      id: t.arg.id({ required: true, description: 'Its id.' }),
      ...pageArguments,
    },
    resolve: (_, { entityType, id, ...page }, ctx) => historyOf(ctx, { entityType, id }, page),
  }),
);

async function historyOf(
  ctx: Context,
  { entityType, id }: { entityType: string; id: string },
  args: PageArguments,
): Promise<Connection<HistoryRow>> {
  const page = pageOf(args, { name: 'history', isSortKey: isAuditNumber });
  // What PostgreSQL cannot store, nothing is called.
  const isName = isStorableText(entityType) && isStorableText(id);
  const scope = await scopeOf(ctx);
  const where = sql`${isName} and e.entity_type = ${isName ? entityType : ''}
    and e.entity_id = ${isName ? (isUuid(id) ? id.toLowerCase() : id) : ''} and ${seesStates(scope)}`;
  const rows = await ctx.db.rows<HistoryRow>(sql`
    /* historyOf */
    select e.id::text as id, e.id::text as "sortKey", e.at, e.actor, e.field, e.version, e.before, e.after, ${auditReason} as reason,
      case when ${isNamable(scope)} then p.states end as personal, e.personal_digest is not null and p.entry_id is null as "isPersonalErased"
    from audit_entry e left join audit_personal p on p.entry_id = e.id
    where ${where} ${page.afterKey === null ? empty : sql`and e.id < ${page.afterKey}::bigint`}
    order by e.id desc limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countHistory(ctx, where) };
}

/** Whether an entry may say who somebody is: one about a restricted person only to who handles him or her. */
const isNamable = (scope: Scope) => sql`case when e.entity_type = 'Member'
  then ${mayBeNamed(scope, sql`e.entity_id::uuid`)} else true end`;

async function countHistory(ctx: Context, where: ReturnType<typeof sql>): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countHistory */
    select count(*) as total from audit_entry e where ${where}`);
  return row?.total ?? 0;
}

function valuesOf({ before, after, personal }: HistoryRow): ValueChange[] {
  const old: AuditState = { ...before, ...personal?.[0] };
  const now: AuditState = { ...after, ...personal?.[1] };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .map((name) => ({ name, before: textOf(old[name]), after: textOf(now[name]) }))
    .filter((value) => value.before !== value.after);
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
