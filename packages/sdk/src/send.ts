import { dataOf } from './answer.ts';
import { deliver, type Outgoing, type RequestOptions, type SendSettings } from './deliver.ts';
import { CnscdError } from './error.ts';
import { reached } from './reached.ts';
import { headOf, type TypedDocument, textOf } from './typed-document.ts';

/** Sends one operation and gives back the `data` of its answer. */
export interface Send {
  /** Variables may be left out where the operation needs none. */
  <Result>(
    document: TypedDocument<Result, Record<string, never>>,
    variables?: Record<string, never>,
    options?: RequestOptions,
  ): Promise<Result>;
  <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: NoInfer<Variables>,
    options?: RequestOptions,
  ): Promise<Result>;
}

/** An operation for a GraphQL server. */
export interface Operation<Answer> {
  query: string;
  variables: unknown;
  kind: Outgoing<Answer>['kind'];
  /** Takes the `data` of the answer for what it is, or throws what it says. */
  accept(data: unknown): Answer;
}

/** The way out of every read, and of the operations that callers write themselves. */
export function sender(settings: SendSettings): Send {
  return async <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables?: Variables,
    options: RequestOptions = {},
  ) => {
    const query = textOf(document);
    // A write that got no answer may have been done: without a key only reads are sent again.
    const kind = headOf(query).isMutation ? 'ONCE' : 'READ';
    // The cast: a TypedDocument says what its operation answers, and the server holds to its schema.
    const accept = (data: unknown) => data as Result;
    return deliver(settings, operation(settings, { query, variables, kind, accept }), options);
  };
}

const ACCEPTED = 'application/graphql-response+json, application/json';

/**
 * An operation as it goes to the server.
 *
 * @throws {CnscdError} `INPUT_INVALID` for variables that JSON cannot hold
 */
export function operation<Answer>(
  settings: SendSettings,
  { query, variables, kind, accept }: Operation<Answer>,
): Outgoing<Answer> {
  const operationName = headOf(query).name;
  const body = jsonOf({ query, variables, operationName });
  return {
    name: operationName ?? '',
    kind,
    async ask(given, signal) {
      // Called on its own: a browser's fetch refuses to be called as a method of another object.
      const { fetch: send, url, credentials } = settings;
      const headers = { accept: ACCEPTED, ...given, 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body, signal };
      const data = await reached(async () => dataOf(await send(url, withCredentials(init, credentials))));
      return accept(data);
    },
  };
}

/** What is not set is left out: some runtimes refuse the very name. */
export const withCredentials = (init: RequestInit, credentials: SendSettings['credentials']): RequestInit =>
  credentials === undefined ? init : { ...init, credentials };

function jsonOf(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    const messages = {
      vi: `variables chỉ được có những gì JSON viết được: ${cause}`,
      en: `variables must be what JSON can hold: ${cause}`,
    };
    throw new CnscdError('INPUT_INVALID', messages, { field: 'variables', cause });
  }
}
