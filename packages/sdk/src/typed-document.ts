import { print } from '@0no-co/graphql.web';

/**
 * An operation that carries the types of its variables and of its answer.
 *
 * `TypedDocumentString` and `TypedDocumentNode`, what @graphql-codegen's client preset and gql.tada make, fit as they
 * are; a text that was printed beforehand is smaller.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  /** Types only: nothing is there at run time. */
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}

/**
 * Gives an operation of your own its types.
 *
 * @example
 * const NEWS = typedDocument<{ news: { totalCount: number } }, { communeCode: string }>(
 *   'query News($communeCode: String) { news(communeCode: $communeCode) { totalCount } }',
 * );
 * const { news } = await client.query(NEWS, { communeCode: '29194' });
 */
export function typedDocument<Result, Variables = Record<string, never>>(
  source: string,
): TypedDocument<Result, Variables> {
  return source;
}

/** An operation and its fragments. Not one text: a bundler could not tell that joining it does nothing else. */
export const documentOf = (...texts: string[]): string => texts.join('');

/** The text of an operation, also of one that was parsed. */
export function textOf(document: TypedDocument<unknown, never>): string {
  const isParsed = typeof document === 'object' && 'kind' in document;
  // The cast: what has a kind is a node of GraphQL's syntax tree.
  return isParsed ? print(document as unknown as Parameters<typeof print>[0]) : document.toString();
}
