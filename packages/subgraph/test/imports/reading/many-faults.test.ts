import { describe, expect, it } from 'vitest';
import { type RawCell, rowsXml, STYLES, styled } from '../../spreadsheets/support/rows-xml.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
import { readBytes } from './support/read-table.ts';

const HEADINGS = [
  ...['STT', 'Mã tổ', 'Mã xã', 'Thôn', 'Họ và tên', 'SĐT', 'Vai trò', 'Chức vụ', 'Thành phần', 'Nòng cốt'],
  ...['Từ ngày', 'Đến ngày', 'Ghi chú', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Cỡ áo', 'Thôn, TDP'],
];

/** A row without faults, but for what is put into it by heading. */
const person = (at: number, faults: Readonly<Record<string, RawCell>> = {}): RawCell[] => {
  const right: Readonly<Record<string, RawCell>> = {
    ...{
      STT: at,
      'Mã tổ': '19375-01',
      'Mã xã': '19375',
      Thôn: 'Đông',
      'Họ và tên': `Lê Văn ${'ABCDEĐGHIKLMNOPQRSTU'[at]}`,
    },
    ...{
      SĐT: `09123456${String(at).padStart(2, '0')}`,
      'Vai trò': 'Thành viên',
      'Thành phần': 'Đoàn Thanh niên',
    },
    ...{
      'Nòng cốt': 'x',
      'Từ ngày': '01/03/2024',
      'Ngày sinh': '01/02/1990',
      'Giới tính': 'Nam',
      'Số CCCD': '045090001234',
    },
  };
  return HEADINGS.map((heading) =>
    heading in faults ? (faults[heading] ?? null) : (right[heading] ?? null),
  );
};

const FAULTY: Readonly<Record<string, RawCell>>[] = [
  { 'Họ và tên': null, SĐT: 12345 },
  { 'Họ và tên': '123', SĐT: '0233 385 0123' },
  { 'Họ và tên': 'A'.repeat(101), SĐT: '9.12346E+08' },
  { 'Họ và tên': 'Lê Hà 045090001234', SĐT: '01912345678' },
  { 'Họ và tên': styled('NguyÔn ThÞ Lan', 'tcvn3'), SĐT: '0912345678 / 0987654321' },
  { 'Họ và tên': 'Nguyeãn Thò Höông', SĐT: '0163 234 5678' },
  { 'Vai trò': 'Cố vấn', 'Từ ngày': '1-3-24' },
  { 'Thành phần': 'Hội người yêu hoa', 'Từ ngày': '3/2024' },
  { 'Nòng cốt': 'có lẽ', 'Từ ngày': 2024 },
  { 'Chức vụ': 'Bí thư chi bộ', 'Từ ngày': '03/25/2024' },
  { 'Mã tổ': 'Tổ số 1', 'Từ ngày': 'đầu năm' },
  { 'Mã xã': '193', 'Từ ngày': '01/03/2014' },
  { 'Mã xã': '19375A', 'Đến ngày': '01/03/2034' },
  { Thôn: { inside: '<f>VLOOKUP(A1,B:C,2)</f>' }, 'Ghi chú': 'mật khẩu: Abc@1234' },
  { Thôn: { attributes: 't="e"', inside: '<f>A1</f><v>#REF!</v>' } },
];

const SHEETS = [
  { name: 'Danh sách', xml: rowsXml([HEADINGS, ...FAULTY.map((faults, at) => person(at + 1, faults))]) },
  {
    name: 'Xã Hải Lăng',
    xml: rowsXml([
      ['STT', 'Họ và tên'],
      [1, 'Trần Bình'],
    ]),
  },
  {
    name: 'Thiếu cột',
    xml: rowsXml([
      ['STT', 'SĐT', 'Thôn'],
      [1, '0912345678', 'Đông'],
    ]),
  },
  { name: 'Hướng dẫn', xml: rowsXml([['Điền đủ các cột'], ['Không gộp ô']]) },
  { name: 'Danh mục', xml: rowsXml([['Họ và tên', 'SĐT']]), state: 'hidden' as const },
];

/** Sheet, cell, code and sentence of each, in the order of the file. */
const EXPECTED: [sheet: string, cell: string | null, code: string, sentence: string][] = [
  [
    'Danh sách',
    'N1',
    'COLUMN_NOT_STORED',
    'Cột “Ngày sinh” chứa ngày sinh: không được lưu, đã bỏ qua; lần sau nên xóa cột này khỏi tệp',
  ],
  [
    'Danh sách',
    'O1',
    'COLUMN_NOT_STORED',
    'Cột “Giới tính” chứa giới tính: không được lưu, đã bỏ qua; lần sau nên xóa cột này khỏi tệp',
  ],
  [
    'Danh sách',
    'P1',
    'COLUMN_NOT_STORED',
    'Cột “Số CCCD” chứa số căn cước: không được lưu, đã bỏ qua; lần sau nên xóa cột này khỏi tệp',
  ],
  [
    'Danh sách',
    'Q1',
    'COLUMN_UNKNOWN',
    'Không nhận ra cột “Cỡ áo”, đã bỏ qua; nếu cần, hãy chọn cột này là thông tin gì',
  ],
  [
    'Danh sách',
    'R1',
    'COLUMN_REPEATED',
    'Cột “Thôn, TDP” trùng nội dung với cột “Thôn”; hãy chọn một cột, bỏ cột kia',
  ],
  [
    'Xã Hải Lăng',
    null,
    'UNIT_FROM_SHEET',
    'Bảng không có cột đơn vị nên lấy tên trang tính “Xã Hải Lăng” làm tên xã, phường',
  ],
  ['Thiếu cột', null, 'COLUMN_MISSING', 'Bảng thiếu cột “họ và tên”; hãy thêm cột, hoặc chọn cột tương ứng'],
  ['Hướng dẫn', null, 'SHEET_SKIPPED', 'Trang tính “Hướng dẫn” không có bảng nào đọc được, đã bỏ qua'],
  ['Danh mục', null, 'SHEET_SKIPPED', 'Trang tính “Danh mục” bị ẩn, đã bỏ qua'],
  [
    'Danh sách',
    null,
    'FILE_CLEARED',
    'Tệp có số căn cước, mật khẩu hoặc hình ảnh: tệp gốc không được lưu, chỉ lưu bản sao đã bỏ chúng',
  ],
  ['Danh sách', 'E2', 'VALUE_MISSING', 'Thiếu “Họ và tên”; ô này không được để trống'],
  [
    'Danh sách',
    'F2',
    'PHONE_INVALID',
    '“SĐT”: số điện thoại không dùng được: phải là số di động Việt Nam: 10 chữ số bắt đầu bằng 03, 05, 07, 08 hoặc 09, có thể viết +84 thay số 0 đầu',
  ],
  ['Danh sách', 'E3', 'TEXT_INVALID', '“Họ và tên”: họ tên phải có chữ cái'],
  [
    'Danh sách',
    'F3',
    'PHONE_INVALID',
    '“SĐT”: số điện thoại không dùng được: đây là số máy bàn; hãy ghi số di động, 10 chữ số bắt đầu bằng 03, 05, 07, 08 hoặc 09',
  ],
  ['Danh sách', 'E4', 'TEXT_INVALID', '“Họ và tên”: dài 101 ký tự; tối đa 100'],
  [
    'Danh sách',
    'F4',
    'PHONE_INVALID',
    '“SĐT”: số điện thoại không dùng được: Excel đã làm tròn số này (dạng 9,1E+08); hãy gõ lại số và định dạng ô là Text',
  ],
  [
    'Danh sách',
    'E5',
    'TEXT_SENSITIVE',
    '“Họ và tên”: ô có số giống số căn cước, không được lưu; hãy xóa khỏi ô này',
  ],
  [
    'Danh sách',
    'F5',
    'PHONE_INVALID',
    '“SĐT”: số điện thoại không dùng được: phải là số di động Việt Nam: 10 chữ số bắt đầu bằng 03, 05, 07, 08 hoặc 09, có thể viết +84 thay số 0 đầu',
  ],
  [
    'Danh sách',
    'E6',
    'LEGACY_FONT',
    '“Họ và tên”: chữ gõ bằng bảng mã TCVN3 đã được đổi sang Unicode (chữ in hoa của TCVN3 có thể thành chữ thường); hãy xem lại',
  ],
  ['Danh sách', 'F6', 'PHONE_SEVERAL', '“SĐT”: ô có 2 số điện thoại, chỉ lấy số đầu tiên'],
  [
    'Danh sách',
    'E7',
    'LEGACY_FONT',
    '“Họ và tên”: chữ gõ bằng bảng mã VNI đã được đổi sang Unicode; hãy xem lại',
  ],
  [
    'Danh sách',
    'F7',
    'PHONE_RENUMBERED',
    '“SĐT”: số 11 chữ số đã được đổi sang đầu số 10 chữ số dùng từ năm 2018; hãy kiểm tra lại',
  ],
  [
    'Danh sách',
    'G8',
    'CHOICE_UNKNOWN',
    '“Vai trò”: không rõ "Cố vấn" là gì; hãy ghi một trong: “tổ trưởng”, “tổ phó”, “thành viên”',
  ],
  [
    'Danh sách',
    'K8',
    'DATE_AMBIGUOUS',
    '“Từ ngày”: "1-3-24" có thể là 01/03/1924 hoặc 01/03/2024; hãy ghi đủ ngày/tháng/năm, ví dụ 05/03/2026',
  ],
  [
    'Danh sách',
    'I9',
    'CHOICE_UNKNOWN',
    '“Thành phần”: không rõ "Hội người yêu hoa" là gì; hãy ghi một trong: “lãnh đạo UBND cấp xã”, “công chức phụ trách cải cách hành chính”, “trưởng thôn, tổ trưởng tổ dân phố”, “Đoàn Thanh niên”, “Hội Liên hiệp Phụ nữ”, “Hội Nông dân”, “Mặt trận Tổ quốc”, “tổ chức chính trị - xã hội”, “công an khu vực”, “nhân viên viễn thông”, “nhân viên doanh nghiệp”, “giáo viên”, “người dân am hiểu công nghệ”',
  ],
  [
    'Danh sách',
    'K9',
    'DATE_INCOMPLETE',
    '“Từ ngày”: "3/2024" chưa đủ ngày, tháng, năm; hãy ghi đủ, ví dụ 05/03/2026',
  ],
  [
    'Danh sách',
    'J10',
    'CHOICE_UNKNOWN',
    '“Nòng cốt”: không rõ "có lẽ" là gì; hãy ghi một trong: “x” hoặc “có”, “không”',
  ],
  [
    'Danh sách',
    'K10',
    'DATE_INCOMPLETE',
    '“Từ ngày”: "2024" chưa đủ ngày, tháng, năm; hãy ghi đủ, ví dụ 05/03/2026',
  ],
  [
    'Danh sách',
    'H11',
    'WORD_LEFT_OUT',
    '“Chức vụ”: "Bí thư chi bộ" không có trong danh mục vai trò và thành phần, đã bỏ qua',
  ],
  [
    'Danh sách',
    'K11',
    'DATE_INVALID',
    '“Từ ngày”: "03/25/2024" không phải một ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 05/03/2026',
  ],
  [
    'Danh sách',
    'B12',
    'CODE_INVALID',
    '“Mã tổ”: mã "Tổ số 1" không đúng dạng; hãy dùng 2–40 chữ in hoa không dấu, chữ số và dấu nối, ví dụ 19375-01',
  ],
  [
    'Danh sách',
    'K12',
    'DATE_INVALID',
    '“Từ ngày”: "đầu năm" không phải một ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 05/03/2026',
  ],
  [
    'Danh sách',
    'K13',
    'DATE_OUT_OF_RANGE',
    '“Từ ngày”: ngày 01/03/2014 phải từ 01/01/2022 đến 30/11/2027; hãy xem lại năm',
  ],
  [
    'Danh sách',
    'C14',
    'CODE_INVALID',
    '“Mã xã”: mã "19375A" không đúng dạng; mã đơn vị hành chính gồm 2 chữ số (tỉnh) hoặc 5 chữ số (xã), kể cả số 0 ở đầu',
  ],
  [
    'Danh sách',
    'L14',
    'DATE_OUT_OF_RANGE',
    '“Đến ngày”: ngày 01/03/2034 phải từ 01/01/2022 đến 30/11/2027; hãy xem lại năm',
  ],
  [
    'Danh sách',
    'D15',
    'FORMULA_WITHOUT_VALUE',
    '“Thôn”: ô có công thức nhưng chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại, hoặc gõ giá trị',
  ],
  [
    'Danh sách',
    'M15',
    'TEXT_SENSITIVE',
    '“Ghi chú”: ô có mật khẩu hoặc mã xác thực, không được lưu; hãy xóa khỏi ô này',
  ],
  ['Danh sách', 'D16', 'CELL_BROKEN', '“Thôn”: ô báo lỗi #REF!; hãy sửa công thức hoặc gõ giá trị'],
];

describe('a file with 37 different faults', () => {
  it('reports exactly those 37, each with its cell and what would be right, and that the file is not kept', async () => {
    const { issues, records } = await readBytes(workbookOf({ sheets: SHEETS, styles: STYLES }), {
      kind: 'ROSTER',
    });
    const all = [...issues, ...records.flatMap((record) => record.issues)];
    const written = all.map(({ sheet, cell, code, messages }) => [sheet, cell, code, messages.vi]);
    expect(written).toEqual(EXPECTED);
    expect(written).toHaveLength(38);
  });
});
