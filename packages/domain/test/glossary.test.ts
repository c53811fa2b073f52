import { readFileSync } from 'node:fs';
import { LABELS } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const glossary = readFileSync(new URL('../../../docs/domain.md', import.meta.url), 'utf8');
const schema = readFileSync(new URL('../../subgraph/prisma/schema.prisma', import.meta.url), 'utf8');
const sections = glossary.split(/^## /mu).slice(1);

describe('docs/domain.md', () => {
  it.each(Object.entries(LABELS))('pairs each value of %s with its Vietnamese term', (vocabulary, labels) => {
    const type = vocabulary.charAt(0).toUpperCase() + vocabulary.slice(1);
    const section = sections.find((text) => text.split('\n')[0]?.endsWith(`(\`${type}\`)`)) ?? '';
    const rows = [...section.matchAll(/^\| (.+?) +\| `(\w+)` +\|/gmu)];
    const written = rows.map(([, term, value]) => [value, term]);
    expect(written).toEqual(Object.entries(labels).map(([value, { vi }]) => [value, vi]));
  });

  it('names every model and enum of the database', () => {
    const names = [...schema.matchAll(/^(?:model|enum) (\w+)/gmu)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !glossary.includes(`\`${name}\``))).toEqual([]);
  });

  it('gives one English name to one Vietnamese concept', () => {
    const concepts = [...(sections[0] ?? '').matchAll(/^\| (.+?) +\| `(\w+)` +\|/gmu)];
    const terms = concepts.map(([, term]) => term);
    const names = concepts.map(([, , name]) => name);
    expect(terms.length).toBeGreaterThan(30);
    expect([new Set(terms).size, new Set(names).size]).toEqual([terms.length, names.length]);
  });
});
