import {
  AGGREGATIONS,
  type Aggregation,
  COMPUTED_MEASURES,
  type ComputedMeasure,
  DIRECTIONS,
  fold,
  MEASURE_UNITS,
  TOPICS,
  type Topic,
} from '@cnscd/domain';
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
      columns: [
        ...['code', 'name_vi', 'name_en', 'unit', 'direction', 'aggregation', 'search_text'],
        ...['measure', 'denominator_measure', 'topic'],
      ],
    },
    indicators.map(([code, { vi, en, definition, versions, ...indicator }]) => ({
      ...{ code, nameVi: vi, nameEn: en, ...indicator },
      searchText: fold(`${vi} ${en} ${code}`),
    })),
  );
  await upsertRows(
    client,
    {
      name: 'indicator_version',
      key: ['indicator_code', 'version'],
      columns: ['indicator_code', 'version', 'definition', 'valid_from', 'valid_to', 'source_id'],
      // A later version that was defined here has ended it.
      kept: ['valid_to'],
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
    measure: z.enum(COMPUTED_MEASURES).optional(),
    denominatorMeasure: z.enum(COMPUTED_MEASURES).optional(),
    topic: z.enum(TOPICS).optional(),
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
    if (!isComputable(indicator)) {
      const messages = {
        vi: 'Không tính được từ measure, denominatorMeasure, topic và aggregation này: tổng (SUM) không có mẫu số; tỷ lệ (RATIO_OF_SUMS) là SUCCEEDED trên ASSISTED hoặc ACTIVE_TEAMS trên TEAMS; topic chỉ đi với hoạt động và số người.',
        en: 'Cannot be computed from this measure, denominatorMeasure, topic and aggregation: a SUM has no denominator; a RATIO_OF_SUMS is SUCCEEDED by ASSISTED or ACTIVE_TEAMS by TEAMS; a topic goes with activities and people only.',
      };
      context.addIssue({ code: 'custom', params: { messages } });
    }
  });

/** Denominators by what they divide: the pairs that the sums keep both parts of. */
const DENOMINATORS: Partial<Record<ComputedMeasure, ComputedMeasure>> = {
  SUCCEEDED: 'ASSISTED',
  ACTIVE_TEAMS: 'TEAMS',
};

const WITH_TOPIC: readonly ComputedMeasure[] = ['VERIFIED_ACTIVITIES', 'REACHED', 'ASSISTED', 'SUCCEEDED'];

interface Computation {
  aggregation: Aggregation;
  measure?: ComputedMeasure | undefined;
  denominatorMeasure?: ComputedMeasure | undefined;
  topic?: Topic | undefined;
}

function isComputable({ aggregation, measure, denominatorMeasure, topic }: Computation): boolean {
  if (measure === undefined) return denominatorMeasure === undefined && topic === undefined;
  if (topic !== undefined && !WITH_TOPIC.includes(measure)) return false;
  return aggregation === 'RATIO_OF_SUMS'
    ? denominatorMeasure !== undefined && DENOMINATORS[measure] === denominatorMeasure
    : aggregation === 'SUM' && denominatorMeasure === undefined;
}

const indicatorsSchema = z.strictObject({
  sources: z.record(z.string(), sourceSchema).default({}),
  indicators: z.record(z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/), indicatorSchema),
});
