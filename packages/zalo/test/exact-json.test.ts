import { expect, it } from 'vitest';
import { parseExactly } from '../src/exact-json.ts';

it.each([
  ['{"id":3368637342326461235}', { id: '3368637342326461235' }],
  ['{"a":[-3368637342326461235,{"b":1}]}', { a: ['-3368637342326461235', { b: 1 }] }],
  ['{"at":1763780400000,"share":0.25,"most":1e21}', { at: 1_763_780_400_000, share: 0.25, most: 1e21 }],
  ['{"long":1234567890123456.5}', { long: 1234567890123456.5 }],
  [
    '{"text":"3368637342326461235, \\"3368637342326461235\\" \\\\"}',
    { text: '3368637342326461235, "3368637342326461235" \\' },
  ],
  ['3368637342326461235', '3368637342326461235'],
])('%s keeps every digit', (json, value) => {
  expect(parseExactly(json)).toEqual(value);
});

it.each([
  '{3368637342326461235:1}',
  '{"a":0033686373423264612}',
  '[1234567890123456',
  '',
  '"\n1234567890123456"',
])('%j is no JSON, and becomes none', (json) => {
  expect(() => parseExactly(json)).toThrow(SyntaxError);
});

it('takes no longer for a long text than for a short one, letter by letter', () => {
  const text = `${'\\"'.repeat(500_000)}1234567890123456`;
  expect(parseExactly(`["${text}"]`)).toEqual([text.replaceAll('\\"', '"')]);
});
