import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import type { ImportTools } from './import-tools.ts';
import { readFile } from './reading/read-file.ts';

/** Reads officers' files. */
export const readImportFile: ImportTools['readFile'] = (bytes, options, { onBatch, onProgress }) =>
  readFile(bytes, options, onBatch, onProgress);

/**
 * What a worker takes to import officers' files.
 *
 * @param personalDataKey - that of the server, which seals the files until they are read; empty: none can be opened
 */
export function importToolsOf(personalDataKey: string): Pick<ImportTools, 'phones' | 'readFile'> {
  const phones = personalDataKey === '' ? null : phoneCipher(readPersonalDataKeys(personalDataKey));
  return { phones, readFile: readImportFile };
}
