import { print } from '@0no-co/graphql.web';

/**
 * An operation that carries the types of its variables and of its answer: its text, or its syntax tree.
 *
 * `TypedDocumentString` and `TypedDocumentNode`, what @graphql-codegen's client preset and gql.tada make, fit as they
 * are; a text that was printed beforehand is smaller.
 */
export type TypedDocument<Result, Variables> = (DocumentText | DocumentTree) & {
  /** Types only: nothing is there at run time. */
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
};

/** A string, or an object that stands for one. */
export interface DocumentText {
  valueOf(): string;
}

/** What `parse` of graphql gives. */
export interface DocumentTree {
  readonly kind: string;
  readonly definitions: readonly object[];
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
  return isParsed ? print(document as unknown as Parameters<typeof print>[0]) : String(document);
}

/** What a document says of its operation. */
export interface OperationHead {
  /** Undefined: it has none. */
  name: string | undefined;
  isMutation: boolean;
}

/** Looks at what stands outside of all braces, texts and comments: a field or a text may be called anything. */
export function headOf(query: string): OperationHead {
  let head = query.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, '');
  for (let whole = ''; whole !== head; ) {
    whole = head;
    head = whole.replace(/\{[^{}]*\}/g, ' ');
  }
  return {
    name: /\b(?:query|mutation|subscription)\s+(\w+)/.exec(head)?.[1],
    isMutation: /\bmutation\b/.test(head),
  };
}
