import { toUtcMidnight } from '@cnscd/domain';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { dayOfColumn } from '../../column-day.ts';
import { FundingBasis } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { MOST_STATED, regionArguments, statedFor } from '../../region-statements.ts';
import { sourceField } from '../../source-field.ts';

const MONTHS_A_YEAR = 12;

const FundingRule = builder.prismaObject('FundingRule', {
  extensions: PUBLIC,
  description: 'What a team or a person may be paid, and when that is in force [định mức hỗ trợ].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code.' }),
    basis: t.expose('basis', {
      type: FundingBasis,
      description: 'Per team or person, per year, month or day.',
    }),
    amountVnd: t.float({ description: 'Đồng per basis.', resolve: (rule) => Number(rule.amountVnd) }),
    amountPerTeamYearVnd: t.float({
      nullable: true,
      description: 'Đồng per team and year. Null where the basis is a person.',
      resolve: ({ basis, amountVnd }) => {
        if (basis === 'TEAM_YEAR') return Number(amountVnd);
        return basis === 'TEAM_MONTH' ? Number(amountVnd) * MONTHS_A_YEAR : null;
      },
    }),
    isMaximum: t.exposeBoolean('isMaximum', { description: 'True: at most this much. False: this much.' }),
    topUpFactor: t.float({
      nullable: true,
      description: 'A commune may add up to this many times the amount. Null where not stated.',
      resolve: (rule) => (rule.topUpFactor === null ? null : Number(rule.topUpFactor)),
    }),
    purpose: t.exposeString('purpose', { description: 'What for, in Vietnamese.' }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day in force.',
      resolve: (rule) => dayOfColumn(rule.validFrom),
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day in force. Null: no end is set.',
      resolve: (rule) => dayOfColumn(rule.validTo),
    }),
    statement: t.exposeString('statement', { description: "The rule in its source's words." }),
    source: t.field(sourceField),
  }),
});

builder.queryField('fundingRules', (t) =>
  t.prismaField({
    extensions: PUBLIC,
    type: [FundingRule],
    description: 'Funding rules of a unit in force on a day, by code; at most 200. Error: `UNIT_NOT_FOUND`.',
    listSize: { assumedSize: 5 },
    args: regionArguments,
    resolve: async (query, _, { unitCode, asOf }, ctx) => {
      const day = toUtcMidnight(dayOf(ctx, asOf));
      return ctx.db.prisma.fundingRule.findMany({
        ...query,
        where: {
          AND: await statedFor(ctx, unitCode, asOf),
          validFrom: { lte: day },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
        },
        orderBy: { code: 'asc' },
        take: MOST_STATED,
      });
    },
  }),
);
