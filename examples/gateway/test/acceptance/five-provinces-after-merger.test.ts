import { randomUUID } from 'node:crypto';
import { beforeAll, expect } from 'vitest';
import { runningGateway } from '../support/running-gateway.ts';
import { describeFiveProvinces } from './five-provinces.ts';

const { ask } = runningGateway();

// Communes of today in the provinces that the five became: what went into them is what the figures are about.
beforeAll(async () => {
  for (const provinceCode of ['44', '48', '22', '86', '08']) {
    const { data } = await ask(
      'query ($code: String!) { adminUnit(code: $code) { children(level: COMMUNE, first: 3) { nodes { id } } } }',
      { code: provinceCode },
    );
    const fromUnits = data.adminUnit.children.nodes.map(({ id }: { id: string }) => ({ id }));
    const merger = await write('mergeUnits', 'MergeUnitsInput', {
      ...{ fromUnits, code: '99998', name: 'Hợp Nhất', kind: 'XA', effectiveOn: '2026-11-20' },
      ...{ source: { title: 'Nghị quyết thử' }, reason: 'Thử sắp xếp' },
    });
    await write('undoMerger', 'UndoMergerInput', {
      ...{ id: merger.id, expectedVersion: merger.version, reason: 'Thử xong' },
    });
  }
});

async function write(field: string, type: string, input: object): Promise<{ id: string; version: number }> {
  const { data, errors } = await ask(
    `mutation ($input: ${type}!) { ${field}(input: $input) {
      __typename ... on Merger { id version } ... on Refusal { code message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    { as: 'administrator' },
  );
  expect(errors).toEqual([]);
  expect(data[field]).toMatchObject({ __typename: 'Merger' });
  return data[field];
}

describeFiveProvinces(ask);
