import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, phoneNumber } from '../src/index.ts';
import { refusal } from './refusal.ts';

describe('phoneNumber', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '091-234-5678',
    '+84912345678',
    '+84 912 345 678',
    '+84 (0)912 345 678',
    '(+84) 912345678',
    '84912345678',
    '0084 912345678',
    '０９１２３４５６７８',
    '\u202a0912345678\u202c',
    '  0912345678\n',
  ])('reads %j', (text) => {
    expect(phoneNumber(text)).toBe('+84912345678');
  });

  it.each([
    ['', 'di động'],
    ['0912', 'di động'],
    ['09123456789', 'di động'],
    ['0612345678', 'di động'],
    ['+1 912 345 678', 'di động'],
    ['0912345678 hoặc 0987654321', 'di động'],
    ['0912345678x', 'di động'],
    ['09123\u000045678', 'di động'],
    ['0912345\ud800678', 'di động'],
    ['0233 385 2458', 'máy bàn'],
    ['024 3822 1234', 'máy bàn'],
    ['0167 234 5678', '2018'],
    ['+84 123 456 7890', '2018'],
    ['9'.repeat(1_000_000), 'di động'],
  ])('refuses %j, says what would be right and repeats nothing', (text, hint) => {
    const { code, field, value, messages } = refusal(() => phoneNumber(text, 'person.phone'));
    expect({ code, field, value }).toEqual({
      code: 'PHONE_INVALID',
      field: 'person.phone',
      value: undefined,
    });
    expect(messages.vi).toContain(hint);
    const digits = text.replace(/\D/g, '');
    if (digits.length > 4) expect(JSON.stringify(messages)).not.toContain(digits.slice(0, 60));
    expect(messages.vi.length).toBeLessThan(200);
  });
});

it('maskPhone leaves three digits', () => {
  expect(maskPhone(phoneNumber('0912 345 678'))).toBe('•••• ••• 678');
});

describe('formatPhone', () => {
  it('writes the number as people dial it, so that it is read back as the same', () => {
    const phone = phoneNumber('84912345678');
    expect(formatPhone(phone)).toBe('0912 345 678');
    expect(phoneNumber(formatPhone(phone))).toBe(phone);
  });
});
