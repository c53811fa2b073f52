/**
 * The text of an operation that carries the types of its variables and of its answer.
 *
 * What @graphql-codegen's client preset makes with `documentMode: 'string'` fits as it is.
 */
export interface TypedDocumentString<Result, Variables> {
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
): TypedDocumentString<Result, Variables> {
  return source;
}
