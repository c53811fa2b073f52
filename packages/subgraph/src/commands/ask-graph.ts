import { graphql } from 'graphql';
import type { Context } from '../context.ts';
import { buildSchema } from '../schema.ts';

/**
 * Asks the graph from the command line, so that it says the same as to everybody else.
 *
 * @throws what the fields throw: a DomainError as it is
 */
export async function askGraph<Data>(
  ctx: Context,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const { data, errors } = await graphql({
    schema: buildSchema(),
    source,
    variableValues,
    contextValue: ctx,
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return data as Data; // the caller selected it
}
