import { describe, expect, it } from 'vitest';
import { requireHarmless, sensitiveKind } from '../src/index.ts';

describe('sensitiveKind', () => {
  it.each([
    ['CCCD 045203001234', 'CITIZEN_ID'],
    ['căn cước: 045 203 001 234', 'CITIZEN_ID'],
    ['số 045.203.001.234 của bác', 'CITIZEN_ID'],
    ['０４５２０３００１２３４', 'CITIZEN_ID'],
    ['CMND 191234567', 'CITIZEN_ID'],
    ['mật khẩu: Abc12345', 'CREDENTIAL'],
    ['Mật khẩu VNeID của bác là bac1950', 'CREDENTIAL'],
    ['MK zalo 123456', 'CREDENTIAL'],
    ['mã OTP 991122', 'CREDENTIAL'],
    ['password=hunter2', 'CREDENTIAL'],
    ['PIN: 0000', 'CREDENTIAL'],
    ['gọi 0912 345 678', 'PHONE'],
    ['+84 912-345-678', 'PHONE'],
    ['sdt 0387654321', 'PHONE'],
    ['0912_345_678', 'PHONE'],
    ['gọi 0912   345 678', 'PHONE'],
    ['\u202a0912\u200b345\u2060678\u202c', 'PHONE'],
    ['CCCD 045203\u200b001234', 'CITIZEN_ID'],
    ['mật\u00ad khẩu: Abc12345', 'CREDENTIAL'],
    ['mật khẩu: Abc@1234', 'CREDENTIAL'],
    ['mật khẩu Abc@1234', 'CREDENTIAL'],
    ['mat khau: Abc@1234', 'CREDENTIAL'],
    ['mk: Abc@1234', 'CREDENTIAL'],
    ['mật khẩu mới của VNeID là Hoa#Sen!x', 'CREDENTIAL'],
    ['password: Abc@1234', 'CREDENTIAL'],
    ['CMND 191.234.567', 'CITIZEN_ID'],
  ])('%s is %s', (text, kind) => {
    expect(sensitiveKind(text)).toBe(kind);
    expect(sensitiveKind(text.normalize('NFD'))).toBe(kind);
  });

  it.each([
    'Hướng dẫn 45 người cài VNeID tại nhà văn hóa',
    'Bác quên mật khẩu, đã giúp lấy lại',
    'Hỗ trợ lấy lại mật khẩu cho 12 người',
    'Ngày 15/03/2026, từ 19:00 đến 21:30',
    'Quyết định 1251/NQ-UBTVQH15 ngày 24-10-2024',
    'Tổ 61, khu dân cư Đông Xuân 3',
    'Tổng 12.131 thành viên, 2.071 thôn',
    'Kinh phí 3.000.000 đồng/tổ/năm',
    'mã xã 29194, mã tỉnh 86',
    'Passport và hộ chiếu',
    'Kinh phí 123456789 đồng',
    'Hỗ trợ 120.000.000 đồng cho 3 tổ',
    'Đổi mật khẩu email/zalo, mật khẩu/OTP bị quên!!!',
    'Quên mật khẩu? Đã hướng dẫn.',
    '',
  ])('%j may be stored', (text) => {
    expect(sensitiveKind(text)).toBeNull();
  });
});

it('refuses with a hint in both languages and never repeats the text', () => {
  const secret = 'mật khẩu: Abc12345';
  expect(() => requireHarmless(secret, 'note')).toThrow(
    expect.objectContaining({ code: 'TEXT_SENSITIVE', field: 'note', value: undefined }),
  );
  try {
    requireHarmless(secret, 'note');
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('Abc12345');
    expect((error as { messages: { vi: string; en: string } }).messages).toMatchObject({
      vi: expect.stringContaining('note'),
      en: expect.stringContaining('note'),
    });
  }
});
