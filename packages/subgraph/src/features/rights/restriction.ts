import { raw } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { rowsOfPerson } from './rows-of-person.ts';
import { SubjectRequest, subjectRequestSeen } from './subject-request.ts';

export interface RestrictionRow {
  id: string;
  memberId: string;
  requestId: string | null;
  reason: string;
  since: Date;
  liftedAt: Date | null;
  liftedReason: string | null;
  version: number;
}

const Restriction = builder.objectRef<RestrictionRow>('Restriction').implement({
  extensions: HELD,
  description:
    "From when to when a person's data are only kept [hạn chế xử lý]: not listed to others than the officers handling the person, not exported, not changed. The person is still counted.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    member: t.field({
      type: 'Member',
      description: 'The person.',
      resolve: async ({ memberId }, _, ctx) =>
        required(await memberById(ctx).load(memberId), `member ${memberId}`),
    }),
    request: t.field({
      type: SubjectRequest,
      nullable: true,
      description: 'The request behind it. Null where there is none.',
      resolve: ({ requestId }, _, ctx) =>
        requestId === null ? null : subjectRequestSeen(ctx).load(requestId),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when.' }),
    liftedAt: t.expose('liftedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was lifted. Null while it holds.',
    }),
    liftedReason: t.exposeString('liftedReason', {
      nullable: true,
      description: 'Why it was lifted. Null while it holds.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
  }),
});

/** The columns of a RestrictionRow, from restriction under the alias r and its person's record under m. */
export const restrictionColumns = raw(`
  r.id, coalesce(m.merged_into_id, m.id) as "memberId", r.request_id as "requestId", r.reason, r.since,
  r.lifted_at as "liftedAt", r.lifted_reason as "liftedReason", r.version`);

export const restrictionsWithMember = raw('restriction r join member m on m.id = r.member_id');

const restrictions = rowsOfPerson<RestrictionRow>({
  ...{ name: 'restrictions', columns: restrictionColumns, tables: restrictionsWithMember },
  ...{ alias: 'r', since: 'since' },
});

builder.objectField('Member', 'restrictions', (t) =>
  t.field({
    type: [Restriction],
    description:
      'Restrictions of the person, newest first, at most 100, lifted ones too. Empty for who is neither the person nor an officer handling him or her.',
    listSize: { assumedSize: 3 },
    resolve: ({ id }, _, ctx) => restrictions.ofPerson(ctx).load(id),
  }),
);

versioned({
  type: 'Restriction',
  load: (ctx, id) => restrictions.seen(ctx).load(id),
  notFound: 'RESTRICTION_NOT_FOUND',
});

/** What the writes of a restriction answer. */
export const RestrictionResult = resultUnion('Restriction');
