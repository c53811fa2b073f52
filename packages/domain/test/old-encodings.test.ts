import { fromOldEncoding, likelyEncoding } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';

const SAMPLES = [
  ['TCVN3', 'B¶o Th¾ng', 'Bảo Thắng'],
  ['TCVN3', 'NguyÔn ThÞ H­¬ng', 'Nguyễn Thị Hương'],
  ['TCVN3', '§oµn thanh niªn', 'Đoàn thanh niên'],
  ['TCVN3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['TCVN3', 'Tæ tr­ëng', 'Tổ trưởng'],
  ['TCVN3', 'Sè ®iÖn tho¹i', 'Số điện thoại'],
  ['VNI', 'Xin chaøo', 'Xin chào'],
  ['VNI', 'Nguyeãn Thò Höông', 'Nguyễn Thị Hương'],
  ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['VNI', 'TRAÀN VAÊN ÑÖÙC', 'TRẦN VĂN ĐỨC'],
  ['VNI', 'thuôû xöa', 'thuở xưa'],
  ['VNI', 'Soá ñieän thoaïi', 'Số điện thoại'],
] as const;

describe('text from before Unicode', () => {
  it.each(SAMPLES)('in %s: %s is %s', (encoding, text, unicode) => {
    expect(fromOldEncoding(text, encoding)).toBe(unicode);
    expect(likelyEncoding(text)).toBe(encoding);
  });

  it.each([
    'Nguyễn Thị Hương',
    'Hà Nội',
    'Trân Văn Hoà',
    'Lê Công Minh',
    'La Thanh Bình',
    'thôn Cây Sông',
    'Xã A · Thôn B',
    'Ngân sách ½ năm',
    'diện tích 30 m² ± 5°',
    'café',
    'Ban Me Thuot',
    'SĐT: 0912 345 678',
    '',
    'Võ Thanh Hùng',
    'Ðinh Văn Long'.normalize('NFD'),
  ])('is not seen in %j', (text) => {
    expect(likelyEncoding(text)).toBeNull();
  });
});
