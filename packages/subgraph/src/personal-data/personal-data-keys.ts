import { Refusal } from '../refusal.ts';

/** A key by the name that stands before everything that it encrypted. */
export interface PersonalDataKey {
  id: string;
  secret: Buffer;
}

/** The first encrypts; all decrypt. */
export type PersonalDataKeys = readonly [PersonalDataKey, ...PersonalDataKey[]];

/** The name of a key that is given without one. */
const UNNAMED = 'default';
const KEY_BYTES = 32;

/**
 * Keys from a setting: 32 random bytes in base64, or several with names, the newest first: `2027:…,2026:…`. A key that
 * had no name is called `default` beside others.
 *
 * @throws {Refusal} for anything else; the setting is not repeated
 */
export function readPersonalDataKeys(setting: string): PersonalDataKeys {
  const [first, ...rest] = setting.split(',').map((part) => readKey(part.trim()));
  if (first === undefined) throw unreadable();
  if (new Set([first, ...rest].map(({ id }) => id)).size <= rest.length) throw twice();
  return [first, ...rest];
}

function readKey(part: string): PersonalDataKey {
  const [, id = UNNAMED, base64 = ''] = /^(?:([\w-]{1,32}):)?([A-Za-z0-9+/]{43}=)$/.exec(part) ?? [];
  const secret = Buffer.from(base64, 'base64');
  if (secret.length !== KEY_BYTES) throw unreadable();
  return { id, secret };
}

const unreadable = () =>
  new Refusal({
    vi: 'CNSCD_PERSONAL_DATA_KEY phải là 32 byte ngẫu nhiên viết dạng base64 (44 ký tự), hoặc nhiều khóa "tên:base64" cách nhau bằng dấu phẩy, khóa mới nhất đứng đầu; tạo bằng "openssl rand -base64 32".',
    en: 'CNSCD_PERSONAL_DATA_KEY must be 32 random bytes in base64 (44 characters), or several keys "name:base64" with commas between, the newest first; make one by "openssl rand -base64 32".',
  });

const twice = () =>
  new Refusal({
    vi: 'CNSCD_PERSONAL_DATA_KEY có hai khóa cùng tên: hãy đặt cho mỗi khóa một tên riêng.',
    en: 'CNSCD_PERSONAL_DATA_KEY has two keys of one name: give each a name of its own.',
  });
