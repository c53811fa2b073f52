import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { PersonalDataKey, PersonalDataKeys } from './personal-data-keys.ts';

/** Keeps officers' files, which are full of names and numbers, so that a copy of the database gives none away. */
export interface FileCipher {
  seal(content: Buffer): Buffer;
  /** Null for what another key sealed, and for what somebody altered. */
  open(sealed: Buffer): Buffer | null;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What the ciphertext is for: one of another purpose does not open. */
const PURPOSE = Buffer.from('import.file');

/** AES-256-GCM under the newest key: length of the key's name, the name, IV, tag, ciphertext. */
export function fileCipher(keys: PersonalDataKeys): FileCipher {
  const secrets = new Map(keys.map((key) => [key.id, derived(key)]));
  const [{ id }, secret] = [keys[0], derived(keys[0])];
  return {
    seal(content) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(PURPOSE);
      const text = Buffer.concat([cipher.update(content), cipher.final()]);
      const name = Buffer.from(id);
      return Buffer.concat([Buffer.from([name.length]), name, iv, cipher.getAuthTag(), text]);
    },
    open(sealed) {
      const ivAt = 1 + (sealed[0] ?? 0);
      const tagAt = ivAt + IV_BYTES;
      const key = secrets.get(sealed.toString('utf8', 1, ivAt));
      if (key === undefined) return null;
      try {
        const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(ivAt, tagAt), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(PURPOSE).setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(tagAt + TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

const derived = ({ secret }: PersonalDataKey) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'cnscd import file', 32));
