import {
  CONSENT_PURPOSES,
  DAY_COUNTS,
  LEGAL_BASES,
  RETAINED_DATA,
  SUBJECT_REQUEST_KINDS,
} from '@cnscd/domain';
import type pg from 'pg';
import { z } from 'zod';
import { count, day, faultsOf, identifier, parse, words, yesNo } from './fields.ts';
import { type SectionChanges, upsertRows } from './write-rows.ts';
import type { YamlFile } from './yaml-file.ts';

/** Consent texts, response terms, retention rules and the record of processing, as `data/rights.yaml` has them. */
export type RightsFile = z.output<typeof rightsSchema>;

/** What loading a file changed, by section. */
export type RightsChanges = Record<
  'consentTexts' | 'responseTerms' | 'retentionRules' | 'processing',
  SectionChanges
>;

/** @throws {ImportError} `IMPORT_INVALID` with everything that is wrong */
export function readRightsFile(yaml: YamlFile): RightsFile {
  const result = parse(rightsSchema, yaml.content);
  return result.success ? result.data : yaml.refuse(faultsOf(result.error, []));
}

/**
 * Writes what a file says; what it does not name stays.
 *
 * @throws {ImportError} `IMPORT_INVALID` for another wording under a version that people have been asked by
 */
export async function writeRights(
  client: pg.ClientBase,
  yaml: YamlFile,
  file: RightsFile,
): Promise<RightsChanges> {
  await requireWordings(client, yaml, file);
  return {
    consentTexts: await upsertRows(
      client,
      {
        name: 'consent_text',
        key: ['purpose', 'version'],
        columns: ['purpose', 'version', 'wording_vi', 'wording_en', 'valid_from', 'valid_to'],
      },
      file.consentTexts.map(({ vi, en, ...text }) => ({ ...text, wordingVi: vi, wordingEn: en })),
    ),
    responseTerms: await upsertRows(
      client,
      {
        name: 'response_term',
        key: ['kind', 'valid_from'],
        columns: [
          ...['kind', 'valid_from', 'valid_to', 'acknowledge_days', 'days', 'days_with_processor'],
          ...['extension_days', 'day_count', 'basis', 'is_verified', 'note'],
        ],
      },
      file.responseTerms.map(({ verified, ...term }) => ({ ...term, isVerified: verified })),
    ),
    retentionRules: await upsertRows(
      client,
      {
        name: 'retention_rule',
        key: ['data', 'valid_from'],
        columns: [
          ...['data', 'valid_from', 'valid_to', 'days', 'counted_vi', 'counted_en'],
          ...['basis', 'is_verified', 'note'],
        ],
      },
      file.retentionRules.map(({ verified, ...rule }) => ({ ...rule, isVerified: verified })),
    ),
    processing: await upsertRows(
      client,
      {
        name: 'processing_activity',
        key: ['code'],
        columns: [
          ...['code', 'place', 'name_vi', 'name_en', 'purpose_vi', 'purpose_en', 'basis'],
          ...['people_categories', 'data_categories', 'recipients', 'safeguards', 'retained'],
          ...['is_verified', 'note'],
        ],
      },
      file.processing.map(({ people, data, verified, ...activity }, place) => ({
        ...activity,
        ...{ place, peopleCategories: people, dataCategories: data, isVerified: verified },
      })),
    ),
  };
}

async function requireWordings(client: pg.ClientBase, yaml: YamlFile, file: RightsFile): Promise<void> {
  const { rows } = await client.query<{ purpose: string; version: string; vi: string; en: string }>(
    '/* knownWordings */ select purpose, version, wording_vi as vi, wording_en as en from consent_text',
  );
  const known = new Map(rows.map((row) => [`${row.purpose} ${row.version}`, row]));
  const rewritten = file.consentTexts.flatMap(({ purpose, version, vi, en }, index) => {
    const before = known.get(`${purpose} ${version}`);
    if (before === undefined || (before.vi === vi && before.en === en)) return [];
    const messages = {
      vi: `Bản ${version} đã được dùng để xin đồng ý nên không sửa được; hãy thêm một bản mới.`,
      en: `Version ${version} is what people were asked by and stays as it is; add another version.`,
    };
    return [{ path: ['consentTexts', index, 'version'], messages }];
  });
  if (rewritten.length > 0) yaml.refuse(rewritten);
}

const dated = { validFrom: day, validTo: day.optional() };

const consentTextSchema = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  version: identifier,
  vi: words,
  en: words,
  ...dated,
});

const responseTermSchema = z.strictObject({
  kind: z.enum(SUBJECT_REQUEST_KINDS),
  acknowledgeDays: count,
  days: count,
  daysWithProcessor: count,
  extensionDays: count,
  dayCount: z.enum(DAY_COUNTS),
  basis: words,
  verified: yesNo,
  note: words.optional(),
  ...dated,
});

const retentionRuleSchema = z.strictObject({
  data: z.enum(RETAINED_DATA),
  days: count,
  countedVi: words,
  countedEn: words,
  basis: words,
  verified: yesNo,
  note: words.optional(),
  ...dated,
});

const processingSchema = z.strictObject({
  code: identifier,
  nameVi: words,
  nameEn: words,
  purposeVi: words,
  purposeEn: words,
  basis: z.enum(LEGAL_BASES),
  people: z.array(words).min(1),
  data: z.array(words).min(1),
  recipients: z.array(words).min(1),
  safeguards: z.array(words).min(1),
  retained: z.array(z.enum(RETAINED_DATA)),
  verified: yesNo,
  note: words.optional(),
});

const rightsSchema = z.strictObject({
  consentTexts: z.array(consentTextSchema).default([]),
  responseTerms: z.array(responseTermSchema).default([]),
  retentionRules: z.array(retentionRuleSchema).default([]),
  processing: z.array(processingSchema).default([]),
});
