import { label, type MemberFacts, type Messages, type Violation, violations } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { perRequest } from '../../context.ts';
import { rulesOfUnit } from '../../entities/team-rule.ts';
import { Affiliation, Requirement, Severity } from '../../enums.ts';
import { HELD } from '../../permissions/access.ts';
import { INSIDE_TEAM } from '../../permissions/guards.ts';

const RuleViolation = builder.objectRef<Violation>('RuleViolation').implement({
  extensions: HELD,
  description: 'A rule on size or composition that a team does not keep [vi phạm quy định].',
  fields: (t) => ({
    ruleCode: t.string({ description: 'Code of the rule.', resolve: ({ rule }) => rule.code }),
    requirement: t.field({
      type: Requirement,
      description: 'What it asks for.',
      resolve: ({ rule }) => rule.requirement,
    }),
    severity: t.field({
      type: Severity,
      description: 'How hard it is.',
      resolve: ({ rule }) => rule.severity,
    }),
    affiliation: t.field({
      type: Affiliation,
      nullable: true,
      description: 'The affiliation it asks for. Null for a size rule.',
      resolve: ({ rule }) => rule.affiliation,
    }),
    min: t.int({
      nullable: true,
      description: 'Fewest. Null: no such end.',
      resolve: ({ rule }) => rule.min,
    }),
    max: t.int({ nullable: true, description: 'Most. Null: no such end.', resolve: ({ rule }) => rule.max }),
    actual: t.exposeInt('actual', { description: 'How many there are.' }),
    difference: t.exposeInt('difference', { description: 'How many are missing, or too many.' }),
    message: t.string({
      description: 'One sentence in Vietnamese.',
      resolve: (violation) => messagesOf(violation).vi,
    }),
    messageEn: t.string({
      description: 'The same in English.',
      resolve: (violation) => messagesOf(violation).en,
    }),
    statement: t.string({
      description: "The rule in its source's words.",
      resolve: ({ rule }) => rule.statement,
    }),
  }),
});

builder.objectField('Team', 'ruleViolations', (t) =>
  t.field({
    extensions: INSIDE_TEAM,
    type: [RuleViolation],
    description: `Rules on size and composition that the team does not keep on a day, at most 20. Empty outside the team's life, and
where no member has ever been recorded: a missing list is not a team of nobody.`,
    listSize: { assumedSize: 2 },
    args: { asOf: t.arg({ type: 'Date', description: 'Default: today.' }) },
    resolve: async (team, { asOf }, ctx) => {
      const day = dayOf(ctx, asOf);
      const [rules, members] = await Promise.all([
        team.unitId === null ? [] : rulesOfUnit(ctx).load(team.unitId),
        membersOnDay(ctx).load({ teamId: team.id, day }),
      ]);
      const isAtWork = (team.foundedOn ?? day) <= day && (team.endedOn ?? day) >= day;
      if (members === null || !isAtWork) return [];
      return violations({ level: team.level, teamKind: team.kind, members }, rules, day).slice(0, 20);
    },
  }),
);

function messagesOf({ rule, actual, difference }: Violation): Messages {
  const isShort = rule.min === null || actual < (rule.min ?? 1);
  if (rule.requirement === 'MEMBER_COUNT') {
    return isShort
      ? {
          vi: `Tổ có ${actual} thành viên, thiếu ${difference}.`,
          en: `${actual} members, ${difference} short.`,
        }
      : {
          vi: `Tổ có ${actual} thành viên, thừa ${difference}.`,
          en: `${actual} members, ${difference} too many.`,
        };
  }
  const [vi, en] =
    rule.affiliation === null
      ? ['', '']
      : [label('affiliation', rule.affiliation, 'vi'), label('affiliation', rule.affiliation, 'en')];
  return rule.requirement === 'LEADER_AFFILIATION'
    ? { vi: `Tổ trưởng chưa phải là ${vi}.`, en: `The leader is not ${en}.` }
    : { vi: `Tổ chưa có thành viên: ${vi}.`, en: `No member: ${en}.` };
}

interface TeamOnDay {
  teamId: string;
  day: string;
}

const keyOf = ({ teamId, day }: TeamOnDay) => `${teamId} ${day}`;

interface MemberList extends TeamOnDay {
  hasList: boolean;
  members: MemberFacts[];
}

/** Who is in a team on a day; null where nobody was ever recorded. */
const membersOnDay = perRequest<TeamOnDay, MemberFacts[] | null>(async (ctx, keys) => {
  const rows = await ctx.db.rows<MemberList>(sql`
    /* membersOnDay */
    select asked.team_id as "teamId", asked.day, count(ms.id) > 0 as "hasList",
      coalesce(json_agg(json_build_object('role', ms.role, 'affiliations', ms.affiliations) order by ms.id)
        filter (where ms.valid_from <= asked.day and (ms.valid_to is null or ms.valid_to >= asked.day)), '[]') as members
    from unnest(${keys.map((key) => key.teamId)}::uuid[], ${keys.map((key) => key.day)}::date[]) as asked (team_id, day)
    left join membership ms on ms.team_id = asked.team_id
    group by asked.team_id, asked.day`);
  const lists = new Map(rows.map((row) => [keyOf(row), row.hasList ? row.members : null]));
  return keys.map((key) => lists.get(keyOf(key)) ?? null);
}, keyOf);
