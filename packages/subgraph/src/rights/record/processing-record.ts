import type { LegalBasis, RetainedData } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import type { Database } from '../../database/client.ts';

export interface RetentionRuleRow {
  data: RetainedData;
  days: number;
  countedVi: string;
  countedEn: string;
  basis: string;
  isVerified: boolean;
  note: string | null;
  validFrom: string;
  validTo: string | null;
}

/** One kind of processing, with how long its data are kept. */
export interface ProcessingActivityRow {
  code: string;
  nameVi: string;
  nameEn: string;
  purposeVi: string;
  purposeEn: string;
  basis: LegalBasis;
  peopleCategories: string[];
  dataCategories: string[];
  recipients: string[];
  safeguards: string[];
  retained: RetainedData[];
  isVerified: boolean;
  note: string | null;
}

/** The record of processing on a day, as the impact dossier asks for. */
export interface ProcessingRecord {
  asOf: string;
  activities: ProcessingActivityRow[];
  retentionRules: RetentionRuleRow[];
}

type Reader = Pick<Database, 'rows'>;

export async function readProcessingRecord(db: Reader, asOf: string): Promise<ProcessingRecord> {
  const activities = await db.rows<ProcessingActivityRow>(sql`
    /* processingActivities */
    select code, name_vi as "nameVi", name_en as "nameEn", purpose_vi as "purposeVi", purpose_en as "purposeEn", basis,
      people_categories as "peopleCategories", data_categories as "dataCategories", recipients, safeguards, retained,
      is_verified as "isVerified", note
    from processing_activity order by place, code`);
  return { asOf, activities, retentionRules: await readRetentionRules(db, asOf) };
}

/** Retention rules in force on a day, one for each kind of data. */
export const readRetentionRules = (db: Reader, day: string): Promise<RetentionRuleRow[]> =>
  db.rows<RetentionRuleRow>(sql`
    /* retentionRules */
    select distinct on (data) ${raw(`data, days, counted_vi as "countedVi", counted_en as "countedEn", basis,
      is_verified as "isVerified", note, valid_from as "validFrom", valid_to as "validTo"`)}
    from retention_rule where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    order by data, valid_from desc`);
