import { searchTokens } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, perRequest } from '../../context.ts';
import { indicatorByCode, indicatorColumns } from '../../entities/indicator.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import type { IndicatorRow } from '../../entities/rows.ts';
import { Aggregation, Direction } from '../../enums.ts';
import { containsAll } from '../../sql-fragments.ts';

interface VersionRow {
  indicatorCode: string;
  version: string;
  definition: string;
  validFrom: string | null;
  validTo: string | null;
}

const IndicatorVersion = builder.objectRef<VersionRow>('IndicatorVersion').implement({
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
  }),
});

const Indicator = builder.objectType('Indicator', {
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
    version: t.string({
      description: 'The version of the definition in force, the newest one.',
      resolve: async (indicator, _, ctx) =>
        (await versionsOf(ctx).load(indicator.code)).at(0)?.version ?? '1',
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

const versionsOf = perRequest<string, VersionRow[]>(async (ctx, codes) => {
  const rows = await ctx.db.rows<VersionRow>(sql`
    /* versionsOf */
    select indicator_code as "indicatorCode", version, definition, valid_from as "validFrom", valid_to as "validTo"
    from indicator_version where indicator_code = any(${codes}::text[])
    order by indicator_code, valid_from desc nulls last, version desc`);
  return groupedBy(codes, rows, (row) => row.indicatorCode);
});
