import { builder } from '../../builder.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import { memberNotFound, memberSeen, nameShown } from '../../entities/member.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { phoneShown } from './member-phone.ts';

const Member = builder.objectType('Member', {
  extensions: HELD,
  description:
    'A person in the register [thành viên]. One person may be in several teams and is counted once.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    displayName: t.string({
      description:
        'Name as the person is called. Of a restricted person, only officers handling him or her and the person are told; of an erased one nothing is left.',
      resolve: (member, _, ctx) => nameShown(ctx, member),
    }),
    isRestricted: t.exposeBoolean('isRestricted', {
      description: 'Whether the data are only kept [hạn chế xử lý]: not listed, not exported, not changed.',
    }),
    isErased: t.exposeBoolean('isErased', {
      description: 'Whether the person was erased: what is left is a place that is counted.',
    }),
    phone: t.string({
      nullable: true,
      tag: ['pii'],
      description:
        'Mobile number, personal data: in full for the person and for officers of a unit where he or she is in a team, `•••• ••• 678` for leaders of such a team, null for everybody else. Error: `PHONE_UNAVAILABLE`.',
      resolve: (member, _, ctx) => phoneShown(ctx, member.id),
    }),
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description: 'True for a made-up person of the demonstration.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
  }),
});

builder.asEntity(Member, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: (reference: { id?: string | null }, ctx) => {
    const id = keyOfReference(reference.id);
    return id === null ? null : memberSeen(ctx).load(id);
  },
});

builder.queryField('member', (t) =>
  t.field({
    extensions: SCOPED,
    type: 'Member',
    nullable: true,
    description:
      'A member by id; the id of a record that went into another one answers that one. Errors: `SIGN_IN_REQUIRED`, `MEMBER_NOT_FOUND`.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const member = await memberSeen(ctx).load(id);
      if (member === null) throw memberNotFound('id', id);
      return member;
    },
  }),
);

versioned({ type: 'Member', load: (ctx, id) => memberSeen(ctx).load(id), notFound: 'MEMBER_NOT_FOUND' });

/** What the writes of a person answer. */
export const MemberResult = resultUnion('Member');
