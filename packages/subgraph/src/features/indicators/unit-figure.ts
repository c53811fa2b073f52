import { isStorableText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf, periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { groupedBy, perRequest } from '../../context.ts';
import { figureByFactKey, figureColumns } from '../../entities/figure.ts';
import { indicatorByCode } from '../../entities/indicator.ts';
import { required } from '../../entities/required.ts';
import type { FigureRow } from '../../entities/rows.ts';
import { unitById } from '../../entities/unit.ts';
import { AdminLevel, Qualifier, TeamKind } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { sourceField } from '../../source-field.ts';

interface Revision {
  factKey: string;
  revision: number;
  value: number;
  qualifier: FigureRow['qualifier'];
  reason: string | null;
  recordedAt: Date;
  supersededAt: Date | null;
}

const FigureRevision = builder.objectRef<Revision>('FigureRevision').implement({
  extensions: PUBLIC,
  description: 'A figure as it was recorded before it was corrected [lịch sử số liệu].',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'From 1.' }),
    value: t.exposeFloat('value', { description: 'The number then.' }),
    qualifier: t.expose('qualifier', { type: Qualifier, description: 'How sure it was.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it differs from the one before. Null where none was given.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was taken in.' }),
    supersededAt: t.expose('supersededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was corrected or withdrawn. Null: it stands.',
    }),
  }),
});

const UnitFigure = builder.objectRef<FigureRow>('UnitFigure').implement({
  extensions: PUBLIC,
  description: 'One figure that a source states about a unit, with everything it says about it.',
  fields: (t) => ({
    id: t.exposeID('factKey', {
      description: 'Identity of the stated fact, opaque; a correction keeps it.',
    }),
    version: t.exposeInt('revision', { description: 'Rises with each correction.' }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'The unit that it is about.',
      resolve: async (figure, _, ctx) =>
        required(await unitById(ctx).load(figure.unitId), `admin_unit ${figure.unitId}`),
    }),
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: async (figure, _, ctx) =>
        required(await indicatorByCode(ctx).load(figure.indicatorCode), `indicator ${figure.indicatorCode}`),
    }),
    level: t.expose('level', {
      type: AdminLevel,
      nullable: true,
      description: 'Null: not about one level only.',
    }),
    teamKind: t.expose('teamKind', {
      type: TeamKind,
      nullable: true,
      description: 'Null: not about one kind only.',
    }),
    value: t.exposeFloat('value', { description: 'The number, in the unit of measure of the indicator.' }),
    valueMax: t.exposeFloat('valueMax', {
      nullable: true,
      description: 'Upper end of a range. Null: no range.',
    }),
    numerator: t.exposeFloat('numerator', {
      nullable: true,
      description: 'Of a ratio. Null where not stated.',
    }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'Of a ratio. Null where not stated.',
    }),
    qualifier: t.expose('qualifier', { type: Qualifier, description: 'How sure it is.' }),
    statedChange: t.exposeFloat('statedChange', {
      nullable: true,
      description: 'The change that the source states beside it, such as +2 ranks. Null where none.',
    }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day it is about.' }),
    period: t.expose('period', {
      type: 'Period',
      nullable: true,
      description: 'Null where the source names none.',
    }),
    statement: t.exposeString('statement', {
      nullable: true,
      description: "The figure in its source's words.",
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why it was corrected, or why its source gives no numerator and denominator. Null otherwise.',
    }),
    source: t.field(sourceField),
    history: t.field({
      type: [FigureRevision],
      description: 'All revisions, newest first: a correction never erases what was said before. At most 50.',
      listSize: { assumedSize: 2 },
      resolve: (figure, _, ctx) => revisionsOf(ctx).load(figure.factKey),
    }),
  }),
});

versioned({
  type: 'UnitFigure',
  load: async (ctx, id) => {
    const figure = await figureByFactKey(ctx).load(id);
    return figure === null ? null : { ...figure, version: figure.revision };
  },
  notFound: 'FIGURE_NOT_FOUND',
});

/** What the writes of a figure answer. */
export const UnitFigureResult = resultUnion('UnitFigure');

interface FigureKey {
  unitId: string;
  indicatorCodes: string[] | null;
  day: string | null;
  period: string | null;
}

builder.objectField('AdminUnit', 'figures', (t) =>
  t.field({
    type: [UnitFigure],
    description:
      'Figures that sources state about this version of the unit, newest day first, at most 500. Errors: `DATE_INVALID`, `PERIOD_INVALID`, `AS_OF_BEFORE_DATA`.',
    listSize: { assumedSize: 50 },
    args: {
      indicatorCodes: t.arg.stringList({ description: 'Only these indicators. Default: all.' }),
      asOf: t.arg({ type: 'Date', description: 'Only figures up to this day. Default: all.' }),
      period: t.arg({ type: 'Period', description: 'Only figures of this period. Default: all.' }),
    },
    resolve: (unit, { indicatorCodes, asOf, period }, ctx) =>
      figuresOf(ctx).load({
        unitId: unit.id,
        indicatorCodes: indicatorCodes?.filter(isStorableText) ?? null,
        day: asOf == null ? null : dayOf(ctx, asOf),
        period: periodOf(period),
      }),
  }),
);

const figuresOf = perRequest<FigureKey, FigureRow[]>(
  async (ctx, keys) => {
    const asked = JSON.stringify(keys.map((key, position) => ({ ...key, position })));
    const rows = await ctx.db.rows<FigureRow & { position: number }>(sql`
      /* figuresOf */
      select asked.position, f.*
      from json_to_recordset(${asked}::json)
        as asked (position int, "unitId" text, "indicatorCodes" json, day date, period text)
      cross join lateral (
        select ${figureColumns} from reported_figure f
        where f.unit_id = asked."unitId" and f.superseded_at is null
          and (asked."indicatorCodes" is null or json_typeof(asked."indicatorCodes") = 'null'
            or f.indicator_code in (select json_array_elements_text(asked."indicatorCodes")))
          and (asked.day is null or f.as_of <= asked.day) and (asked.period is null or f.period = asked.period)
        order by f.as_of desc, f.indicator_code, f.level, f.team_kind, f.id limit 500) f
      order by asked.position`);
    return groupedBy(
      keys.map((_, position) => position),
      rows,
      (row) => row.position,
    );
  },
  (key) => JSON.stringify(key),
);

const revisionsOf = perRequest<string, Revision[]>(async (ctx, factKeys) => {
  const rows = await ctx.db.rows<Revision>(sql`
    /* revisionsOf */
    select fact_key as "factKey", revision, value, qualifier, reason, recorded_at as "recordedAt", superseded_at as "supersededAt"
    from (
      select f.*, row_number() over (partition by fact_key order by revision desc) as place
      from reported_figure f where fact_key = any(${factKeys}::text[])) f
    where place <= 50 order by fact_key, revision desc`);
  return groupedBy(factKeys, rows, (row) => row.factKey);
});
