import { loadCalendar } from './calendar/load-calendar.ts';
import { connect } from './database/client.ts';
import { loadUnits } from './features/units/loading/default/load-units.ts';
import type { UnitLoadReport } from './features/units/loading/report/unit-report.ts';
import { loadProvinces } from './import/load-provinces.ts';
import { loadRights } from './import/load-rights.ts';
import { loadTemplates } from './reports/templates/load-templates.ts';
import { foldAllDeltas } from './rollup/fold-deltas.ts';

export interface LoadOptions {
  /** Told before each step that may take long. */
  onProgress?: (text: string) => void;
}

/**
 * Loads the administrative units and the five provinces that come with the package; what is loaded is skipped.
 *
 * @returns the reconciliation of the units: what was found for each level and day, and everything that does not agree
 */
export async function loadDefaults(databaseUrl: string, options: LoadOptions = {}): Promise<UnitLoadReport> {
  const db = connect(databaseUrl, { statementTimeoutMs: 0 });
  try {
    const report = await loadUnits(db, options);
    await loadProvinces(db, options);
    await loadRights(db);
    await loadCalendar(db);
    await loadTemplates(db);
    await foldAllDeltas(db);
    return report;
  } finally {
    await db.close();
  }
}
