import { type SubjectRequestKind as Kind, type SubjectRequestStatus as Status, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import { requireUnit } from '../../entities/unit.ts';
import { SubjectRequestKind, SubjectRequestStatus } from '../../enums.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { SCOPED } from '../../permissions/access.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';
import { startingAfter } from '../../sql-fragments.ts';
import { requestNotFound } from './request-for-write.ts';
import { seesRightsOf } from './rows-of-person.ts';
import {
  requestNextDue,
  requestSortKey,
  requestsWithMember,
  SubjectRequest,
  type SubjectRequestRow,
  subjectRequestColumns,
  subjectRequestSeen,
} from './subject-request.ts';

const SubjectRequestConnection = connectionType(SubjectRequest);

builder.queryFields((t) => ({
  subjectRequest: t.field({
    type: SubjectRequest,
    extensions: SCOPED,
    nullable: true,
    description: 'A request by id. Errors: `SIGN_IN_REQUIRED`, `REQUEST_NOT_FOUND`.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const request = await subjectRequestSeen(ctx).load(id);
      if (request === null) throw requestNotFound(id);
      return request;
    },
  }),
  subjectRequests: t.field({
    type: SubjectRequestConnection,
    extensions: SCOPED,
    description:
      'Requests that the caller handles, and the own ones, by what is due first; closed ones last [danh sách đến hạn]. Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`, `PAGE_SIZE_INVALID`.',
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({ description: 'Only of people in teams of this unit of today, at any depth.' }),
      kind: t.arg({ type: SubjectRequestKind, description: 'Only of this kind.' }),
      status: t.arg({ type: SubjectRequestStatus, description: 'Only in this status.' }),
      dueBy: t.arg({ type: 'Date', description: 'Only what is due on this day or before, and open.' }),
      isOverdue: t.arg.boolean({ description: 'True: only what is overdue. False: only what is not.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listRequests(ctx, args),
  }),
}));

interface RequestListArguments extends PageArguments {
  unitCode?: string | null | undefined;
  kind?: Kind | null | undefined;
  status?: Status | null | undefined;
  dueBy?: string | null | undefined;
  isOverdue?: boolean | null | undefined;
}

async function listRequests(
  ctx: Context,
  args: RequestListArguments,
): Promise<Connection<SubjectRequestRow>> {
  const page = pageOf(args, {
    name: 'subjectRequests',
    isSortKey: (key) => /^(closed )?\d{4}-\d\d-\d\d$/.test(key),
  });
  const region = args.unitCode == null ? null : await requireUnit(ctx, args.unitCode, dayOf(ctx, null));
  const dueBy = args.dueBy == null ? null : dayOf(ctx, args.dueBy, 'dueBy');
  const { kind = null, status = null, isOverdue = null } = args;
  const where = sql`${seesRightsOf(await scopeOf(ctx))}
    and (${kind}::subject_request_kind is null or q.kind = ${kind}::subject_request_kind)
    and (${status}::subject_request_status is null or q.status = ${status}::subject_request_status)
    and (${dueBy}::date is null or coalesce(${requestNextDue} <= ${dueBy}::date, false))
    and (${isOverdue}::boolean is null or coalesce(${requestNextDue} < ${today(ctx.now)}::date, false) = ${isOverdue}::boolean)
    and ${
      region === null
        ? sql`true`
        : sql`exists (select from membership there join team t on t.id = there.team_id
            where there.member_id = coalesce(m.merged_into_id, m.id) and ${coversUnit({ regionIds: [region.id] }, sql`t.unit_id`)})`
    }`;
  const rows = await ctx.db.rows<SubjectRequestRow>(sql`
    /* listSubjectRequests */
    select ${subjectRequestColumns} from ${requestsWithMember}
    where ${where} ${startingAfter(page, sql`${requestSortKey}`, sql`q.id`)}
    order by ${requestSortKey}, q.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countRequests(ctx, where) };
}

async function countRequests(ctx: Context, where: ReturnType<typeof sql>): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countSubjectRequests */
    select count(*) as total from ${requestsWithMember} where ${where}`);
  return row?.total ?? 0;
}
