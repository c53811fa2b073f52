import type { ImportIssueCode, ImportKind } from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const importKindLabels: LabelSet<ImportKind> = {
  ROSTER: { vi: 'danh sách thành viên', en: 'roster of members' },
  TEAMS: { vi: 'danh sách tổ', en: 'list of teams' },
  ACTIVITIES: { vi: 'hoạt động đã làm', en: 'activities' },
  FIGURES: { vi: 'số liệu báo cáo', en: 'reported figures' },
  MEASUREMENTS: { vi: 'số đo chỉ tiêu', en: 'measurements of indicators' },
};

export const importIssueCodeLabels: LabelSet<ImportIssueCode> = {
  CELL_BROKEN: { vi: 'ô báo lỗi công thức', en: 'cell shows an error' },
  CHOICE_UNKNOWN: { vi: 'từ không có trong danh mục', en: 'word that no list has' },
  CODE_INVALID: { vi: 'mã sai dạng', en: 'code of another shape' },
  COLUMN_MISSING: { vi: 'thiếu cột bắt buộc', en: 'needed column is missing' },
  COLUMN_NOT_STORED: { vi: 'cột không được lưu', en: 'column that is not stored' },
  COLUMN_REPEATED: { vi: 'hai cột cùng nội dung', en: 'two columns for the same' },
  COLUMN_UNKNOWN: { vi: 'cột không nhận ra', en: 'column not recognised' },
  COUNTS_CONTRADICT: { vi: 'các số đếm mâu thuẫn', en: 'counts contradict' },
  COUNT_INVALID: { vi: 'số đếm không đúng', en: 'not a count' },
  DATE_AMBIGUOUS: { vi: 'ngày có nhiều cách hiểu', en: 'date with several readings' },
  DATE_INCOMPLETE: { vi: 'ngày chưa đủ', en: 'date not complete' },
  DATE_INVALID: { vi: 'ngày không có thật', en: 'no such day' },
  DATE_OUT_OF_RANGE: { vi: 'ngày ngoài khoảng cho phép', en: 'date out of range' },
  FORMULA_WITHOUT_VALUE: { vi: 'công thức chưa có kết quả', en: 'formula without its result' },
  LEGACY_FONT: { vi: 'chữ của bảng mã cũ', en: 'text in an old encoding' },
  LINK_INVALID: { vi: 'liên kết không đúng', en: 'link not right' },
  NUMBER_AMBIGUOUS: { vi: 'số có nhiều cách hiểu', en: 'number with several readings' },
  NUMBER_INVALID: { vi: 'không phải số', en: 'not a number' },
  PERIOD_INVALID: { vi: 'không phải kỳ báo cáo', en: 'not a period' },
  PHONE_INVALID: { vi: 'số điện thoại không dùng được', en: 'phone number not usable' },
  PHONE_RENUMBERED: { vi: 'số 11 chữ số đã đổi đầu số', en: 'number renumbered from 11 digits' },
  PHONE_SEVERAL: { vi: 'nhiều số điện thoại trong một ô', en: 'several phone numbers in a cell' },
  SHEET_SKIPPED: { vi: 'trang tính bị bỏ qua', en: 'sheet left out' },
  TABLE_MISSING: { vi: 'không có bảng', en: 'no table' },
  TEXT_INVALID: { vi: 'chữ không lưu được', en: 'text not storable' },
  TEXT_SENSITIVE: { vi: 'thông tin không được lưu', en: 'what is never stored' },
  TIME_INVALID: { vi: 'không phải giờ', en: 'not a time of day' },
  TOPICS_SHARE_COUNTS: { vi: 'nhiều nội dung chung số đếm', en: 'topics that share their counts' },
  UNIT_FROM_SHEET: { vi: 'đơn vị lấy từ tên trang tính', en: 'unit taken from the name of the sheet' },
  VALUE_MISSING: { vi: 'ô bắt buộc bị trống', en: 'needed cell is empty' },
  WORD_LEFT_OUT: { vi: 'từ bị bỏ qua', en: 'word left out' },
};
