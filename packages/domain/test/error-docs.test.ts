import { readFileSync } from 'node:fs';
import { DomainError, ERROR_CODES, parseVietnameseNumber, WARNING_CODES } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const sections = read('errors.md')
  .split(/^### /mu)
  .slice(1)
  .map((text) => ({ code: /^`(\w+)`/u.exec(text)?.[1] ?? '', text }));

describe('docs/errors.md', () => {
  it('has a section for each code and for no other', () => {
    expect(sections.map(({ code }) => code).sort()).toEqual([...ERROR_CODES].sort());
  });

  it.each(sections)(
    'says of $code when, what would be right, which field, and the sentence in both languages',
    ({ text }) => {
      for (const part of ['**When** ', '**Right**: ', '**Field**: ']) expect(text).toContain(part);
      const stated = /"vi": "(.+)",\s+"en": "(.+)"/u.exec(text) ?? /^> `(.+)`\n>\n> `(.+)`$/mu.exec(text);
      expect(stated?.[1]).toBeTruthy();
      expect(stated?.[2]).toBeTruthy();
      expect(stated?.[2]).not.toBe(stated?.[1]);
    },
  );

  it('quotes NUMBER_INVALID as it is', () => {
    try {
      expect.fail(`read as ${parseVietnameseNumber('4.327 hoặc 4.328').value}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { text } = sections.find(({ code }) => code === error.code) ?? expect.fail(error.code);
      expect(text).toContain(`\`${error.messages.vi}\``);
      expect(text).toContain(`\`${error.messages.en}\``);
    }
  });
});

describe('docs/data.md', () => {
  it('has a row for each warning code and for no other', () => {
    const [, warnings = ''] = read('data.md').split(/^## Warnings$/mu);
    const rows = [...warnings.matchAll(/^\| `([A-Z_]+)` /gmu)].map(([, code]) => code);
    expect(rows.sort()).toEqual([...WARNING_CODES].sort());
  });
});
