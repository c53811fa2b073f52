import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { DomainError, type PhoneNumber } from '@cnscd/domain';
import { type FileCipher, fileCipher } from './file-cipher.ts';
import type { PersonalDataKey, PersonalDataKeys } from './personal-data-keys.ts';

/** A phone number as the database has it. */
export interface SealedPhone {
  cipher: Buffer;
  digest: Buffer;
}

/** Keeps phone numbers so that a copy of the database gives none away. */
export interface PhoneCipher {
  /** Takes about 15 µs, so that a file's hundred thousand numbers are sealed one by one. */
  seal(phone: PhoneNumber): SealedPhone;
  /** @throws {DomainError} `PHONE_UNAVAILABLE` for what another key sealed, and for what somebody altered */
  open(cipher: Buffer): PhoneNumber;
  /** A keyed digest for each key, that of the newest first. */
  digests: readonly ((text: string) => string)[];
  /** Whether it was sealed by the newest key. */
  isCurrent(cipher: Buffer): boolean;
  /** The same keys for whole files. */
  files: FileCipher;
}

/**
 * AES-256-GCM under the newest key, with the name of the key before it; and a keyed digest, equal for equal numbers of
 * one key, because there are too few numbers for a digest that anybody can compute.
 */
export function phoneCipher(keys: PersonalDataKeys): PhoneCipher {
  const newest = derivedKeys(keys[0]);
  const all = [newest, ...keys.slice(1).map(derivedKeys)];
  return {
    seal: (phone) => ({ cipher: encrypt(newest, phone), digest: digestOf(newest, phone) }),
    open(cipher) {
      const { keyId, ...parts } = partsOf(cipher);
      const key = all.find(({ id }) => id === keyId);
      if (key === undefined) throw phoneUnavailable();
      return decrypt(key, parts);
    },
    digests: all.map((key) => (text) => digestOf(key, text).toString('hex')),
    isCurrent: (cipher) => partsOf(cipher).keyId === newest.id,
    files: fileCipher(keys),
  };
}

/** The refusal where numbers cannot be sealed or opened: there is no key, or not the right one. */
export function phoneUnavailable(field = 'phone'): DomainError {
  return new DomainError(
    'PHONE_UNAVAILABLE',
    {
      vi: 'Máy chủ chưa có khóa mã hóa phù hợp nên không lưu, không đọc được số điện thoại; hãy bỏ trống và báo người quản trị đặt CNSCD_PERSONAL_DATA_KEY.',
      en: 'The server lacks the key that encrypts phone numbers, so none is stored or read; leave it out, and ask the operator to set CNSCD_PERSONAL_DATA_KEY.',
    },
    { field },
  );
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What the ciphertext is for: one of another purpose does not open. */
const PURPOSE = Buffer.from('member.phone');

interface DerivedKeys {
  id: string;
  /** What stands before each ciphertext: the length of the key's name, and the name. */
  prefix: Buffer;
  cipher: KeyObject;
  digest: KeyObject;
}

/** One key, two purposes: neither tells anything of the other. Derived once: it costs more than to seal a number. */
function derivedKeys({ id, secret }: PersonalDataKey): DerivedKeys {
  const name = Buffer.from(id);
  const derive = (purpose: 'cipher' | 'digest') =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `cnscd phone ${purpose}`, 32)));
  return {
    ...{ id, prefix: Buffer.concat([Buffer.from([name.length]), name]) },
    ...{ cipher: derive('cipher'), digest: derive('digest') },
  };
}

const digestOf = (key: DerivedKeys, text: string): Buffer =>
  createHmac('sha256', key.digest).update(text).digest();

// The key's prefix, IV, tag, ciphertext.
function encrypt(key: DerivedKeys, phone: PhoneNumber): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.cipher, iv).setAAD(PURPOSE);
  const text = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return Buffer.concat([key.prefix, iv, cipher.getAuthTag(), text]);
}

interface Parts {
  iv: Buffer;
  tag: Buffer;
  text: Buffer;
}

function partsOf(cipher: Buffer): Parts & { keyId: string } {
  const ivAt = 1 + (cipher[0] ?? 0);
  const tagAt = ivAt + IV_BYTES;
  const textAt = tagAt + TAG_BYTES;
  return {
    keyId: cipher.toString('utf8', 1, ivAt),
    iv: cipher.subarray(ivAt, tagAt),
    tag: cipher.subarray(tagAt, textAt),
    text: cipher.subarray(textAt),
  };
}

function decrypt(key: DerivedKeys, { iv, tag, text }: Parts): PhoneNumber {
  try {
    const decipher = createDecipheriv(ALGORITHM, key.cipher, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(PURPOSE).setAuthTag(tag);
    // Only numbers that phoneNumber made are sealed.
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8') as PhoneNumber;
  } catch {
    throw phoneUnavailable();
  }
}
