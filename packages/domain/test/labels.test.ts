import * as domain from '@cnscd/domain';
import { LABELS, label } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const NOT_VOCABULARIES = ['ERROR_CODES', 'LANGUAGES'];
const vocabularies = Object.entries(domain)
  .filter(([name, value]) => Array.isArray(value) && !NOT_VOCABULARIES.includes(name))
  .map(([name, values]) => [name, [...(values as readonly string[])].sort()] as const);

describe('LABELS', () => {
  it.each(vocabularies)('has exactly the values of %s', (_name, values) => {
    expect(Object.values(LABELS).map((labels) => Object.keys(labels).sort())).toContainEqual(values);
  });

  it('has no set without a vocabulary', () => {
    expect(Object.keys(LABELS)).toHaveLength(vocabularies.length);
  });

  it.each(Object.entries(LABELS))(
    'of %s differ from one another, in both languages and in NFC',
    (_name, labels) => {
      const all = Object.values(labels);
      for (const language of domain.LANGUAGES) {
        const texts = all.map((one) => one[language]);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.filter((text) => text.trim() === '' || text !== domain.nfc(text))).toEqual([]);
      }
    },
  );
});

describe('label', () => {
  it.each([
    ['memberRole', 'LEADER', 'vi', 'tổ trưởng'],
    ['memberRole', 'DEPUTY', 'vi', 'tổ phó'],
    ['unitKind', 'DAC_KHU', 'vi', 'đặc khu'],
    ['unitKind', 'DAC_KHU', 'en', 'special zone'],
    ['measureUnit', 'PERCENT', 'vi', '%'],
    ['activityKind', 'LAUNCH_DAY', 'vi', 'ra quân'],
    ['topic', 'SOMETHING_NEWER', 'vi', 'SOMETHING_NEWER'],
    ['topic', 'constructor', 'vi', 'constructor'],
  ] as const)('of %s %s in %s is %s', (vocabulary, value, language, text) => {
    expect(label(vocabulary, value, language)).toBe(text);
  });

  it('is Vietnamese unless asked otherwise', () => {
    expect(label('qualifier', 'ABOUT')).toBe('khoảng');
  });
});
