import { DomainError, today } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import { type Context, perRequest } from '../../context.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { DuplicateReason } from '../../enums.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { requireOverseen } from './overseen-unit.ts';
import { type MemberPair, possibleDuplicates } from './possible-duplicates.ts';

const MemberPairType = builder.objectRef<MemberPair>('MemberPair').implement({
  description:
    'Two records that may be one person’s [nghi trùng]. Nothing is merged by itself: see mergeMembers.',
  extensions: HELD,
  fields: (t) => ({
    first: t.field({
      type: 'Member',
      description: 'One record.',
      resolve: async ({ firstId }, _, ctx) =>
        required(await memberById(ctx).load(firstId), `member ${firstId}`),
    }),
    second: t.field({
      type: 'Member',
      description: 'The other record.',
      resolve: async ({ secondId }, _, ctx) =>
        required(await memberById(ctx).load(secondId), `member ${secondId}`),
    }),
    reasons: t.expose('reasons', {
      type: [DuplicateReason],
      description: 'What they have in common.',
      listSize: { assumedSize: 3 },
    }),
    score: t.exposeFloat('score', {
      description:
        'How much speaks for it, 0 to 1, for sorting: a name in one commune 0.7, with the phone number as well 0.91.',
    }),
  }),
});

const MemberPairConnection = connectionType(MemberPairType);

builder.queryField('duplicateMembers', (t) =>
  t.field({
    type: MemberPairConnection,
    extensions: SCOPED,
    description: `Pairs of records in the teams of a unit that may be one person, best first [thành viên nghi trùng]: the same name, also in another
order, with tone marks elsewhere, spelt otherwise, or the same phone number. For officers of the unit, of a commune or a province.
Errors: \`SIGN_IN_REQUIRED\`, \`UNIT_NOT_FOUND\`, \`NOT_PERMITTED\`, \`INPUT_INVALID\`.`,
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({ required: true, description: 'Code of a commune or a province of today.' }),
      ...pageArguments,
    },
    resolve: (_, { unitCode, ...page }, ctx) => listPairs(ctx, unitCode, page),
  }),
);

const DUPLICATE_MEMBERS = { name: 'duplicateMembers', isSortKey: (key: string) => /^\d\.\d\d$/.test(key) };

async function listPairs(
  ctx: Context,
  unitCode: string,
  args: PageArguments,
): Promise<Connection<MemberPair>> {
  const page = pageOf(args, DUPLICATE_MEMBERS);
  const unit = await requireOverseen(ctx, unitCode, today(ctx.now));
  if (unit.level === 'NATION') throw tooLarge(unitCode);
  const pairs = await pairsIn(ctx).load(unit);
  const { afterKey, afterId } = page;
  const isAfter = ({ sortKey, id }: MemberPair) =>
    afterKey === null || afterId === null || sortKey > afterKey || (sortKey === afterKey && id > afterId);
  const rows = pairs.filter(isAfter).slice(0, page.limit);
  return { ...connectionOf(rows, page), total: async () => pairs.length };
}

const pairsIn = perRequest<UnitRow, MemberPair[]>(
  (ctx, units) => Promise.all(units.map((unit) => possibleDuplicates(ctx, unit))),
  ({ id }) => id,
);

function tooLarge(unitCode: string): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `unitCode ${unitCode} là cả nước; hãy chọn một tỉnh hoặc một xã`,
      en: `unitCode ${unitCode} is the nation; choose a province or a commune`,
    },
    { field: 'unitCode', value: unitCode },
  );
}
