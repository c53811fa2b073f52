import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { PersonalDataKey, PersonalDataKeys } from './personal-data-keys.ts';

/** What stands for an account of another service: equal for equal accounts of one key, and says nothing else. */
export interface AccountDigest {
  /** Name of the key that took it. */
  keyId: string;
  digest: Buffer;
}

/** The digests of an account, one for each key, that of the newest first. */
export type AccountDigests = (
  appId: string,
  accountId: string,
) => readonly [AccountDigest, ...AccountDigest[]];

/** Ids of accounts are numbers that can be tried one by one: a digest that anybody can compute would hide nothing. */
export function accountDigests([newest, ...older]: PersonalDataKeys): AccountDigests {
  const digesters = [digester(newest), ...older.map(digester)] as const;
  return (appId, accountId) => {
    // Both are parts of one name: "1" of app "23" is not "31" of app "2".
    const name = JSON.stringify([appId, accountId]);
    const [first, ...rest] = digesters;
    return [first(name), ...rest.map((digest) => digest(name))];
  };
}

function digester({ id, secret }: PersonalDataKey): (name: string) => AccountDigest {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'cnscd account digest', 32)));
  return (name) => ({ keyId: id, digest: createHmac('sha256', key).update(name).digest() });
}
