/** One answer to a write, as far as replays must agree on it. */
export interface StormAnswer {
  __typename: string;
  id?: string;
  code?: string;
  version?: number;
}

/** Where the storm sends its requests. */
export interface Endpoint {
  url: () => string;
  token: string;
}

const LONGEST_TRY_MS = 60_000;
const PAUSE_MS = 40;

/**
 * Sends a write until it is answered: a lost connection, a server that is not there and an unexpected error are no
 * answers. Each try may go to another server.
 *
 * @throws Error when nobody answers for a minute
 */
export async function askUntilAnswered(
  endpoints: readonly Endpoint[],
  first: number,
  body: { query: string; variables: unknown },
): Promise<{ answer: StormAnswer; tries: number }> {
  const text = JSON.stringify(body);
  const until = Date.now() + LONGEST_TRY_MS;
  for (let tries = 1; ; tries++) {
    const endpoint = endpoints[(first + tries) % endpoints.length];
    const answer = endpoint === undefined ? null : await tryOnce(endpoint, text);
    if (answer !== null) return { answer, tries };
    if (Date.now() > until) throw new Error(`no answer within a minute to ${text.slice(0, 200)}`);
    await new Promise((done) => setTimeout(done, PAUSE_MS * (1 + Math.random())));
  }
}

async function tryOnce({ url, token }: Endpoint, body: string): Promise<StormAnswer | null> {
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url(), {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(10_000),
    });
    const { data, errors } = (await response.json()) as Answered;
    if (errors !== undefined) {
      // A server that is being killed may say so; what the schema refuses will never be answered otherwise.
      if (errors.some(({ extensions }) => extensions?.code !== 'INTERNAL'))
        throw new Refused(JSON.stringify(errors));
      return null;
    }
    return Object.values(data ?? {})[0] ?? null;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return null;
  }
}

class Refused extends Error {}

interface Answered {
  data?: Record<string, StormAnswer> | null;
  errors?: { extensions?: { code?: string } }[];
}
