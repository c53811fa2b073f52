import { dataOf } from './answer.ts';
import { deliver, type Outgoing, type RequestOptions, type SendSettings } from './deliver.ts';
import { isErrorCode } from './error.ts';
import { type TypedDocument, textOf } from './typed-document.ts';

/** Sends one operation and gives back the `data` of its answer. */
export type Send = <Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  options?: RequestOptions,
) => Promise<Result>;

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
  return <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options: RequestOptions = {},
  ) => {
    const query = textOf(document);
    // A write that got no answer may have been done: without a key only reads are sent again.
    const kind = /\bmutation\b/.test(query) ? 'ONCE' : 'READ';
    // The cast: a TypedDocument says what its operation answers, and the server holds to its schema.
    const accept = (data: unknown) => data as Result;
    return deliver(settings, operation(settings, { query, variables, kind, accept }), options);
  };
}

const ACCEPTED = 'application/graphql-response+json, application/json';

/** An operation as it goes to the server. */
export function operation<Answer>(
  settings: SendSettings,
  { query, variables, kind, accept }: Operation<Answer>,
): Outgoing<Answer> {
  return {
    name: /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '',
    kind,
    async ask(headers, signal) {
      // Called on its own: a browser's fetch refuses to be called as a method of another object.
      const { fetch: send, url } = settings;
      const response = await send(url, {
        method: 'POST',
        headers: { accept: ACCEPTED, ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal,
      });
      return accept(await dataOf(response, isErrorCode));
    },
  };
}
