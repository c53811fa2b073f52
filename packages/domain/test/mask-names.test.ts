import { maskNames, MASKED_NAME as X } from '@cnscd/domain';
import { expect, it } from 'vitest';

const NAMES = ['Hoàng Thị Đào', "K'Brếu Nam"];

it.each([
  ['Bà Hoàng Thị Đào hướng dẫn tại chợ', `Bà ${X} hướng dẫn tại chợ`],
  ['HOÀNG THỊ ĐÀO', X],
  ['hoang thi dao, hoàng  thị\nđào.', `${X}, ${X}.`],
  ['Bà Hoàng Thị Đào'.normalize('NFD'), `${'Bà'.normalize('NFD')} ${X}`],
  ['Hoàng-Thị-Đào và K’Brếu Nam', `${X} và ${X}`],
  ['(Hoàng Thị Đào)', `(${X})`],
] as const)('%j is masked', (text, masked) => {
  expect(maskNames(text, NAMES)).toBe(masked);
});

it.each(['', 'Hoàng Thị', 'Hoàng Thị Đàon', 'Thị Đào Hoàng', 'Họ Hoàng, chị Thị Đào'])(
  '%j is left alone',
  (text) => {
    expect(maskNames(text, NAMES)).toBeNull();
  },
);

it('names of one word are left alone, and the longest of two names is masked as one', () => {
  expect(maskNames('Lan đi chợ', ['Lan'])).toBeNull();
  expect(maskNames('Trần Văn An Bình', ['Trần Văn An', 'Trần Văn An Bình'])).toBe(X);
});
