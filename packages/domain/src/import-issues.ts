import { formatDate, type LocalDate } from './dates.ts';
import type { Messages } from './errors.ts';
import type { ImportIssueCode } from './import-vocabulary.ts';
import { quoted } from './shown.ts';
import type { Severity } from './vocabulary.ts';

/**
 * What the sentence of each issue needs to know. `column` is the heading as the officer wrote it; `given` is what stands
 * in the cell and is never given where it may be personal data.
 */
export interface ImportIssueFacts {
  CELL_BROKEN: { column: string; given: string };
  CHOICE_UNKNOWN: { column: string; given: string; choices: Messages };
  CODE_INVALID: { column: string; given: string; right: Messages };
  COLUMN_MISSING: { columns: Messages };
  COLUMN_NOT_STORED: { column: string; what: Messages };
  COLUMN_REPEATED: { column: string; first: string };
  COLUMN_UNKNOWN: { column: string };
  COUNTS_CONTRADICT: { column: string; part: number; whole: number; wholeColumn: string };
  COUNT_INVALID: { column: string; given: string };
  DATE_AMBIGUOUS: { column: string; given: string; readings: Messages };
  DATE_INCOMPLETE: { column: string; given: string };
  DATE_INVALID: { column: string; given: string };
  DATE_OUT_OF_RANGE: { column: string; day: LocalDate; from: LocalDate; to: LocalDate };
  FILE_CLEARED: { isKept: boolean };
  FORMULA_WITHOUT_VALUE: { column: string };
  LEGACY_FONT: { column: string; font: 'TCVN3' | 'VNI' };
  LINK_INVALID: { column: string; right: Messages };
  NUMBER_AMBIGUOUS: { column: string; given: string; readings: Messages };
  NUMBER_INVALID: { column: string; given: string };
  PERIOD_INVALID: { column: string; given: string };
  PHONE_INVALID: { column: string; hint: Messages };
  PHONE_RENUMBERED: { column: string };
  PHONE_SEVERAL: { column: string; count: number };
  SHEET_SKIPPED: { sheet: string; isHidden: boolean };
  TABLE_MISSING: { columns: Messages };
  TEXT_INVALID: { column: string; reason: Messages };
  TEXT_SENSITIVE: { column: string; what: Messages };
  TIME_INVALID: { column: string; given: string };
  TOPICS_SHARE_COUNTS: { column: string };
  UNIT_FROM_SHEET: { sheet: string };
  VALUE_MISSING: { column: string };
  WORD_LEFT_OUT: { column: string; given: string };
}

/** An issue by its code, before it is known where it stands. */
export interface ImportFault {
  code: ImportIssueCode;
  /** ERROR: the row cannot be taken over as it is. WARNING: it can, and somebody should know. */
  severity: Severity;
  messages: Messages;
}

/** Something that is not right in an officer's file: what is wrong, and what would be right. */
export function importFault<Code extends ImportIssueCode>(
  code: Code,
  facts: ImportIssueFacts[Code],
): ImportFault {
  return { code, severity: IMPORT_ISSUE_SEVERITIES[code], messages: SENTENCES[code](facts) };
}

/** Which issues keep a row from being taken over. */
export const IMPORT_ISSUE_SEVERITIES: Readonly<Record<ImportIssueCode, Severity>> = {
  CELL_BROKEN: 'ERROR',
  CHOICE_UNKNOWN: 'ERROR',
  CODE_INVALID: 'ERROR',
  COLUMN_MISSING: 'ERROR',
  COLUMN_NOT_STORED: 'WARNING',
  COLUMN_REPEATED: 'ERROR',
  COLUMN_UNKNOWN: 'WARNING',
  COUNTS_CONTRADICT: 'ERROR',
  COUNT_INVALID: 'ERROR',
  DATE_AMBIGUOUS: 'ERROR',
  DATE_INCOMPLETE: 'ERROR',
  DATE_INVALID: 'ERROR',
  DATE_OUT_OF_RANGE: 'ERROR',
  FILE_CLEARED: 'WARNING',
  FORMULA_WITHOUT_VALUE: 'ERROR',
  LEGACY_FONT: 'WARNING',
  LINK_INVALID: 'ERROR',
  NUMBER_AMBIGUOUS: 'ERROR',
  NUMBER_INVALID: 'ERROR',
  PERIOD_INVALID: 'ERROR',
  PHONE_INVALID: 'ERROR',
  PHONE_RENUMBERED: 'WARNING',
  PHONE_SEVERAL: 'WARNING',
  SHEET_SKIPPED: 'WARNING',
  TABLE_MISSING: 'ERROR',
  TEXT_INVALID: 'ERROR',
  TEXT_SENSITIVE: 'ERROR',
  TIME_INVALID: 'ERROR',
  TOPICS_SHARE_COUNTS: 'ERROR',
  UNIT_FROM_SHEET: 'WARNING',
  VALUE_MISSING: 'ERROR',
  WORD_LEFT_OUT: 'WARNING',
};

/** “SĐT”: headings come with line breaks and at any length. */
const named = (column: string) => `“${column.replace(/\s+/gu, ' ').trim().slice(0, 60)}”`;

const SENTENCES: { readonly [Code in ImportIssueCode]: (facts: ImportIssueFacts[Code]) => Messages } = {
  CELL_BROKEN: ({ column, given }) => ({
    vi: `${named(column)}: ô báo lỗi ${given}; hãy sửa công thức hoặc gõ giá trị`,
    en: `${named(column)}: the cell shows ${given}; mend its formula or type the value`,
  }),
  CHOICE_UNKNOWN: ({ column, given, choices }) => ({
    vi: `${named(column)}: không rõ ${quoted(given)} là gì; hãy ghi một trong: ${choices.vi}`,
    en: `${named(column)}: ${quoted(given)} is not known; write one of: ${choices.en}`,
  }),
  CODE_INVALID: ({ column, given, right }) => ({
    vi: `${named(column)}: mã ${quoted(given)} không đúng dạng; ${right.vi}`,
    en: `${named(column)}: the code ${quoted(given)} has another shape; ${right.en}`,
  }),
  COLUMN_MISSING: ({ columns }) => ({
    vi: `Bảng thiếu cột ${columns.vi}; hãy thêm cột, hoặc chọn cột tương ứng`,
    en: `The table has no column ${columns.en}; add it, or choose which column it is`,
  }),
  COLUMN_NOT_STORED: ({ column, what }) => ({
    vi: `Cột ${named(column)} chứa ${what.vi}: không được lưu, đã bỏ qua; lần sau nên xóa cột này khỏi tệp`,
    en: `The column ${named(column)} holds the ${what.en}: it is not stored and was left out; better delete it from the file`,
  }),
  COLUMN_REPEATED: ({ column, first }) => ({
    vi: `Cột ${named(column)} trùng nội dung với cột ${named(first)}; hãy chọn một cột, bỏ cột kia`,
    en: `The column ${named(column)} says the same as ${named(first)}; choose one and leave the other out`,
  }),
  COLUMN_UNKNOWN: ({ column }) => ({
    vi: `Không nhận ra cột ${named(column)}, đã bỏ qua; nếu cần, hãy chọn cột này là thông tin gì`,
    en: `The column ${named(column)} was not recognised and is left out; if it is needed, choose what it is`,
  }),
  COUNTS_CONTRADICT: ({ column, part, whole, wholeColumn }) => ({
    vi: `${named(column)} là ${part}, nhiều hơn ${named(wholeColumn)} là ${whole}; hãy kiểm tra lại hai số`,
    en: `${named(column)} is ${part}, more than ${named(wholeColumn)}, which is ${whole}; check both`,
  }),
  COUNT_INVALID: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} phải là số nguyên từ 0 trở lên`,
    en: `${named(column)}: ${quoted(given)} must be a whole number from 0 on`,
  }),
  DATE_AMBIGUOUS: ({ column, given, readings }) => ({
    vi: `${named(column)}: ${quoted(given)} có thể là ${readings.vi}; hãy ghi đủ ngày/tháng/năm, ví dụ 05/03/2026`,
    en: `${named(column)}: ${quoted(given)} may be ${readings.en}; write day/month/year in full, for example 05/03/2026`,
  }),
  DATE_INCOMPLETE: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} chưa đủ ngày, tháng, năm; hãy ghi đủ, ví dụ 05/03/2026`,
    en: `${named(column)}: ${quoted(given)} is not a whole date; write day/month/year, for example 05/03/2026`,
  }),
  DATE_INVALID: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} không phải một ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 05/03/2026`,
    en: `${named(column)}: ${quoted(given)} is no day of the calendar; write day/month/year, for example 05/03/2026`,
  }),
  DATE_OUT_OF_RANGE: ({ column, day, from, to }) => ({
    vi: `${named(column)}: ngày ${formatDate(day, 'vi')} phải từ ${formatDate(from, 'vi')} đến ${formatDate(to, 'vi')}; hãy xem lại năm`,
    en: `${named(column)}: ${formatDate(day, 'en')} must be from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}; look at the year again`,
  }),
  FILE_CLEARED: ({ isKept }) => ({
    vi: `Tệp có số căn cước, mật khẩu hoặc hình ảnh: tệp gốc không được lưu${isKept ? ', chỉ lưu bản sao đã bỏ chúng' : ' và không tạo được bản sao đã bỏ chúng; muốn đọc lại phải tải tệp lên lại'}`,
    en: `The file has citizen-ID numbers, passwords or pictures: the file itself is not kept, ${isKept ? 'only a copy without them' : 'and no copy could be made without them; upload it again to have it read again'}`,
  }),
  FORMULA_WITHOUT_VALUE: ({ column }) => ({
    vi: `${named(column)}: ô có công thức nhưng chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại, hoặc gõ giá trị`,
    en: `${named(column)}: the cell has a formula without its result; open the file in Excel and save it, or type the value`,
  }),
  LEGACY_FONT: ({ column, font }) => ({
    vi: `${named(column)}: chữ gõ bằng bảng mã ${font} đã được đổi sang Unicode${font === 'TCVN3' ? ' (chữ in hoa của TCVN3 có thể thành chữ thường)' : ''}; hãy xem lại`,
    en: `${named(column)}: text in the old encoding ${font} was converted to Unicode${font === 'TCVN3' ? ' (capitals of TCVN3 may have become small letters)' : ''}; please look at it`,
  }),
  LINK_INVALID: ({ column, right }) => ({
    vi: `${named(column)}: liên kết không đúng; ${right.vi}`,
    en: `${named(column)}: the link is not right; ${right.en}`,
  }),
  NUMBER_AMBIGUOUS: ({ column, given, readings }) => ({
    vi: `${named(column)}: ${quoted(given)} có thể là ${readings.vi}; hãy ghi lại không có dấu phân cách hàng nghìn`,
    en: `${named(column)}: ${quoted(given)} may be ${readings.en}; write it without a thousands separator`,
  }),
  NUMBER_INVALID: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} không phải một số; hãy ghi như 4.327, 98,5% hoặc “khoảng 30”`,
    en: `${named(column)}: ${quoted(given)} is no number; write it as 4.327, 98,5% or “khoảng 30”`,
  }),
  PERIOD_INVALID: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} không phải kỳ báo cáo; hãy ghi như “quý I/2026”, “tháng 3/2026”, “6 tháng đầu năm 2026” hoặc 2026`,
    en: `${named(column)}: ${quoted(given)} is no reporting period; write it as “quý I/2026”, “tháng 3/2026”, 2026-H1 or 2026`,
  }),
  PHONE_INVALID: ({ column, hint }) => ({
    vi: `${named(column)}: số điện thoại không dùng được: ${hint.vi}`,
    en: `${named(column)}: the phone number cannot be used: ${hint.en}`,
  }),
  PHONE_RENUMBERED: ({ column }) => ({
    vi: `${named(column)}: số 11 chữ số đã được đổi sang đầu số 10 chữ số dùng từ năm 2018; hãy kiểm tra lại`,
    en: `${named(column)}: a number of 11 digits was renumbered to the 10 digits in use since 2018; please check it`,
  }),
  PHONE_SEVERAL: ({ column, count }) => ({
    vi: `${named(column)}: ô có ${count} số điện thoại, chỉ lấy số đầu tiên`,
    en: `${named(column)}: the cell has ${count} phone numbers, only the first is taken`,
  }),
  SHEET_SKIPPED: ({ sheet, isHidden }) => ({
    vi: `Trang tính ${named(sheet)} ${isHidden ? 'bị ẩn' : 'không có bảng nào đọc được'}, đã bỏ qua`,
    en: `The sheet ${named(sheet)} ${isHidden ? 'is hidden' : 'has no table that can be read'} and is left out`,
  }),
  TABLE_MISSING: ({ columns }) => ({
    vi: `Không tìm thấy bảng nào trong tệp; cần một dòng tiêu đề có cột ${columns.vi}`,
    en: `No table was found in the file; it needs a row of headings with ${columns.en}`,
  }),
  TEXT_INVALID: ({ column, reason }) => ({
    vi: `${named(column)}: ${reason.vi}`,
    en: `${named(column)}: ${reason.en}`,
  }),
  TEXT_SENSITIVE: ({ column, what }) => ({
    vi: `${named(column)}: ô có ${what.vi}, không được lưu; hãy xóa khỏi ô này`,
    en: `${named(column)}: the cell has ${what.en}, which is never stored; delete it from this cell`,
  }),
  TIME_INVALID: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} không phải giờ; hãy ghi như 19:30 hoặc 19h30`,
    en: `${named(column)}: ${quoted(given)} is no time of day; write it as 19:30 or 19h30`,
  }),
  TOPICS_SHARE_COUNTS: ({ column }) => ({
    vi: `${named(column)}: có nhiều nội dung nhưng chỉ một bộ số đếm; hãy tách mỗi nội dung thành một dòng`,
    en: `${named(column)}: several topics with one set of counts; give each topic a row of its own`,
  }),
  UNIT_FROM_SHEET: ({ sheet }) => ({
    vi: `Bảng không có cột đơn vị nên lấy tên trang tính ${named(sheet)} làm tên xã, phường`,
    en: `The table has no column for the unit, so the name of the sheet ${named(sheet)} is taken as the commune`,
  }),
  VALUE_MISSING: ({ column }) => ({
    vi: `Thiếu ${named(column)}; ô này không được để trống`,
    en: `${named(column)} is missing; this cell must not be empty`,
  }),
  WORD_LEFT_OUT: ({ column, given }) => ({
    vi: `${named(column)}: ${quoted(given)} không có trong danh mục vai trò và thành phần, đã bỏ qua`,
    en: `${named(column)}: ${quoted(given)} is no role and no affiliation that is known, and is left out`,
  }),
};
