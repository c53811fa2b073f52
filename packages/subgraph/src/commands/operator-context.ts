import { userInfo } from 'node:os';
import { NATION_CODE } from '@cnscd/domain';
import type { Context } from '../context.ts';
import type { Database } from '../database/client.ts';
import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import type { Settings } from './settings.ts';

/**
 * Who works at the command line: whoever may read the database may see all that is in it, so they are its
 * administrator. The audit names them as the machine does, because no token says who they are.
 */
export function operatorContext(db: Database, settings: Settings): Context {
  const key = settings.personalDataKey();
  const claims = {
    ...{ issuer: 'cnscd-subgraph', subject: userInfo().username, name: null, memberId: null },
    grants: [{ role: 'ADMINISTRATOR', unit: NATION_CODE }] as const,
  };
  return {
    db,
    now: new Date(),
    credential: { kind: 'VERIFIED', claims },
    phones: key === '' ? null : phoneCipher(readPersonalDataKeys(key)),
    zalo: null,
    epoch: {},
  };
}
