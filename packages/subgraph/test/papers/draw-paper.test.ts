import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../src/papers/draw-paper.ts';
import {
  fontsOfPdf,
  NO_OFFICE,
  NO_POPPLER,
  pagesOfPdf,
  plain,
  printedByOffice,
  wordsOfPdf,
} from './programs.ts';
import { ALPHABET, samplePaper, sampleRows } from './sample-paper.ts';

const SENTENCES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
  'ỦY BAN NHÂN DÂN XÃ CAM LỘ',
  'Số: 12/BC-UBND',
  'Cam Lộ, ngày 05 tháng 10 năm 2026',
  'BÁO CÁO Kết quả hoạt động của Tổ công nghệ số cộng đồng Quý III năm 2026',
  'Trên địa bàn xã có 15 Tổ công nghệ số cộng đồng với 98 thành viên.',
  'Đơn vị tính: lượt người',
  'A. Hướng dẫn người dân',
  '15.862',
  '1.473,5',
  '1.234.567,5',
  '98,5%',
  '30/09/2026',
  '- 2 đơn vị chưa gửi số liệu.',
  '- Dấu “–” là không có số liệu; không có số liệu không phải là 0.',
  'NGƯỜI LẬP BIỂU',
  'THỦ TRƯỞNG ĐƠN VỊ',
  '(Ký, ghi rõ họ tên)',
  'Nguyễn Thị Hường',
  'Nơi nhận:',
  '- Lưu: VT.',
  ...[ALPHABET, ALPHABET.toUpperCase()].flatMap((letters) => letters.match(/.{1,5}/gu) ?? []),
];

describe('a paper', () => {
  it.skipIf(NO_POPPLER)(`is read by pdftotext word for word ${NO_POPPLER ?? ''}`, async () => {
    const words = await wordsOfPdf(await drawPaper(samplePaper(), 'PDF'));
    expect(SENTENCES.filter((sentence) => !words.includes(sentence))).toEqual([]);
  });

  it.skipIf(NO_POPPLER)(`carries all of its fonts in the PDF ${NO_POPPLER ?? ''}`, async () => {
    const fonts = await fontsOfPdf(await drawPaper(samplePaper(), 'PDF'));
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    expect(fonts.filter(({ name, isEmbedded }) => !isEmbedded || !name.includes('Tinos'))).toEqual([]);
  });

  it.each(['docx', 'xlsx'] as const)(
    'prints the same words from %s by LibreOffice',
    async (format) => {
      if (NO_OFFICE !== null || NO_POPPLER !== null) return;
      const file = await drawPaper(samplePaper(), format === 'docx' ? 'DOCX' : 'XLSX');
      const words = await wordsOfPdf(await printedByOffice(file, format));
      expect(SENTENCES.filter((sentence) => !words.includes(sentence))).toEqual([]);
    },
    180_000,
  );

  it('keeps numbers as numbers and days as days in the workbook', async () => {
    const rows = await readSheet(Buffer.from(await drawPaper(samplePaper(), 'XLSX')));
    const first = rows.find((row) => row[0] === 1);
    expect(first).toEqual([
      1,
      'Số người dùng nền tảng số thứ 1',
      15862,
      0,
      0.985,
      new Date('2026-09-30T00:00:00Z'),
    ]);
    expect(rows.find((row) => row[0] === 3)?.[2]).toBe('–');
  });

  it.skipIf(NO_POPPLER)(`repeats the header of a table on each page ${NO_POPPLER ?? ''}`, async () => {
    const pages = await pagesOfPdf(await drawPaper(samplePaper({}, sampleRows(120)), 'PDF'));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.filter((page) => !plain(page).includes('Chỉ tiêu'))).toEqual([]);
    expect(plain(pages[1] ?? '')).toMatch(/^2 /);
  });
});
