import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import type { ImportTools } from './import-tools.ts';
import { readFileInWorker } from './reading/read-file-in-worker.ts';

/**
 * What a worker takes to import officers' files.
 *
 * @param personalDataKey - that of the server, which seals the files until they are read; empty: none can be opened
 */
export function importToolsOf(personalDataKey: string): Pick<ImportTools, 'phones' | 'readFile'> {
  const phones = personalDataKey === '' ? null : phoneCipher(readPersonalDataKeys(personalDataKey));
  return { phones, readFile: readFileInWorker };
}
