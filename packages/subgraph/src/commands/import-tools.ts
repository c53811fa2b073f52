import { userInfo } from 'node:os';
import type { Database } from '../database/client.ts';
import type { ImportTools } from '../imports/import-tools.ts';
import { importToolsOf } from '../imports/worker-tools.ts';
import type { Settings } from './settings.ts';

/** What imports take, in a process of the operator. */
export function localTools(db: Database, settings: Settings): ImportTools {
  return {
    ...importToolsOf(settings.personalDataKey()),
    ...{ db, clock: () => new Date() },
    log: (message) => console.error(message),
  };
}

/** Who works at the command line, as the audit names them: no token says so, only the machine. */
export const localOperator = () => ({ tenant: 'cnscd-subgraph', actor: userInfo().username });
