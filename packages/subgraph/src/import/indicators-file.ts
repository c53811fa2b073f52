import { AGGREGATIONS, DIRECTIONS, fold, MEASURE_UNITS } from '@cnscd/domain';
import type pg from 'pg';
import { z } from 'zod';
import { sourceSchema } from './fact-schemas.ts';
import { day, faultsOf, identifier, parse, words } from './fields.ts';
import { type SectionChanges, upsertRows } from './write-rows.ts';
import type { YamlFile } from './yaml-file.ts';

/** Indicators as `data/indicators.yaml` defines them. */
export type IndicatorsFile = z.output<typeof indicatorsSchema>;

/** @throws {ImportError} `IMPORT_INVALID` with everything that is wrong */
export function readIndicatorsFile(yaml: YamlFile): IndicatorsFile {
  const result = parse(indicatorsSchema, yaml.content);
  if (!result.success) return yaml.refuse(faultsOf(result.error, []));
  const { sources, indicators } = result.data;
  const unknown = Object.entries(indicators).flatMap(([code, { versions = [] }]) =>
    versions.flatMap(({ source }, index) =>
      source === undefined || source in sources
        ? []
        : [
            {
              path: ['indicators', code, 'versions', index, 'source'],
              messages: { vi: `Chưa khai nguồn "${source}".`, en: `There is no source "${source}".` },
            },
          ],
    ),
  );
  return unknown.length > 0 ? yaml.refuse(unknown) : result.data;
}

/** Writes indicators and their dated definitions; what is as it should be is not touched. */
export async function writeIndicators(client: pg.ClientBase, file: IndicatorsFile): Promise<SectionChanges> {
  const indicators = Object.entries(file.indicators);
  await upsertRows(
    client,
    {
      name: 'source_document',
      key: ['id'],
      columns: ['id', 'title', 'publisher', 'published_on', 'url', 'note'],
    },
    Object.entries(file.sources).map(([id, source]) => ({ id, ...source })),
  );
  const changes = await upsertRows(
    client,
    {
      name: 'indicator',
      key: ['code'],
      columns: ['code', 'name_vi', 'name_en', 'unit', 'direction', 'aggregation', 'search_text'],
    },
    indicators.map(([code, { vi, en, unit, direction, aggregation }]) => ({
      ...{ code, nameVi: vi, nameEn: en, unit, direction, aggregation },
      searchText: fold(`${vi} ${en} ${code}`),
    })),
  );
  await upsertRows(
    client,
    {
      name: 'indicator_version',
      key: ['indicator_code', 'version'],
      columns: ['indicator_code', 'version', 'definition', 'valid_from', 'valid_to', 'source_id'],
    },
    indicators.flatMap(([code, { definition, versions }]) =>
      (versions ?? [{ version: '1', definition }]).map(({ ...version }) => ({
        ...version,
        indicatorCode: code,
        sourceId: 'source' in version ? version.source : null,
      })),
    ),
  );
  return changes;
}

const versionSchema = z.strictObject({
  version: words,
  definition: words,
  validFrom: day.optional(),
  validTo: day.optional(),
  source: identifier.optional(),
});

const indicatorSchema = z
  .strictObject({
    vi: words,
    en: words,
    unit: z.enum(MEASURE_UNITS),
    direction: z.enum(DIRECTIONS),
    aggregation: z.enum(AGGREGATIONS),
    definition: words.optional(),
    versions: z.array(versionSchema).min(1).optional(),
  })
  .superRefine((indicator, context) => {
    if ((indicator.definition === undefined) === (indicator.versions === undefined)) {
      const messages = {
        vi: 'Cần definition hoặc versions, chỉ một.',
        en: 'Needs definition or versions, one of them.',
      };
      context.addIssue({ code: 'custom', params: { messages } });
    }
  });

const indicatorsSchema = z.strictObject({
  sources: z.record(z.string(), sourceSchema).default({}),
  indicators: z.record(z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/), indicatorSchema),
});
