import {
  type TeamKind as Kind,
  type AdminLevel as Level,
  sizeRule,
  statedBreakdown,
  sumOf,
} from '@cnscd/domain';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { regionOf } from '../../entities/unit.ts';
import { AdminLevel, Boundary, TeamKind } from '../../enums.ts';
import { FigureWarning } from '../../figure-warning.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { Coverage, coverageOf } from './coverage.ts';
import { FigurePair, type FigurePairShape } from './figure-pair.ts';
import { completenessOf, type Overview, overviewOf, reportedTotal } from './overview-loader.ts';
import { warningsOf } from './overview-warnings.ts';

interface LevelFigure {
  overview: Overview;
  level: Level | null;
  teamKind: Kind | null;
}

const TeamLevelFigure = builder.objectRef<LevelFigure>('TeamLevelFigure').implement({
  extensions: PUBLIC,
  description: 'Teams of one level and kind. A null level or kind: the source does not split by it.',
  fields: (t) => ({
    level: t.expose('level', { type: AdminLevel, nullable: true, description: 'Null: not split by level.' }),
    kind: t.expose('teamKind', { type: TeamKind, nullable: true, description: 'Null: not split by kind.' }),
    teams: t.field({ type: FigurePair, description: 'Teams.', resolve: (row) => levelPair(row, 'TEAMS') }),
    members: t.field({
      type: FigurePair,
      description: 'People in them.',
      resolve: (row) => levelPair(row, 'MEMBERS'),
    }),
    fewestMembers: t.int({
      nullable: true,
      description:
        'Fewest members that the reported teams must have by the size rule in force. Null without a rule.',
      resolve: (row) => ruledMembers(row, 'min'),
    }),
    mostMembers: t.int({
      nullable: true,
      description:
        'Most members that the reported teams may have by the size rule in force. Null without a rule.',
      resolve: (row) => ruledMembers(row, 'max'),
    }),
  }),
});

const UnitOverview = builder.objectRef<Overview>('UnitOverview').implement({
  extensions: PUBLIC,
  description: 'Teams and members of a unit on a day: reported beside registered, with what contradicts.',
  fields: (t) => ({
    unit: t.field({ type: 'AdminUnit', description: 'The unit.', resolve: (overview) => overview.unit }),
    asOf: t.expose('day', { type: 'Date', description: 'The day. Figures of later days are left out.' }),
    boundary: t.expose('boundary', { type: Boundary, description: 'Whose borders.' }),
    teams: t.field({
      type: FigurePair,
      description: 'Teams [tổ].',
      resolve: (overview) => pairOf(overview, 'TEAMS'),
    }),
    members: t.field({
      type: FigurePair,
      description: 'Members [thành viên], each person once.',
      resolve: (overview) => pairOf(overview, 'MEMBERS'),
    }),
    teamsByLevel: t.field({
      type: [TeamLevelFigure],
      description: 'Teams by level and kind, as far as sources or the register split them; at most 30.',
      listSize: { assumedSize: 6 },
      resolve: levelsOf,
    }),
    coverage: t.field({
      type: [Coverage],
      description: 'Units with a team of all units of that level, from the top down.',
      listSize: { assumedSize: 4 },
      resolve: coverageOf,
    }),
    completeness: t.float({
      description: `The share, 0–1, of what the sums hold that has a figure; the lower one of teams and members. For the nation:
of the provinces that report at all; UNITS_NOT_REPORTING counts the others.`,
      resolve: (overview) => Math.min(completenessOf(overview, 'TEAMS'), completenessOf(overview, 'MEMBERS')),
    }),
    warnings: t.field({
      type: [FigureWarning],
      description: 'What a reader must know, at most 100.',
      listSize: { assumedSize: 5 },
      resolve: (overview) => warningsOf(overview).slice(0, 100),
    }),
  }),
});

const overviewArguments = {
  asOf: 'Default: today, or the last day of a unit that has ended.',
  boundary: 'Default: AS_REPORTED.',
};

builder.queryField('overview', (t) =>
  t.field({
    extensions: PUBLIC,
    type: UnitOverview,
    nullable: true,
    description: `Overview of the unit that bears a code; in CURRENT borders a code means today's unit.
Errors: \`UNIT_CODE_INVALID\`, \`UNIT_NOT_FOUND\`, \`DATE_INVALID\`, \`AS_OF_BEFORE_DATA\`.`,
    args: {
      unitCode: t.arg.string({ required: true, description: 'Official code with leading zeros, or `VN`.' }),
      asOf: t.arg({ type: 'Date', description: 'Default: today.' }),
      boundary: t.arg({ type: Boundary, description: overviewArguments.boundary }),
    },
    resolve: async (_, { unitCode, asOf, boundary }, ctx) => {
      const day = dayOf(ctx, asOf);
      const unit = await regionOf(ctx, unitCode, day, boundary ?? 'AS_REPORTED');
      return overviewOf(ctx).load({ unitId: unit.id, day, boundary: boundary ?? 'AS_REPORTED' });
    },
  }),
);

builder.objectField('AdminUnit', 'overview', (t) =>
  t.field({
    type: UnitOverview,
    description: 'Teams and members of the unit on a day.',
    args: {
      asOf: t.arg({ type: 'Date', description: overviewArguments.asOf }),
      boundary: t.arg({ type: Boundary, description: overviewArguments.boundary }),
    },
    resolve: (unit, { asOf, boundary }, ctx) =>
      overviewOf(ctx).load({
        unitId: unit.id,
        day: dayOf(ctx, asOf ?? unit.validTo),
        boundary: boundary ?? 'AS_REPORTED',
      }),
  }),
);

/** Teams or members of a unit: what is reported beside what is registered. */
export function pairOf(overview: Overview, indicatorCode: 'TEAMS' | 'MEMBERS'): FigurePairShape {
  const total = reportedTotal(overview, indicatorCode);
  const registered = overview.registered.find((row) => row.isTotal) ?? null;
  return {
    reported: total === null ? null : { ...total, measureUnit: MEASURE[indicatorCode] },
    registered: registered === null ? null : registered[COUNTED[indicatorCode]],
    completeness: completenessOf(overview, indicatorCode),
  };
}

const MEASURE = { TEAMS: 'TEAM', MEMBERS: 'PERSON' } as const;
const COUNTED = { TEAMS: 'teams', MEMBERS: 'members' } as const;

function levelsOf(overview: Overview): LevelFigure[] {
  const rows = new Map<string, LevelFigure>();
  const add = (level: Level | null, teamKind: Kind | null) =>
    rows.set(`${level} ${teamKind}`, { overview, level, teamKind });
  for (const unit of overview.chosen) {
    for (const code of ['TEAMS', 'MEMBERS']) {
      for (const part of statedBreakdown(unit.figures, code)) add(part.level, part.teamKind);
    }
  }
  for (const row of overview.registered) {
    if (row.isTotal) continue;
    // A source that splits by level only stands for every kind: show the register beside it.
    if (!rows.has(`${row.level} null`)) add(row.level, row.teamKind);
  }
  return [...rows.values()];
}

function levelPair(
  { overview, level, teamKind }: LevelFigure,
  indicatorCode: 'TEAMS' | 'MEMBERS',
): FigurePairShape {
  const total = reportedOfLevel({ overview, level, teamKind }, indicatorCode);
  const counted = overview.registered.filter(
    (row) =>
      !row.isTotal &&
      (level === null || row.level === level) &&
      (teamKind === null || row.teamKind === teamKind),
  );
  return {
    reported: total === null ? null : { ...total, measureUnit: MEASURE[indicatorCode] },
    registered:
      overview.registered.length === 0
        ? null
        : counted.reduce((sum, row) => sum + row[COUNTED[indicatorCode]], 0),
    completeness: overview.chosen.length === 0 ? 0 : (total?.parts.length ?? 0) / overview.chosen.length,
  };
}

function reportedOfLevel({ overview, level, teamKind }: LevelFigure, indicatorCode: string) {
  const parts = overview.chosen.flatMap((unit) =>
    statedBreakdown(unit.figures, indicatorCode).filter(
      (part) => part.level === level && part.teamKind === teamKind,
    ),
  );
  return sumOf(
    parts.map((part) => ({ value: part.value, qualifier: part.qualifier, asOf: part.asOf, parts: [part] })),
  );
}

function ruledMembers(row: LevelFigure, end: 'min' | 'max'): number | null {
  const limits = row.overview.chosen.flatMap((unit) =>
    statedBreakdown(unit.figures, 'TEAMS')
      .filter((part) => part.level === row.level && part.teamKind === row.teamKind)
      .map((part) => {
        const limit = sizeRule(unit.rules, part, part.asOf)?.[end] ?? null;
        return limit === null ? null : limit * part.value;
      }),
  );
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 || known.length < limits.length
    ? null
    : known.reduce((sum, limit) => sum + limit, 0);
}
