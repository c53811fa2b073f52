import type {
  ImportFindingCode,
  ImportIssueCode,
  ImportKind,
  ImportOutcome,
  ImportStatus,
} from '../import-vocabulary.ts';

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

export const importStatusLabels: LabelSet<ImportStatus> = {
  WAITING: { vi: 'chờ đọc tệp', en: 'waiting to be read' },
  READING: { vi: 'đang đọc tệp', en: 'being read' },
  READY: { vi: 'chờ ghi vào sổ', en: 'ready to be applied' },
  APPLYING: { vi: 'đang ghi vào sổ', en: 'being applied' },
  APPLIED: { vi: 'đã ghi vào sổ', en: 'applied' },
  UNDOING: { vi: 'đang hoàn tác', en: 'being undone' },
  UNDONE: { vi: 'đã rút khỏi sổ', en: 'undone' },
  FAILED: { vi: 'không đọc được tệp', en: 'failed' },
  DISCARDED: { vi: 'đã bỏ tệp', en: 'discarded' },
};

export const importOutcomeLabels: LabelSet<ImportOutcome> = {
  NEW: { vi: 'thêm mới', en: 'new' },
  CHANGED: { vi: 'thay đổi', en: 'changed' },
  UNCHANGED: { vi: 'giữ nguyên', en: 'unchanged' },
  FAULTY: { vi: 'có lỗi', en: 'faulty' },
};

export const importFindingCodeLabels: LabelSet<ImportFindingCode> = {
  DAYS_REVERSED: { vi: 'ngày kết thúc trước ngày tham gia', en: 'last day before the first' },
  DAY_OUT_OF_RANGE: { vi: 'ngày ngoài phạm vi', en: 'day out of range' },
  FROM_BEFORE_TEAM: { vi: 'tham gia trước khi lập tổ', en: 'joined before the team was founded' },
  FROM_DIFFERS: { vi: 'ngày tham gia khác với sổ', en: 'other first day than in the register' },
  FROM_MISSING: { vi: 'thiếu ngày tham gia', en: 'first day missing' },
  MEMBER_AMBIGUOUS: { vi: 'nhiều người trùng họ tên', en: 'several people of one name' },
  MEMBER_RESTRICTED: { vi: 'dữ liệu người này đang bị hạn chế', en: 'data of the person restricted' },
  NAME_SPELLED: { vi: 'tên viết khác với sổ', en: 'name spelled otherwise in the register' },
  PHONE_OF_ANOTHER: { vi: 'số điện thoại của người khác', en: 'phone number of somebody else' },
  PHONE_REPLACED: { vi: 'thay số điện thoại', en: 'phone number replaced' },
  PHONE_SHARED: { vi: 'số điện thoại dùng chung', en: 'shared phone number' },
  ROW_REPEATED: { vi: 'dòng bị lặp', en: 'row repeated' },
  TEAM_AMBIGUOUS: { vi: 'nhiều tổ trùng tên', en: 'several teams of one name' },
  TEAM_ELSEWHERE: { vi: 'tổ thuộc đơn vị khác', en: 'team in another unit' },
  TEAM_EMPLOYER_MISSING: {
    vi: 'tổ doanh nghiệp thiếu tên doanh nghiệp',
    en: 'enterprise team without its enterprise',
  },
  TEAM_ENDED: { vi: 'tổ đã kết thúc', en: 'team has ended' },
  TEAM_HAS_LEADER: { vi: 'hai tổ trưởng cùng lúc', en: 'two leaders at a time' },
  TEAM_NAME_MISSING: { vi: 'thiếu tên tổ', en: 'name of the team missing' },
  TEAM_PLANNED: { vi: 'tổ mới chỉ là dự kiến', en: 'new team only planned' },
  TEAM_UNKNOWN: { vi: 'không có tổ này trong sổ', en: 'team not in the register' },
  UNIT_AMBIGUOUS: { vi: 'nhiều đơn vị trùng tên', en: 'several units of one name' },
  UNIT_CODE_DIFFERS: { vi: 'mã khác tên đơn vị', en: 'code and name of the unit differ' },
  UNIT_FROM_LINEAGE: { vi: 'tên đơn vị cũ', en: 'former name of a unit' },
  UNIT_MISSING: { vi: 'không rõ đơn vị', en: 'unit not said' },
  UNIT_OUTSIDE: { vi: 'đơn vị ngoài địa bàn', en: 'unit outside the region' },
  UNIT_UNKNOWN: { vi: 'không có đơn vị này', en: 'unit not known' },
  VILLAGE_UNKNOWN: { vi: 'thôn chưa có trong danh mục', en: 'village not in the list' },
};
