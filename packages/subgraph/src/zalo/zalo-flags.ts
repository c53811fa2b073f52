import { createZaloApp } from '@cnscd/zalo';
import { type Command, Option } from 'commander';
import { isLoopback } from '../auth/auth-options.ts';
import { Refusal } from '../refusal.ts';
import type { ZaloOptions } from './zalo-options.ts';

/** What a command line and its environment say of Zalo. */
export interface ZaloFlags {
  zaloAppId?: string | undefined;
  zaloBaseUrl?: string | undefined;
}

/** What only the environment says: whoever lists the processes of a machine would read an option. Empty: not said. */
export interface ZaloSecrets {
  appSecret: string;
  /** Key of the mini app's open APIs. */
  apiKey: string;
  /** Secret of the official account. */
  accountSecret: string;
  sessionKey: string;
}

const FLAGS: readonly [flag: string, env: string, description: string][] = [
  [
    '--zalo-app-id <id>',
    'APP_ID',
    'the Zalo app whose mini app people sign in by, with CNSCD_ZALO_APP_SECRET and CNSCD_SESSION_KEY; default: none',
  ],
  ['--zalo-base-url <url>', 'BASE_URL', 'a proxy in Vietnam to Zalo; default: https://graph.zalo.me'],
];

/** What one of two questions to Zalo may take, so that a sign-in is answered before a gateway gives up. */
const TIMEOUT_MS = 1_800;

/** Lets a command take Zalo from its line, or from variables such as `CNSCD_ZALO_APP_ID`. */
export function addZaloFlags(command: Command): Command {
  for (const [flag, env, description] of FLAGS)
    command.addOption(new Option(flag, description).env(`CNSCD_ZALO_${env}`));
  return command;
}

/**
 * Undefined where no app is named: then nobody signs in by Zalo, and it has no address to post to.
 *
 * @throws {Refusal} for half of what is needed, and for an address that others could read along
 */
export function readZaloFlags(
  { zaloAppId: appId = '', zaloBaseUrl: baseUrl = '' }: ZaloFlags,
  { appSecret, apiKey, accountSecret, sessionKey }: ZaloSecrets,
): ZaloOptions | undefined {
  if (appId === '' && [baseUrl, appSecret, apiKey, accountSecret].every((value) => value === ''))
    return undefined;
  if (appId === '' || appSecret === '') throw new Refusal(BOTH_NEEDED);
  const at = baseUrl === '' ? {} : { baseUrl: requireSafeUrl(baseUrl) };
  return {
    ...{ appId, app: createZaloApp({ appId, appSecret, timeoutMs: TIMEOUT_MS, ...at }) },
    ...{ miniAppApiKey: apiKey, accountSecret, sessionKey },
  };
}

/** Tokens of people and the secret of the app go there: only a fake on this machine, in development, has no TLS. */
function requireSafeUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isFake =
    url?.protocol === 'http:' && isLoopback(url.hostname) && process.env['NODE_ENV'] !== 'production';
  if (url?.protocol === 'https:' || isFake) return text;
  throw new Refusal({
    vi: `--zalo-base-url là "${text}": phải là địa chỉ https; http chỉ dùng trên chính máy này khi phát triển.`,
    en: `--zalo-base-url is "${text}": it must be an https address; http only on this machine, in development.`,
  });
}

const BOTH_NEEDED = {
  vi: 'Đăng nhập bằng Zalo cần cả --zalo-app-id và CNSCD_ZALO_APP_SECRET: hãy khai cả hai, hoặc bỏ hết các khai báo CNSCD_ZALO.',
  en: 'Sign-in by Zalo needs both --zalo-app-id and CNSCD_ZALO_APP_SECRET: give both, or none of the CNSCD_ZALO settings.',
};
