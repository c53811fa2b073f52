import { generateKeyPairSync } from 'node:crypto';

/** What `CNSCD_SESSION_KEY` would be. */
export const newSessionKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
