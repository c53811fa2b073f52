import { DomainError } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import { memberById } from '../../entities/member.ts';

const Member = builder.objectType('Member', {
  description:
    'A person in the register [thành viên]. One person may be in several teams and is counted once.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    displayName: t.exposeString('displayName', { description: 'Name as the person is called.' }),
    phone: t.string({
      nullable: true,
      tag: ['pii'],
      description:
        'Personal data, for officers of the unit and the member only; null for everybody else. No phone number is held yet: it comes with encryption and roles.',
      resolve: () => null,
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
    return id === null ? null : memberById(ctx).load(id);
  },
});

builder.queryField('member', (t) =>
  t.field({
    type: 'Member',
    nullable: true,
    description: 'A member by id. Error: `MEMBER_NOT_FOUND`.',
    args: { id: t.arg.id({ required: true, description: 'UUID.' }) },
    resolve: async (_, { id }, ctx) => {
      const member = await memberById(ctx).load(id);
      if (member !== null) return member;
      throw new DomainError(
        'MEMBER_NOT_FOUND',
        { vi: `Không có thành viên nào với id ${id}.`, en: `There is no member with the id ${id}.` },
        { field: 'id', value: id },
      );
    },
  }),
);
