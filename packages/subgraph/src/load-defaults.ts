import { connect } from './database/client.ts';
import { loadUnits } from './features/units/loading/default/load-units.ts';
import { loadProvinces } from './import/load-provinces.ts';

export interface LoadOptions {
  /** Told before each step that may take long. */
  onProgress?: (text: string) => void;
}

/** Loads the administrative units and the five provinces that come with the package; what is loaded is skipped. */
export async function loadDefaults(databaseUrl: string, options: LoadOptions = {}): Promise<void> {
  const db = connect(databaseUrl, { statementTimeoutMs: 0 });
  try {
    await loadUnits(db, options);
    await loadProvinces(db, options);
  } finally {
    await db.close();
  }
}
