import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { isLoopback } from '../auth/auth-options.ts';
import { Refusal } from '../refusal.ts';

/** What signs sessions, and what tells that it did. */
export interface SessionKeys {
  /** Signs. */
  newest: { kid: string; key: KeyObject };
  /** Public keys of all of them: sessions of an older key hold until they end. */
  jwks: JSONWebKeySet;
}

/**
 * Keys from a setting: a private key on the curve P-256 as PKCS #8, in base64 or with the lines of a PEM; or several
 * with commas between, the newest first. Without a setting a key that lives as long as the process: for development.
 *
 * @throws {Refusal} for anything else, and with `NODE_ENV=production` where there is no setting; it is not repeated
 */
export function sessionKeys(setting: string): SessionKeys {
  const [newest, ...older] = setting === '' ? [keyOfProcess()] : setting.split(',').map(readKey);
  if (newest === undefined) throw new Refusal(UNREADABLE);
  const all = [newest, ...older].map((key) => ({ key, jwk: publicJwk(key) }));
  return {
    newest: { kid: thumbprint(publicJwk(newest)), key: newest },
    jwks: {
      keys: all.map(({ jwk }) => ({ ...jwk, kid: thumbprint(jwk), alg: 'ES256', use: 'sig' })),
    } as JSONWebKeySet,
  };
}

/**
 * Only a server that listens to its own machine makes its own key: NODE_ENV is not set on many a server in use. A proxy
 * on the same machine cannot be seen from here.
 *
 * @throws {Refusal} where there is no setting and other machines reach the host
 */
export function requireKeyBeyondMachine(setting: string, host: string): void {
  if (setting !== '' || isLoopback(host)) return;
  throw new Refusal({
    vi: `Máy chủ lắng nghe ở "${host}", máy khác vào được: đăng nhập bằng Zalo cần CNSCD_SESSION_KEY; khóa tự sinh chỉ dùng trên chính máy này, ví dụ 127.0.0.1.`,
    en: `The server listens at "${host}", where other machines reach it: sign-in by Zalo needs CNSCD_SESSION_KEY; a key of its own making is for this machine only, 127.0.0.1 for example.`,
  });
}

/** Read here and not left to the caller: a guard that can be forgotten guards nothing. */
function keyOfProcess(): KeyObject {
  // Several servers would not know one another's sessions, and a restart would end all of them.
  if (process.env['NODE_ENV'] === 'production') throw new Refusal(NEEDED_IN_PRODUCTION);
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

function readKey(part: string): KeyObject {
  const base64 = part.replace(/-----(?:BEGIN|END) PRIVATE KEY-----/g, '').replace(/\\n|\s/g, '');
  const key = privateKeyOf(base64);
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Refusal(UNREADABLE);
  return key;
}

function privateKeyOf(base64: string): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return null; // what is wrong with it might repeat it
  }
}

const publicJwk = (key: KeyObject): JsonWebKey => createPublicKey(key).export({ format: 'jwk' });

/** RFC 7638: the same key has the same name on every server. */
const thumbprint = ({ crv, kty, x, y }: JsonWebKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

const UNREADABLE = {
  vi: 'CNSCD_SESSION_KEY phải là khóa riêng đường cong P-256 dạng PKCS #8 viết base64, hoặc nhiều khóa cách nhau bằng dấu phẩy, khóa mới nhất đứng đầu; tạo bằng "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256".',
  en: 'CNSCD_SESSION_KEY must be a private key on the curve P-256 as PKCS #8 in base64, or several with commas between, the newest first; make one by "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256".',
};
const NEEDED_IN_PRODUCTION = {
  vi: 'NODE_ENV là "production": đăng nhập bằng Zalo cần CNSCD_SESSION_KEY; khóa tự sinh chỉ dùng khi phát triển.',
  en: 'NODE_ENV is "production": sign-in by Zalo needs CNSCD_SESSION_KEY; a key of its own making is for development only.',
};
