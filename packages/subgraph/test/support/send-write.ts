import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import type { Answer, testSubgraph } from './subgraph.ts';

type Run = Awaited<ReturnType<typeof testSubgraph>>['run'];

const FAILURES = `... on Refusal { code field value: givenValue message messageEn retryable }
  ... on Conflict { code expectedVersion currentVersion }`;

/** What a mutation answered, with its `__typename`, and what it asked the database. */
export type Written = Answer['data'] & { statements: string[] };

/**
 * Sends mutations with a new key each, unless the input has one, and selects what a refusal and a conflict say.
 *
 * @param selections - what to select of a success, by its type
 */
export function sendWrites(run: Run, selections: Readonly<Record<string, string>>) {
  const fields = Object.entries(selections).map(([type, fields]) => `... on ${type} { ${fields} }`);
  return (field: string) =>
    async (as: Claims | undefined, input: Record<string, unknown>): Promise<Written> => {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const { data, errors, statements } = await run(
        `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${fields.join(' ')} ${FAILURES} } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
        as === undefined ? {} : { as },
      );
      expect(errors).toBeUndefined();
      return { ...data[field], statements };
    };
}
