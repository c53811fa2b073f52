import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { APP_ID, type Stack } from './stack.ts';

export const ZALO_URL = `https://h5.zdn.vn/zapps/${APP_ID}/`;
/** As a province would name it; the route leads to the gateway of the test. */
const API_URL = 'https://api.example.gov.vn/graphql';
const built = join(import.meta.dirname, '../../www');
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
};

/** How the phone's Zalo answers an action of the SDK: with these data, with the person's no, or never; a promise: later. */
export type NativeAnswer = Record<string, unknown> | 'DENY' | 'HANG';

export interface ZaloHost {
  /** Actions that the SDK asked the phone for, oldest first. */
  actions(): string[];
  answer(action: string, answer: NativeAnswer | Promise<NativeAnswer>): void;
  /** Addresses beside the app's and the API's. */
  foreign: string[];
}

export interface ZaloHostOptions {
  /** What `getAccessToken` ends in; absent: the SDK waits for ever, as it does where the phone does not answer. */
  accessToken?: string;
}

/**
 * Zalo around the app: its address, its answers to the SDK's native calls, its servers and its native storage. The SDK
 * itself is the real one, in the mode in which it runs on a phone.
 */
export async function emulateZalo(
  context: BrowserContext,
  stack: Stack,
  { accessToken }: ZaloHostOptions = {},
): Promise<ZaloHost> {
  const answers = new Map<string, NativeAnswer | Promise<NativeAnswer>>();
  const actions: string[] = [];
  const foreign: string[] = [];
  if (accessToken !== undefined) answers.set('action.jump.login', SIGNED_IN);
  await context.exposeBinding('nativeAction', (_, action: string) => {
    actions.push(action);
    return answers.get(action) ?? 'HANG';
  });
  await context.addInitScript(`(${phoneOfZalo.toString()})()`);
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(ZALO_URL.slice(0, -1))) return route.fulfill(fileOf(new URL(url).pathname));
    if (url.startsWith(API_URL)) {
      const response = await route.fetch({ url: stack.gatewayUrl }).catch(() => null);
      return response === null ? route.abort('connectionrefused') : route.fulfill({ response });
    }
    // Where the SDK exchanges what the phone gave it.
    if (url.startsWith('https://h5.zalo.me/openapi/access_token'))
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: { access_token: accessToken, refresh_token: 'r', expires_in: '3600' },
      });
    foreign.push(url);
    return route.abort();
  });
  return { actions: () => actions, answer: (action, answer) => answers.set(action, answer), foreign };
}

/** What the phone says of somebody whose token the SDK may fetch. */
export const SIGNED_IN = {
  miniProgramConfig: { canUseAccessTokenByDefault: true },
  cookiesOAuthLogins: ['h5.zdn.vn_zlink3rd', 'h5.zdn.vn_zoauth', 'h5.zdn.vn_zoauth_vrf'].map((name) => ({
    ...{ name, value: `value-of-${name}` },
  })),
};

function fileOf(pathname: string) {
  const name = pathname.slice(`/zapps/${APP_ID}/`.length);
  if (!name.startsWith('assets/')) return { contentType: 'text/html; charset=utf-8', body: pageOf() };
  const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { contentType, body: readFileSync(join(built, name)) };
}

/** What Zalo makes around the uploaded files; the address of the API is what a build for a province has in it. */
function pageOf(): string {
  const values = { APP_ID, APP_CONFIG: {}, CNSCD: { graphqlUrl: API_URL } };
  const script = `<script>Object.assign(window, ${JSON.stringify(values)})</script>`;
  return readFileSync(join(built, 'index.html'), 'utf8').replace(
    '<head>',
    `<head><base href="/zapps/${APP_ID}/" />${script}`,
  );
}

/** Runs in the page before anything else: what Zalo for Android puts there, and a native storage that outlives it. */
function phoneOfZalo(): void {
  const kept = () => JSON.parse(window.localStorage.getItem('native') ?? '{}') as Record<string, string>;
  const keep = (texts: Record<string, string>) =>
    window.localStorage.setItem('native', JSON.stringify(texts));
  interface Request {
    mpds_action: string;
    mpds_data: { keys?: string[]; map?: Record<string, string> };
  }
  const storage = ({ mpds_action: action, mpds_data: { keys = [], map = {} } }: Request) => {
    const texts = kept();
    switch (action) {
      case 'mpds.get':
        return { map: Object.fromEntries(keys.flatMap((key) => (key in texts ? [[key, texts[key]]] : []))) };
      case 'mpds.set':
        keep({ ...texts, ...map });
        return {};
      case 'mpds.remove.key':
        keep(Object.fromEntries(Object.entries(texts).filter(([key]) => !keys.includes(key))));
        return {};
      default:
        return { size: JSON.stringify(texts).length };
    }
  };
  Object.assign(window, {
    ZJSBridge: {},
    ZaloJavaScriptInterface: {
      processActionMPDS: (text: string) =>
        JSON.stringify({ error_code: 0, data: { mpds_data: storage(JSON.parse(text)) } }),
      async jsCall(_token: string, action: string, _access: string, _options: string, callback: string) {
        // The cast: exposed by the test.
        const { nativeAction } = window as unknown as { nativeAction(action: string): Promise<unknown> };
        const answer = await nativeAction(action);
        if (answer === 'HANG') return;
        const result =
          answer === 'DENY'
            ? { error_code: -201, error_message: 'User denied' }
            : { error_code: 0, error_message: 'Success', data: answer };
        // As Zalo does: the callback is the text of a function.
        // biome-ignore lint/security/noGlobalEval: that is the interface
        window.eval(callback)(JSON.stringify(result));
      },
      jsH5EventCallback() {},
    },
  });
}
