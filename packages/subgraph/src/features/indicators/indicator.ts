import { searchTokens, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, perRequest } from '../../context.ts';
import { indicatorByCode, indicatorColumns } from '../../entities/indicator.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import type { IndicatorRow } from '../../entities/rows.ts';
import { requireSource } from '../../entities/source.ts';
import { Aggregation, ComputedMeasure, Direction, Topic } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { containsAll } from '../../sql-fragments.ts';

interface VersionRow {
  indicatorCode: string;
  version: string;
  definition: string;
  validFrom: string | null;
  validTo: string | null;
  sourceId: string | null;
}

const IndicatorVersion = builder.objectRef<VersionRow>('IndicatorVersion').implement({
  extensions: PUBLIC,
  description: 'A dated definition of an indicator [phiên bản định nghĩa].',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'Name of the version: a year, a decision.' }),
    definition: t.exposeString('definition', { description: 'What is counted, in Vietnamese.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day. Null: not known.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day. Null while in force.',
    }),
    source: t.field({
      type: 'SourceDocument',
      nullable: true,
      description: 'Where it is laid down. Null where no document is named.',
      resolve: ({ sourceId }, _, ctx) => (sourceId === null ? null : requireSource(ctx, sourceId)),
    }),
  }),
});

const Indicator = builder.objectType('Indicator', {
  extensions: PUBLIC,
  description:
    'Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code: ONLINE_DOSSIER_RATE.' }),
    name: t.exposeString('nameVi', { description: 'Name in Vietnamese.' }),
    nameEn: t.exposeString('nameEn', { description: 'Name in English.' }),
    unit: t.exposeString('unit', { description: 'Unit of measure: PERSON TEAM PERCENT RANK … Never empty.' }),
    direction: t.expose('direction', { type: Direction, description: 'Which way is good.' }),
    aggregation: t.expose('aggregation', {
      type: Aggregation,
      description: 'How values of several units become one.',
    }),
    measure: t.expose('measure', {
      type: ComputedMeasure,
      nullable: true,
      description: 'What it is counted from, for a ratio its numerator. Null: it is only reported.',
    }),
    denominatorMeasure: t.expose('denominatorMeasure', {
      type: ComputedMeasure,
      nullable: true,
      description: 'What the measure is divided by. Null where it is no ratio, or only reported.',
    }),
    topic: t.expose('topic', {
      type: Topic,
      nullable: true,
      description: 'Only outcomes of this topic are counted. Null: of all.',
    }),
    version: t.string({
      description: 'The version of the definition in force today, the newest one of them.',
      resolve: async (indicator, _, ctx) => {
        const versions = await versionsOf(ctx).load(indicator.code);
        const begun = versions.find(({ validFrom }) => validFrom === null || validFrom <= today(ctx.now));
        return (begun ?? versions.at(0))?.version ?? '1';
      },
    }),
    versions: t.field({
      type: [IndicatorVersion],
      description: 'All versions of the definition, newest first.',
      listSize: { assumedSize: 2 },
      resolve: (indicator, _, ctx) => versionsOf(ctx).load(indicator.code),
    }),
  }),
});

builder.asEntity(Indicator, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: (reference: { code?: string | null }, ctx) => {
    const code = keyOfReference(reference.code);
    return code === null ? null : indicatorByCode(ctx).load(code);
  },
});

builder.queryField('indicators', (t) =>
  t.field({
    extensions: PUBLIC,
    type: ['Indicator'],
    description:
      'All indicators by code, at most 500; with `search`, those whose code or name has these words.',
    listSize: { assumedSize: 100 },
    args: {
      search: t.arg.string({ description: 'Words, at most 100 characters. Error: `SEARCH_INVALID`.' }),
    },
    resolve: (_, { search }, ctx) => listIndicators(ctx, search ?? null),
  }),
);

function listIndicators(ctx: Context, search: string | null): Promise<IndicatorRow[]> {
  const words = search === null ? [] : searchTokens(search, 'search');
  return ctx.db.rows<IndicatorRow>(sql`
    /* listIndicators */
    select ${indicatorColumns} from indicator i
    where ${containsAll(sql`i.search_text`, words)} order by i.code limit 500`);
}

versioned({
  type: 'Indicator',
  load: (ctx, code) => indicatorByCode(ctx).load(code),
  notFound: 'INDICATOR_NOT_FOUND',
});

/** What the writes of an indicator answer. */
export const IndicatorResult = resultUnion('Indicator');

const versionsOf = perRequest<string, VersionRow[]>(async (ctx, codes) => {
  const rows = await ctx.db.rows<VersionRow>(sql`
    /* versionsOf */
    select indicator_code as "indicatorCode", version, definition, valid_from as "validFrom", valid_to as "validTo",
      source_id as "sourceId"
    from indicator_version where indicator_code = any(${codes}::text[])
    order by indicator_code, valid_from desc nulls last, version desc`);
  return groupedBy(codes, rows, (row) => row.indicatorCode);
});
