import { createZaloApp } from '@cnscd/zalo';
import { type Command, Option } from 'commander';
import { isLoopback } from '../auth/auth-options.ts';
import { Refusal } from '../refusal.ts';
import type { ZaloOptions } from './zalo-options.ts';

/** What a command line and its environment say of Zalo. */
export interface ZaloFlags {
  zaloAppId?: string | undefined;
  zaloMiniAppId?: string | undefined;
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
  [
    '--zalo-mini-app-id <id>',
    'MINI_APP_ID',
    "what Zalo's events name as the mini app, where it has an id of its own; default: the id of the app",
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
 * @param host - where the server listens
 * @throws {Refusal} for half of what is needed, and for an address that others could read along
 */
export function readZaloFlags(
  { zaloAppId: appId = '', zaloMiniAppId: miniAppId = '', zaloBaseUrl: baseUrl = '' }: ZaloFlags,
  { appSecret, apiKey, accountSecret, sessionKey }: ZaloSecrets,
  host: string,
): ZaloOptions | undefined {
  if (appId === '' && [miniAppId, baseUrl, appSecret, apiKey, accountSecret].every((value) => value === ''))
    return undefined;
  if (appId === '' || appSecret === '') throw new Refusal(BOTH_NEEDED);
  const at = baseUrl === '' ? {} : { baseUrl: requireSafeUrl(baseUrl, host) };
  return {
    ...{ appId, app: createZaloApp({ appId, appSecret, timeoutMs: TIMEOUT_MS, ...at }) },
    ...(miniAppId === '' ? {} : { miniAppId }),
    ...{ miniAppApiKey: apiKey, accountSecret, sessionKey },
  };
}

/**
 * Tokens of people and the secret of the app go there: only a fake on this machine has no TLS. It signs in whoever asks,
 * so a server that listens to others does not believe it, whatever NODE_ENV says.
 */
function requireSafeUrl(text: string, host: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isInDevelopment = isLoopback(host) && process.env['NODE_ENV'] !== 'production';
  const isFake = url?.protocol === 'http:' && isLoopback(url.hostname) && isInDevelopment;
  if (url?.protocol === 'https:' || isFake) return text;
  throw new Refusal({
    vi: `--zalo-base-url là "${text}": phải là địa chỉ https; http chỉ dùng khi phát triển, khi cả Zalo giả lẫn --host đều ở chính máy này.`,
    en: `--zalo-base-url is "${text}": it must be an https address; http only in development, where both the fake Zalo and --host are on this machine.`,
  });
}

const BOTH_NEEDED = {
  vi: 'Đăng nhập bằng Zalo cần cả --zalo-app-id và CNSCD_ZALO_APP_SECRET: hãy khai cả hai, hoặc bỏ hết các khai báo CNSCD_ZALO.',
  en: 'Sign-in by Zalo needs both --zalo-app-id and CNSCD_ZALO_APP_SECRET: give both, or none of the CNSCD_ZALO settings.',
};
