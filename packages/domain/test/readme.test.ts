import { fold, label, parseVietnameseNumber, period, periodBounds } from '@cnscd/domain';
import { expect, it } from 'vitest';

// packages/domain/README.md shows these lines; examples/gateway/test/docs.test.ts holds the two together.
it('does what its README says', () => {
  expect(parseVietnameseNumber('hơn 4.000')).toMatchObject({ value: 4000, qualifier: 'AT_LEAST' });
  expect(fold('Đakrông, tỉnh Quảng Trị')).toBe('dakrong tinh quang tri');
  expect(label('teamKind', 'COMMUNITY', 'vi')).toBe('tổ công nghệ số cộng đồng');
  expect(periodBounds(period('2023-H1'))).toEqual({ from: '2023-01-01', to: '2023-06-30' });
});
