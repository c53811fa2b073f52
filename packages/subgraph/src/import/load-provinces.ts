import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/client.ts';
import { inLoad } from '../database/in-load.ts';
import { packageFolder } from '../database/package-folder.ts';
import { importProvinceFile, type ProvinceImportReport } from './import-province-file.ts';
import { readIndicatorsFile, writeIndicators } from './indicators-file.ts';
import { readYaml } from './yaml-file.ts';

export interface ProvinceLoadOptions {
  /** Told which file is being loaded, for the log. */
  onProgress?: (step: string) => void;
}

/** The files that come with the package. The nation comes first: the others compare with its targets. */
const FILES = ['viet-nam', 'quang-tri', 'ben-tre', 'da-nang', 'quang-ninh', 'ha-giang'];

/** Loads the indicators and what the five provinces state. Units must be there. Loading again changes nothing. */
export async function loadProvinces(
  db: Database,
  options: ProvinceLoadOptions = {},
): Promise<ProvinceImportReport[]> {
  const data = join(packageFolder(), 'data');
  options.onProgress?.('Loading indicators.yaml');
  const indicators = readYaml('indicators.yaml', readFileSync(join(data, 'indicators.yaml'), 'utf8'));
  const definitions = readIndicatorsFile(indicators);
  await inLoad(db, (client) => writeIndicators(client, definitions));
  const reports: ProvinceImportReport[] = [];
  for (const name of FILES) {
    options.onProgress?.(`Loading ${name}.yaml`);
    reports.push(await importProvinceFile(db, { path: join(data, 'provinces', `${name}.yaml`) }));
  }
  return reports;
}
