import type { Chance } from './chance.ts';

interface Body {
  query: string;
  variables: { input: { items: Record<string, { idempotencyKey: string }>[]; stopOnRefusal?: boolean } };
}

interface Answer {
  data?: { replayOutbox?: { outcomes?: unknown[] } | null } | null;
}

/** The answer of a server that just then lets one of the writes not pass, a permission for example: the others are done. */
export async function withOneRefused(
  init: RequestInit | undefined,
  chance: Chance,
  deliver: (init: RequestInit | undefined) => Promise<Response>,
): Promise<Response> {
  const body = JSON.parse(String(init?.body)) as Body; // the SDK's own
  const { items, stopOnRefusal = false } = body.variables.input;
  const refused = chance.below(items.length);
  const passed = items.filter((_, index) => index < refused || (index > refused && !stopOnRefusal));
  const outcomes = passed.length === 0 ? [] : await outcomesOf(passed);
  if (outcomes === null) return new Response('', { status: 401 });
  const refusal = {
    ...{ code: 'NOT_PERMITTED', message: 'Chưa có quyền.', messageEn: 'Not permitted yet.' },
    ...{ field: null, value: null, retryable: true },
  };
  const idempotencyKey = Object.values(items[refused] ?? {})[0]?.idempotencyKey;
  outcomes.push({ index: refused, idempotencyKey, status: 'REFUSED', refusal, conflict: null });
  return Response.json({ data: { replayOutbox: { __typename: 'OutboxReport', outcomes } } });

  /** Null where nobody is let in at all. */
  async function outcomesOf(some: Body['variables']['input']['items']): Promise<unknown[] | null> {
    const variables = { input: { ...body.variables.input, items: some } };
    const response = await deliver({ ...init, body: JSON.stringify({ ...body, variables }) });
    const answer = (await response.json()) as Answer; // the server's own
    return answer.data?.replayOutbox?.outcomes ?? null;
  }
}
