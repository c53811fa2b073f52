import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as operations from '../src/generated/operations.ts';

const folder = join(import.meta.dirname, '..');
const documents = Object.entries(operations)
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name, String(document)] as const);

describe('the documents', () => {
  it.each(documents)('%s is one operation of that name', (name, source) => {
    const named = parse(source).definitions.filter((node) => node.kind === 'OperationDefinition');
    expect(named.map((node) => `${node.name?.value}Document`)).toEqual([name]);
  });

  it('read, or write under a key and ask what came of it', () => {
    for (const [, source] of documents) {
      if (source.startsWith('query ')) continue;
      expect(source).toMatch(/^mutation \w+\(\$input:\w+!\)\{\w+\(input:\$input\)\{__typename /);
    }
  });
});

describe('the client', () => {
  it('has a method for every write that the graph has', () => {
    const schema = buildSchema(readFileSync(join(folder, '../subgraph/schema.graphql'), 'utf8'), {
      assumeValid: true,
    });
    const writes = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(writes.length).toBeGreaterThan(20);
    const features = globSync('src/features/*.ts', { cwd: folder }).map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    const used = features.join('').matchAll(/write(?:All)?\(\s*\w+Document,\s*'(\w+)'/g);
    expect([...used].map(([, field]) => field).sort()).toEqual(writes.sort());
  });
});

describe('the types', () => {
  it('take the vocabularies from the domain: only CoverageBasis is the SDL’s own', () => {
    const text = readFileSync(join(folder, 'src/generated/operations.ts'), 'utf8');
    const unions = [...text.matchAll(/^export type (\w+) =\n {2}\| '/gm)].map(([, name]) => name);
    expect(unions).toEqual(['CoverageBasis']);
  });
});
