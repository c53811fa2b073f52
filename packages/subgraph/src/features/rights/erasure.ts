import { DomainError } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { inOrder, perRequest } from '../../context.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import { inLowerCase, isUuid } from '../../entities/uuid.ts';
import { ErasureAction } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { scopeOf } from '../../permissions/scope.ts';
import type { ErasureLine } from '../../rights/erasure/erasure-line.ts';
import { seesRightsOf } from './rows-of-person.ts';
import { SubjectRequest, subjectRequestSeen } from './subject-request.ts';

export interface ErasureRow {
  id: string;
  memberId: string;
  requestId: string;
  reason: string;
  report: ErasureLine[];
  executedAt: Date;
  version: number;
  /** Shown and not done. */
  isDryRun?: boolean;
}

const ErasureLineType = builder.objectRef<ErasureLine>('ErasureLine').implement({
  extensions: HELD,
  description: 'What an erasure does with one kind of thing. It names nobody.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Stable name of the line: `NAME_AND_PHONE`. More may come.',
    }),
    action: t.expose('action', { type: ErasureAction, description: 'What happens to it.' }),
    label: t.exposeString('label', { description: 'What it is and why it goes or stays, in Vietnamese.' }),
    labelEn: t.exposeString('labelEn', { description: 'The same in English.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    details: t.exposeStringList('details', {
      description: 'Where to look, by type and id: at most 100. Empty where the line only counts.',
      listSize: { assumedSize: 20 },
    }),
  }),
});

const Erasure = builder.objectRef<ErasureRow>('Erasure').implement({
  extensions: HELD,
  description:
    'That a person was erased, or would be [xóa dữ liệu cá nhân]: what goes, what stays and why. It names nobody, and cannot be undone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    member: t.field({
      type: 'Member',
      description: 'The anonymous place that is left; in a dry run the person as he or she is.',
      resolve: async ({ memberId }, _, ctx) =>
        required(await memberById(ctx).load(memberId), `member ${memberId}`),
    }),
    request: t.field({
      type: SubjectRequest,
      nullable: true,
      description: 'The request that asked for it. Null where the caller may not see it.',
      resolve: ({ requestId }, _, ctx) => subjectRequestSeen(ctx).load(requestId),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    report: t.expose('report', {
      type: [ErasureLineType],
      description: 'What goes, what stays and why; what there is nothing of has no line.',
      listSize: { assumedSize: 20 },
    }),
    isDryRun: t.boolean({
      description: 'True where it was only shown what would happen: nothing was changed.',
      resolve: ({ isDryRun }) => isDryRun ?? false,
    }),
    executedAt: t.expose('executedAt', { type: 'DateTime', description: 'When.' }),
    version: t.exposeInt('version', { description: 'Always 1: an erasure is never changed.' }),
  }),
});

const erasureColumns = raw(`
  x.id, x.member_id as "memberId", x.request_id as "requestId", x.reason, x.report, x.executed_at as "executedAt", x.version`);

const erasureSeen = perRequest<string, ErasureRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ErasureRow>(sql`
    /* erasureSeen */
    select ${erasureColumns} from erasure x join member m on m.id = x.member_id
    where x.id = any(${ids.filter(isUuid)}::uuid[]) and ${seesRightsOf(scope)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

builder.queryField('erasure', (t) =>
  t.field({
    type: Erasure,
    extensions: SCOPED,
    nullable: true,
    description:
      'An erasure by id, for officers who handled the person. Errors: `SIGN_IN_REQUIRED`, `ERASURE_NOT_FOUND`.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const erasure = await erasureSeen(ctx).load(id);
      if (erasure === null) throw erasureNotFound(id);
      return erasure;
    },
  }),
);

versioned({ type: 'Erasure', load: (ctx, id) => erasureSeen(ctx).load(id), notFound: 'ERASURE_NOT_FOUND' });

/** What an erasure answers. */
export const ErasureResult = resultUnion('Erasure');

function erasureNotFound(id: string): DomainError {
  const value = JSON.stringify(id).slice(1, -1).slice(0, 60);
  return new DomainError(
    'ERASURE_NOT_FOUND',
    { vi: `Không có lần xóa dữ liệu nào với id ${value}.`, en: `There is no erasure with the id ${value}.` },
    { field: 'id', value },
  );
}
