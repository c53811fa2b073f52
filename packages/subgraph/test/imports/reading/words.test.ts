import { fold, LABELS } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { choicesOf, valueOfWord, WORDS } from '../../../src/imports/reading/words.ts';

describe.each(Object.entries(WORDS))('the words of %s', (list, words) => {
  it('mean one value each, in whatever spelling', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { word, value } of words) {
      meanings.set(fold(word), (meanings.get(fold(word)) ?? new Set()).add(value));
    }
    expect([...meanings].filter(([, values]) => values.size > 1)).toEqual([]);
  });

  it('include every label, in both languages, and every code', () => {
    const name = list as keyof typeof WORDS;
    for (const [value, { vi, en }] of Object.entries(LABELS[name])) {
      expect([value, vi, en, vi.toUpperCase()].map((word) => valueOfWord(name, word))).toEqual(
        Array.from({ length: 4 }, () => value),
      );
      expect(choicesOf(name).vi).toContain(`“${vi}”`);
    }
  });
});

it.each([
  ['memberRole', 'Tổ phó', 'DEPUTY'],
  ['affiliation', 'Bí thư chi đoàn', 'YOUTH_UNION'],
  ['affiliation', 'CA xã', 'AREA_POLICE'],
  ['teamKind', 'Tổ CNSCĐ', 'COMMUNITY'],
  ['activityKind', 'Đi từng ngõ, gõ từng nhà', 'HOUSEHOLD_VISIT'],
  ['topic', 'Dịch vụ công trực tuyến', 'ONLINE_SERVICE_SUBMISSION'],
  ['topic', 'nấu ăn', null],
] as const)('%s: %s is %s', (list, word, value) => {
  expect(valueOfWord(list, word)).toBe(value);
});
