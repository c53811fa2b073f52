import { createHash } from 'node:crypto';
import { UNITS_KNOWN_FROM } from '@cnscd/domain';
import type { Database } from '../../../../database/client.ts';
import { earlierReport, storeLoad } from '../../../../database/data-load.ts';
import { inLoad } from '../../../../database/in-load.ts';
import { loadUnits, type UnitLoadOptions } from '../default/load-units.ts';
import { deriveUnitScopes } from '../derive-unit-scopes.ts';
import { countSplits, countUnits } from '../report/count-units.ts';
import { readExpectedCounts } from '../report/expected-counts.ts';
import { type UnitLoadReport, unchanged } from '../report/unit-report.ts';
import type { SourceRow } from '../unit-batch.ts';
import { NOTHING_WRITTEN, type WrittenRows, writeUnits } from '../write-units.ts';
import { readKnownUnits } from './known-units.ts';
import { mergeConversion } from './merge-conversion.ts';
import { mergeList } from './merge-list.ts';
import { type OfficialTable, readOfficialTable } from './official-tables.ts';
import { TableMerge } from './table-merge.ts';

const LOAD_NAME = 'unit-files';

// Only when the conversion table has been read is it known which communes of the list are not in it.
const LAYOUTS: readonly OfficialTable['layout'][] = ['CONVERSION', 'LIST'];

/**
 * Imports tables of the statistics office as they are handed out: all files, or none of them.
 *
 * The units that come with the package are loaded first where they are missing. Importing the same files again
 * changes nothing.
 *
 * @throws {DomainError} `IMPORT_INVALID` when a file is not one of the two tables
 */
export async function importUnitFiles(
  db: Database,
  files: readonly string[],
  options: UnitLoadOptions = {},
): Promise<UnitLoadReport> {
  const tables = files.map(readOfficialTable);
  await loadUnits(db, options);
  const sha256 = createHash('sha256')
    .update(tables.map((table) => table.sha256).join())
    .digest('hex');
  return inLoad(db, async (client) => {
    const load = { name: LOAD_NAME, sha256 };
    const earlier = await earlierReport<UnitLoadReport>(client, load);
    if (earlier !== null) return unchanged(earlier);
    const report: UnitLoadReport = {
      ...{ origin: 'OFFICIAL_TABLES', isUnchanged: false, knownFrom: UNITS_KNOWN_FROM },
      files: tables.map(({ name, rows }) => ({ name, rows: rows.length })),
      ...{ written: { ...NOTHING_WRITTEN }, counts: [], splitCommunes: 0, disagreements: [], findings: [] },
    };
    const inOrder = LAYOUTS.flatMap((layout) => tables.filter((table) => table.layout === layout));
    for (const table of inOrder) {
      options.onProgress?.(`Comparing ${table.rows.length} rows of ${table.name}`);
      const merge = new TableMerge(await readKnownUnits(client), sourceOf(table).id);
      mergeTable(table, merge);
      const batch = {
        sources: [sourceOf(table)],
        units: [...merge.units.values()],
        links: [...merge.links.values()],
      };
      report.written = sum(report.written, await writeUnits(client, batch));
      report.findings.push(...merge.findings);
    }
    options.onProgress?.('Deriving what lies in what');
    await deriveUnitScopes(client);
    report.counts = await countUnits(client, readExpectedCounts());
    report.splitCommunes = await countSplits(client);
    await storeLoad(client, { ...load, report });
    return report;
  });
}

function mergeTable(table: OfficialTable, merge: TableMerge): void {
  if (table.layout === 'LIST') mergeList(table, merge);
  else mergeConversion(table, merge);
}

function sourceOf(table: OfficialTable): SourceRow {
  const titles = {
    LIST: 'Danh mục đơn vị hành chính Việt Nam ba cấp',
    CONVERSION: 'Bảng chuyển đổi đơn vị hành chính cấp xã từ ngày 01/7/2025',
  };
  return {
    id: `unit-table:${table.sha256.slice(0, 12)}`,
    title: `${titles[table.layout]} (${table.name})`,
    ...{ publisher: 'Cục Thống kê', publishedOn: null, url: null, note: `sha256 ${table.sha256}` },
  };
}

function sum(a: WrittenRows, b: WrittenRows): WrittenRows {
  return {
    units: a.units + b.units,
    completedUnits: a.completedUnits + b.completedUnits,
    links: a.links + b.links,
    specifiedLinks: a.specifiedLinks + b.specifiedLinks,
  };
}
