import type {
  CalendarDayKind,
  PeriodKind,
  ReportAction,
  ReportOrigin,
  ReportStanding,
  ReportStatus,
} from '../report-vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const calendarDayKindLabels: LabelSet<CalendarDayKind> = {
  HOLIDAY: { vi: 'nghỉ lễ, tết', en: 'holiday' },
  IN_LIEU: { vi: 'nghỉ bù, nghỉ hoán đổi', en: 'day off in lieu' },
  MAKE_UP: { vi: 'làm bù', en: 'make-up working day' },
  UNSETTLED: { vi: 'chưa khẳng định', en: 'not settled' },
};

export const periodKindLabels: LabelSet<PeriodKind> = {
  WEEK: { vi: 'tuần', en: 'week' },
  MONTH: { vi: 'tháng', en: 'month' },
  QUARTER: { vi: 'quý', en: 'quarter' },
  HALF: { vi: '6 tháng', en: 'half-year' },
  YEAR: { vi: 'năm', en: 'year' },
};

export const reportStatusLabels: LabelSet<ReportStatus> = {
  DRAFT: { vi: 'nháp', en: 'draft' },
  SUBMITTED: { vi: 'đã gửi', en: 'submitted' },
  RETURNED: { vi: 'cần sửa', en: 'returned' },
  APPROVED: { vi: 'đã duyệt', en: 'approved' },
  LOCKED: { vi: 'đã khóa', en: 'locked' },
};

export const reportActionLabels: LabelSet<ReportAction> = {
  OPEN: { vi: 'lập báo cáo', en: 'open' },
  SUBMIT: { vi: 'gửi', en: 'submit' },
  RETURN: { vi: 'trả lại', en: 'return' },
  APPROVE: { vi: 'duyệt', en: 'approve' },
  LOCK: { vi: 'khóa', en: 'lock' },
  REOPEN: { vi: 'mở lại', en: 'reopen' },
};

export const reportOriginLabels: LabelSet<ReportOrigin> = {
  COMPUTED: { vi: 'tính từ hoạt động', en: 'computed from activities' },
  REGISTERED: { vi: 'theo sổ đăng ký', en: 'from the register' },
  MEASURED: { vi: 'số đo, số báo cáo', en: 'measured or stated' },
  CHILDREN: { vi: 'tổng hợp từ cấp dưới', en: 'gathered from below' },
  CORRECTED: { vi: 'sửa tay', en: 'corrected by hand' },
};

export const reportStandingLabels: LabelSet<ReportStanding> = {
  MISSING: { vi: 'chưa lập', en: 'missing' },
  DRAFT: { vi: 'nháp', en: 'draft' },
  SUBMITTED: { vi: 'đã gửi', en: 'submitted' },
  RETURNED: { vi: 'cần sửa', en: 'returned' },
  APPROVED: { vi: 'đã duyệt', en: 'approved' },
  LOCKED: { vi: 'đã khóa', en: 'locked' },
  WAIVED: { vi: 'được miễn', en: 'waived' },
};
