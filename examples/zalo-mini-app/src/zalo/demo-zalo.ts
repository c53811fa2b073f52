import { BridgeError, type DeviceStorage, type ZaloBridge } from './zalo-bridge.ts';

/** Somebody made up who has an account in the fake Zalo. */
export interface DemoPerson {
  id: string;
  name: string;
}

/** A phone's Zalo, by the fake one that stands beside `npm start`; in it one can be anybody. */
export interface DemoZalo extends Pick<ZaloBridge, 'accessToken' | 'phoneCode'> {
  people(): Promise<DemoPerson[]>;
  /** Whose phone it is from now on. */
  choose(person: DemoPerson): void;
}

const CHOSEN = 'cnscd.demo-person';
/** Nobody is kept waiting for longer: a fake that was stopped half-way answers never. */
const TIMEOUT_MS = 10_000;

export function demoZalo(zaloUrl: string, storage: DeviceStorage): DemoZalo {
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const post = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${zaloUrl}${path}`, { ...post, signal }).catch((cause) => {
      throw new BridgeError('NO_ANSWER', cause);
    });
    if (!response.ok) throw new Error(`the fake Zalo answered ${response.status}`);
    return response.json();
  };
  // A fake that was started anew knows no token from before: each is asked for when it is needed.
  const freshToken = async (): Promise<string> =>
    (await ask<{ accessToken: string }>('/sign-in', { id: storage.getItem(CHOSEN) })).accessToken;
  /** What the last code for the phone number belongs to: it is shown to the server with that code, once. */
  let ofCode: string | null = null;
  return {
    async accessToken() {
      const token = ofCode ?? (await freshToken());
      ofCode = null;
      return token;
    },
    async phoneCode() {
      const accessToken = await freshToken();
      const { code } = await ask<{ code: string }>('/phone-code', { accessToken });
      ofCode = accessToken;
      return code;
    },
    people: () => ask<DemoPerson[]>('/people'),
    choose({ id }) {
      ofCode = null;
      storage.setItem(CHOSEN, id);
    },
  };
}
