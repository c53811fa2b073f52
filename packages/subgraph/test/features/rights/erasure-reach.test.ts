import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { TEXT_PLACES } from '../../../src/rights/erasure/text-places.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase('empty');

/** Tables that an erasure empties whatever stands in them; `erasure.test.ts` looks at each of them afterwards. */
const EMPTIED = ['member', 'audit_personal', 'import_file', 'import_row', 'zalo_link'];

/** Tables in which nobody of the register is named, and why. */
const NOBODY: Readonly<Record<string, readonly string[]>> = {
  'sealed, and texts stand apart from it': ['audit_entry', 'audit_seal'],
  'codes, numbers and days': [
    ...['kpi_delta', 'kpi_rollup', 'kpi_team_period', 'unit_scope', 'unit_link', 'model_adoption', 'journal'],
    ...['report', 'report_edition', 'calendar_day', 'data_load', '_prisma_migrations'],
  ],
  'definitions and rules as files state them': [
    ...['indicator', 'indicator_version', 'team_rule', 'funding_rule', 'benefit_programme', 'material'],
    ...['operating_model', 'training', 'report_template', 'report_template_line'],
    ...['consent_text', 'response_term', 'retention_rule', 'processing_activity'],
  ],
  'digests of who is linked to nobody, of events, and of accounts that the worker is about to forget': [
    'zalo_attempt',
    'zalo_event',
  ],
  'headings of columns and names of places': ['import_mapping', 'import_place'],
};

it('every table with text is emptied, looked into, or known to name nobody: decide for a new one', async () => {
  const tables = await database.rows<{ name: string }>(sql`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea')`);
  const known = [...EMPTIED, ...TEXT_PLACES.map(({ table }) => table), ...Object.values(NOBODY).flat()];
  expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

it('every place that is looked into has the columns that it names', async () => {
  for (const { table, texts, json = [], id } of TEXT_PLACES) {
    const columns = await database.rows<{ name: string; type: string }>(sql`
      select column_name as name, data_type as type from information_schema.columns where table_name = ${table}`);
    const typeOf = (name: string) => columns.find((column) => column.name === name)?.type;
    expect({ table, types: texts.map(typeOf) }).toEqual({ table, types: texts.map(() => 'text') });
    expect({ table, types: json.map(typeOf) }).toEqual({ table, types: json.map(() => 'jsonb') });
    expect(typeOf(id.replace('t.', ''))).toBeDefined();
  }
});
