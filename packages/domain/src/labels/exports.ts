import type { ExportKind } from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const exportKindLabels: LabelSet<ExportKind> = {
  TEAMS: { vi: 'danh sách tổ', en: 'list of teams' },
  ROSTER: { vi: 'danh sách thành viên tổ', en: 'roster of members' },
  ACTIVITIES: { vi: 'danh sách hoạt động', en: 'list of activities' },
  FIGURES: { vi: 'số liệu theo nguồn công bố', en: 'figures as sources state them' },
  MEASUREMENTS: { vi: 'số liệu do cán bộ nhập', en: 'measurements that officers recorded' },
  BOARD: { vi: 'bảng chỉ tiêu', en: 'indicator board' },
  OVERVIEW: { vi: 'tổng quan tổ và thành viên', en: 'overview of teams and members' },
};
