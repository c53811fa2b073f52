import type { FakePerson } from './fake-person.ts';

/** A request to the part of the fake by which a page in a browser does what the Zalo app does on a phone. */
export interface SignInRequest {
  method: string;
  path: string;
  /** The page's. Undefined: no browser asks. */
  origin: string | undefined;
  body: string;
}

export interface SignInReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Null: nothing. */
  json: object | null;
}

interface Surroundings {
  signIn(person: FakePerson): string;
  phoneCode(accessToken: string): string;
  people: readonly FakePerson[];
  origins: readonly string[];
}

const PATHS: readonly string[] = ['/people', '/sign-in', '/phone-code'];

/**
 * `GET /people`: who there is. `POST /sign-in` with `{ id }`: what `getAccessToken` would give. `POST /phone-code` with
 * `{ accessToken }`: what `getPhoneNumber` would give. Null for every other path.
 *
 * A page from elsewhere must not sign in as anybody, also not under a name that it makes lead to this machine.
 */
export function answerSignIn(request: SignInRequest, surroundings: Surroundings): SignInReply | null {
  const { method, path, origin } = request;
  if (!PATHS.includes(path)) return null;
  if (origin !== undefined && !surroundings.origins.includes(origin))
    return { status: 403, headers: {}, json: { error: 'origin_not_allowed' } };
  const headers = {
    vary: 'origin',
    'cache-control': 'no-store',
    ...(origin !== undefined && {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-type',
    }),
  };
  if (method === 'OPTIONS') return { status: 204, headers, json: null };
  if (method !== (path === '/people' ? 'GET' : 'POST'))
    return { status: 405, headers, json: { error: 'method_not_allowed' } };
  const json = answer(request, surroundings);
  return { status: json === null ? 400 : 200, headers, json: json ?? { error: 'invalid_request' } };
}

function answer({ path, body }: SignInRequest, { people, signIn, phoneCode }: Surroundings): object | null {
  if (path === '/people') return people.map(({ id, name }) => ({ id, name }));
  if (path === '/phone-code') {
    const accessToken = textIn(body, 'accessToken');
    return accessToken === null ? null : { code: phoneCode(accessToken) };
  }
  const id = textIn(body, 'id');
  const person = people.find((each) => each.id === id);
  return person === undefined ? null : { accessToken: signIn(person) };
}

function textIn(body: string, field: string): string | null {
  try {
    const value: unknown = (JSON.parse(body) as Record<string, unknown> | null)?.[field];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
