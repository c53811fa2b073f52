import { describe, expect, it } from 'vitest';
import {
  isStorableText,
  optionalText,
  requireCount,
  requireInstant,
  requireText,
  requireUuid,
  TEXT_LIMITS,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

describe('requireText', () => {
  it.each([
    ['  Họp tổ  ', 'Họp tổ'],
    ['Ho\u0323p to\u0302\u0309', 'Họp tổ'],
    ['Hai dòng\nvà\tmột cột', 'Hai dòng\nvà\tmột cột'],
    ['👍'.repeat(TEXT_LIMITS.line), '👍'.repeat(TEXT_LIMITS.line)],
  ])('takes %j', (text, stored) => {
    expect(requireText(text, 'note')).toBe(stored);
  });

  it.each([
    ['nothing', '', 'TEXT_INVALID'],
    ['blanks', ' \n\t', 'TEXT_INVALID'],
    ['one character too many', 'x'.repeat(TEXT_LIMITS.line + 1), 'TEXT_INVALID'],
    ['a megabyte', 'x'.repeat(1_000_000), 'TEXT_INVALID'],
    ['NUL', 'a\0b', 'TEXT_INVALID'],
    ['half a character', 'x\ud800', 'TEXT_INVALID'],
    ['an escape', 'a\u001bb', 'TEXT_INVALID'],
    ['a citizen-ID number', 'số 045201000123', 'TEXT_SENSITIVE'],
  ])('refuses %s', (_, text, code) => {
    const refused = refusal(() => requireText(text, 'note'));
    expect(refused).toMatchObject({ code, field: 'note' });
    expect(refused.messages.vi.length + refused.messages.en.length).toBeLessThan(500);
  });

  it('never repeats what PostgreSQL could not store', () => {
    for (const text of ['a\0b', 'x\ud800']) {
      const { value = '' } = refusal(() => requireText(text, 'note'));
      expect([value !== '', isStorableText(value)]).toEqual([true, true]);
    }
  });

  it.each([null, undefined, '', '  '])('may be left out: %j', (text) => {
    expect(optionalText(text, 'note')).toBeNull();
  });
});

describe('requireCount', () => {
  it.each([0, 1, 1_000_000])('takes %d', (count) => {
    expect(requireCount(count, 'reached')).toBe(count);
  });

  it.each([-1, 1_000_001, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (count) => {
    expect(refusal(() => requireCount(count, 'reached'))).toMatchObject({
      ...{ code: 'COUNT_INVALID', field: 'reached', value: String(count) },
    });
  });
});

describe('requireInstant', () => {
  it.each([
    ['2026-03-01T08:00:00+07:00', '2026-03-01T01:00:00.000Z'],
    ['2026-03-01T01:00Z', '2026-03-01T01:00:00.000Z'],
    ['2024-02-29T23:59:59.999+07:00', '2024-02-29T16:59:59.999Z'],
  ])('reads %s', (text, instant) => {
    expect(requireInstant(text, 'startsAt').toISOString()).toBe(instant);
  });

  it.each([
    '2026-02-30T08:00:00+07:00',
    '2023-02-29T08:00:00Z',
    '2026-03-01T24:01:00Z',
    '2026-03-01T08:00:00',
    '2026-03-01',
    '1899-12-31T00:00:00Z',
    '2101-01-01T00:00:00Z',
    'mai',
    '',
  ])('refuses %j', (text) => {
    expect(refusal(() => requireInstant(text, 'startsAt'))).toMatchObject({
      ...{ code: 'INSTANT_INVALID', field: 'startsAt' },
    });
  });
});

describe('requireUuid', () => {
  it('is the same in capitals', () => {
    expect(requireUuid('0189F7A0-0000-7000-8000-00000000000A', 'id')).toBe(
      '0189f7a0-0000-7000-8000-00000000000a',
    );
  });

  it.each(['', 'x', '0189f7a000007000800000000000000a', ' 0189f7a0-0000-7000-8000-00000000000a'])(
    'refuses %j',
    (text) => {
      expect(refusal(() => requireUuid(text, 'id'))).toMatchObject({ code: 'ID_INVALID', field: 'id' });
    },
  );
});
