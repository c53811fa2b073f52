import type { DeviceStorage, ZaloBridge } from './zalo-bridge.ts';

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
/** Less than the fake gives, so that none is used that has ended. */
const LIFE_MS = 50 * 60_000;

export function demoZalo(zaloUrl: string, storage: DeviceStorage): DemoZalo {
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const post = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${zaloUrl}${path}`, post);
    if (!response.ok) throw new Error(`the fake Zalo answered ${response.status}`);
    return response.json();
  };
  // As Zalo's: the same one for an hour, so that a code for the phone number belongs to it.
  let known: { token: string; until: number } | null = null;
  const accessToken = async (): Promise<string> => {
    if (known !== null && known.until > Date.now()) return known.token;
    const { accessToken: token } = await ask<{ accessToken: string }>('/sign-in', {
      id: storage.getItem(CHOSEN),
    });
    known = { token, until: Date.now() + LIFE_MS };
    return token;
  };
  return {
    accessToken,
    async phoneCode() {
      const { code } = await ask<{ code: string }>('/phone-code', { accessToken: await accessToken() });
      return code;
    },
    people: () => ask<DemoPerson[]>('/people'),
    choose({ id }) {
      known = null;
      storage.setItem(CHOSEN, id);
    },
  };
}
