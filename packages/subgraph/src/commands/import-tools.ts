import { userInfo } from 'node:os';
import type { Database } from '../database/client.ts';
import type { ImportTools } from '../imports/import-tools.ts';
import { readFileInWorker } from '../imports/reading/read-file-in-worker.ts';
import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import type { Settings } from './settings.ts';

/** What imports take, in a process of the operator. */
export function localTools(db: Database, settings: Settings): ImportTools {
  return {
    ...{ db, readFile: readFileInWorker, clock: () => new Date() },
    phones: phonesOf(settings),
    log: (message) => console.error(message),
  };
}

/** Null where no key was given. */
export function phonesOf(settings: Settings): ImportTools['phones'] {
  const key = settings.personalDataKey();
  return key === '' ? null : phoneCipher(readPersonalDataKeys(key));
}

/** Who works at the command line, as the audit names them: no token says so, only the machine. */
export const localOperator = () => ({ tenant: 'cnscd-subgraph', actor: userInfo().username });
