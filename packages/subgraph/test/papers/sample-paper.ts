import { localDate } from '@cnscd/domain';
import type { Paper, PaperRow } from '../../src/papers/paper.ts';

/** Every letter that Vietnamese has, in both cases. */
export const ALPHABET =
  'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';

/** A report of a commune, with a header of two rows, a heading in the table, a missing value and totals. */
export function samplePaper(changes: Partial<Paper> = {}, rows: readonly PaperRow[] = sampleRows(4)): Paper {
  return {
    issuer: { parent: 'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ', unit: 'ỦY BAN NHÂN DÂN XÃ CAM LỘ' },
    number: '12/BC-UBND',
    place: 'Cam Lộ',
    date: localDate('2026-10-05'),
    title: 'BÁO CÁO',
    subtitles: ['Kết quả hoạt động của Tổ công nghệ số cộng đồng', 'Quý III năm 2026'],
    orientation: 'PORTRAIT',
    isDraft: false,
    sections: [
      {
        heading: 'I. Tình hình chung',
        paragraphs: ['Trên địa bàn xã có 15 Tổ công nghệ số cộng đồng với 98 thành viên.', alphabet()],
        table: null,
      },
      {
        heading: 'II. Kết quả theo chỉ tiêu',
        paragraphs: [],
        table: {
          unitOfMeasure: 'lượt người',
          isNumbered: true,
          columns: [
            { header: 'Chỉ tiêu', type: 'TEXT', width: 6 },
            { header: 'Kế hoạch', group: 'Năm 2026', type: 'INTEGER', width: 2 },
            { header: 'Thực hiện', group: 'Năm 2026', type: 'DECIMAL', width: 2 },
            { header: 'Tỷ lệ', group: 'Năm 2026', type: 'PERCENT', width: 2 },
            { header: 'Ngày chốt', type: 'DATE', width: 2.4 },
          ],
          rows,
          totals: ['Tổng cộng', 63450, 1234567.5, null, ''],
          notes: ['2 đơn vị chưa gửi số liệu.'],
        },
      },
    ],
    signatures: [
      { role: 'NGƯỜI LẬP BIỂU', name: null },
      { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: 'Nguyễn Thị Hường' },
    ],
    recipients: ['Ủy ban nhân dân tỉnh', 'Lưu: VT'],
    ...changes,
  };
}

export function sampleRows(count: number): PaperRow[] {
  const rows = Array.from({ length: count }, (_, index) => [
    `Số người dùng nền tảng số thứ ${index + 1}`,
    index % 4 === 2 ? null : 15862 + index,
    1473.5 * index,
    98.5,
    '2026-09-30',
  ]);
  return [{ heading: 'A. Hướng dẫn người dân' }, ...rows];
}

/** In words of five letters: a line breaks between them. */
function alphabet(): string {
  return [ALPHABET, ALPHABET.toUpperCase()].flatMap((letters) => letters.match(/.{1,5}/gu) ?? []).join(' ');
}
