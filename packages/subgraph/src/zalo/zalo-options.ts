import { randomUUID } from 'node:crypto';
import type { AccountEvent, ZaloApp, ZaloError } from '@cnscd/zalo';
import type { LogEntry } from '../errors.ts';
import { type AccountDigests, accountDigests } from '../personal-data/account-digests.ts';
import type { PersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { Refusal } from '../refusal.ts';
import { sparingly } from './log-sparingly.ts';
import { sessionKeys } from './session-keys.ts';
import { type Sessions, sessionsOf } from './sessions.ts';

/** Sign-in by Zalo, and what Zalo tells. It takes `personalDataKey` too: accounts are kept as keyed digests only. */
export interface ZaloOptions {
  /** The Zalo app that the mini app belongs to. */
  appId: string;
  /** Asks Zalo: `createZaloApp` of `@cnscd/zalo`. */
  app: ZaloApp;
  /**
   * What signs sessions: a private key on the curve P-256 as PKCS #8 in base64, or several with commas between, the
   * newest first. @defaultValue one that is made up for this process, which is logged; with `NODE_ENV=production`, and
   * where `startServer` listens to other machines, a refusal to start. Whom a proxy of this machine, or a host of your
   * own, lets in cannot be seen from here: set it before anybody else signs in
   */
  sessionKey?: string;
  /** What events of the mini app name as their app, where it has an id of its own. @defaultValue `appId` */
  miniAppId?: string;
  /** Key of the mini app's open APIs, for events of the mini app. @defaultValue none: they have no address */
  miniAppApiKey?: string;
  /** Secret of the official account, for its events. @defaultValue none: they have no address */
  accountSecret?: string;
  /**
   * Given each event of the official account; again only where it threw, where it could not be kept that it had been
   * done, or where the server died over it. It is not kept: after a second and a half Zalo is told that it was taken, and what fails or ends after that is
   * lost. @defaultValue nobody: they are acknowledged
   */
  onAccountEvent?: (event: AccountEvent) => Promise<void> | void;
}

/** What sign-in by Zalo takes, ready to be used by a request. */
export interface ZaloSignIn {
  appId: string;
  app: ZaloApp;
  digests: AccountDigests;
  sessions: Sessions;
  /** Told of what only the operator can mend. */
  onRefused(error: ZaloError): void;
}

/** @throws {Refusal} without a key for personal data, without one for sessions in production, and for what is no app id */
export function zaloSignIn(
  { appId, miniAppId = appId, app, sessionKey = '' }: ZaloOptions,
  keys: PersonalDataKeys | null,
  { log, clock }: { log: (entry: LogEntry) => void; clock: () => Date },
): ZaloSignIn {
  if (keys === null) throw new Refusal(KEY_NEEDED);
  if (![appId, miniAppId].every((id) => /^\d{1,30}$/.test(id))) throw new Refusal(APP_ID_INVALID);
  const sessions = sessionsOf(appId, sessionKeys(sessionKey));
  if (sessionKey === '') log(warning('CNSCD_SESSION_KEY', KEY_MADE_UP));
  const logOnce = sparingly(log, clock);
  return {
    ...{ appId, app, digests: accountDigests(keys), sessions },
    onRefused({ code, zaloCode, messages }) {
      const number = zaloCode === undefined ? '' : ` (${zaloCode})`;
      logOnce(code + number, warning('signInWithZalo', `${code}${number}: ${messages.vi} ${messages.en}`));
    },
  };
}

const warning = (path: string, message: string): LogEntry => ({
  ...{ level: 'warning', errorId: randomUUID(), path, message, stack: undefined },
});

const KEY_MADE_UP =
  'No key for sessions was given, so this process made one up: its sessions end with it, and no other server knows them. Set it before others sign in, also through a proxy on this machine.';
const KEY_NEEDED = {
  vi: 'Đăng nhập bằng Zalo cần CNSCD_PERSONAL_DATA_KEY: tài khoản chỉ được lưu dưới dạng mã băm có khóa.',
  en: 'Sign-in by Zalo needs CNSCD_PERSONAL_DATA_KEY: accounts are kept as keyed digests only.',
};
const APP_ID_INVALID = {
  vi: 'Mã ứng dụng Zalo phải gồm toàn chữ số, như trong trang quản lý ứng dụng của Zalo.',
  en: 'The id of a Zalo app has digits only, as the page of the app says.',
};
