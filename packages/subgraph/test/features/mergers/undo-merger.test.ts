import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mergerWrites } from '../../support/merger-writes.ts';
import { officer } from '../../support/people.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const subgraph = await testSubgraph('loaded');
const { undo } = mergerWrites(subgraph);
const camLo = officer('COMMUNE_OFFICER', '19597');

describe('undoing', () => {
  it.each([
    ['ID_INVALID', 'id', { id: 'x' }],
    ['MERGER_NOT_FOUND', 'id', { id: randomUUID() }],
    ['TEXT_INVALID', 'reason', { reason: '' }],
    ['TEXT_INVALID', 'reason', { reason: 'a\0b' }],
    ['TEXT_SENSITIVE', 'reason', { reason: 'CCCD 045201000123' }],
  ])('is refused as %s in %s', async (code, field, fault) => {
    const input = { id: randomUUID(), expectedVersion: 1, reason: 'x', ...fault };
    expect(await undo(camLo, input)).toMatchObject({ __typename: 'Refusal', code, field });
  });
});
