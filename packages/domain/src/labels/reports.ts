import type { CalendarDayKind } from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const calendarDayKindLabels: LabelSet<CalendarDayKind> = {
  HOLIDAY: { vi: 'nghỉ lễ, tết', en: 'holiday' },
  IN_LIEU: { vi: 'nghỉ bù, nghỉ hoán đổi', en: 'day off in lieu' },
  MAKE_UP: { vi: 'làm bù', en: 'make-up working day' },
  UNSETTLED: { vi: 'chưa khẳng định', en: 'not settled' },
};
