import type {
  Aggregation,
  Comparator,
  ComputedMeasure,
  Direction,
  FundingBasis,
  KpiBasis,
  MeasureUnit,
  Qualifier,
  WarningCode,
} from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const qualifierLabels: LabelSet<Qualifier> = {
  EXACT: { vi: 'chính xác', en: 'exact' },
  AT_LEAST: { vi: 'ít nhất', en: 'at least' },
  ABOUT: { vi: 'khoảng', en: 'about' },
  ESTIMATE: { vi: 'ước tính', en: 'estimate' },
};

/** Written after a number: "115 tổ", "95,22%" (no space before the sign). */
export const measureUnitLabels: LabelSet<MeasureUnit> = {
  TEAM: { vi: 'tổ', en: 'teams' },
  PERSON: { vi: 'người', en: 'people' },
  HOUSEHOLD: { vi: 'hộ', en: 'households' },
  VILLAGE: { vi: 'thôn, tổ dân phố', en: 'villages' },
  COMMUNE: { vi: 'xã, phường, đặc khu', en: 'communes' },
  DISTRICT: { vi: 'huyện, quận, thị xã, thành phố', en: 'districts' },
  COMMITTEE: { vi: 'ban chỉ đạo', en: 'steering committees' },
  SQUAD: { vi: 'đội', en: 'squads' },
  ACCOUNT: { vi: 'tài khoản', en: 'accounts' },
  DOSSIER: { vi: 'hồ sơ', en: 'dossiers' },
  TRADER: { vi: 'tiểu thương', en: 'traders' },
  PLATFORM: { vi: 'sàn, nền tảng', en: 'platforms' },
  ACTIVITY: { vi: 'hoạt động', en: 'activities' },
  LEVEL: { vi: 'cấp', en: 'levels' },
  PERCENT: { vi: '%', en: '%' },
  RANK: { vi: 'hạng', en: 'rank' },
  POINT: { vi: 'điểm', en: 'points' },
  UNKNOWN: { vi: 'không rõ đơn vị tính', en: 'unit not stated' },
};

export const directionLabels: LabelSet<Direction> = {
  HIGHER_IS_BETTER: { vi: 'càng cao càng tốt', en: 'higher is better' },
  LOWER_IS_BETTER: { vi: 'càng thấp càng tốt', en: 'lower is better' },
  NEUTRAL: { vi: 'chỉ để theo dõi', en: 'neutral' },
};

export const aggregationLabels: LabelSet<Aggregation> = {
  SUM: { vi: 'cộng dồn', en: 'sum' },
  RATIO_OF_SUMS: { vi: 'tổng tử số chia tổng mẫu số', en: 'ratio of sums' },
  LAST: { vi: 'giá trị mới nhất', en: 'latest value' },
  MAX: { vi: 'giá trị lớn nhất', en: 'largest value' },
};

export const computedMeasureLabels: LabelSet<ComputedMeasure> = {
  VERIFIED_ACTIVITIES: { vi: 'số hoạt động đã xác nhận', en: 'verified activities' },
  ACTIVE_TEAMS: { vi: 'số tổ có hoạt động', en: 'active teams' },
  REACHED: { vi: 'lượt người được tiếp cận', en: 'people reached' },
  ASSISTED: { vi: 'lượt người được hỗ trợ', en: 'people assisted' },
  SUCCEEDED: { vi: 'lượt người làm được', en: 'people who succeeded' },
  TEAMS: { vi: 'số tổ', en: 'teams' },
  MEMBERS: { vi: 'số thành viên', en: 'members' },
};

export const kpiBasisLabels: LabelSet<KpiBasis> = {
  REPORTED: { vi: 'theo báo cáo', en: 'reported' },
  COMPUTED: { vi: 'tính từ hoạt động', en: 'computed from activities' },
  REGISTERED: { vi: 'theo sổ đăng ký', en: 'from the register' },
};

export const comparatorLabels: LabelSet<Comparator> = {
  AT_LEAST: { vi: 'ít nhất', en: 'at least' },
  AT_MOST: { vi: 'nhiều nhất', en: 'at most' },
  EXACTLY: { vi: 'đúng', en: 'exactly' },
};

export const fundingBasisLabels: LabelSet<FundingBasis> = {
  TEAM_YEAR: { vi: 'mỗi tổ mỗi năm', en: 'per team and year' },
  TEAM_MONTH: { vi: 'mỗi tổ mỗi tháng', en: 'per team and month' },
  PERSON_MONTH: { vi: 'mỗi người mỗi tháng', en: 'per person and month' },
  PERSON_DAY: { vi: 'mỗi người mỗi ngày', en: 'per person and day' },
};

export const warningCodeLabels: LabelSet<WarningCode> = {
  RULE_MIN_SIZE: { vi: 'ít thành viên hơn quy định', en: 'fewer members than the rule asks for' },
  CHILD_SUM: {
    vi: 'số của toàn vùng và của cấp dưới không khớp',
    en: 'figures of the whole and of its parts do not fit',
  },
  LOCAL_TEAMS_EXCEED_VILLAGES: { vi: 'nhiều tổ hơn số thôn, tổ dân phố', en: 'more teams than villages' },
  MIXED_AS_OF: { vi: 'số liệu của nhiều ngày khác nhau', en: 'figures of different days' },
  DISTRICT_LEVEL_ENDED: {
    vi: 'cấp huyện đã kết thúc ngày 30/6/2025',
    en: 'the district level ended on 30 June 2025',
  },
  UNIT_UNKNOWN: { vi: 'không rõ đơn vị', en: 'unit not known' },
  ALLOCATION_UNKNOWN: { vi: 'không rõ phần thuộc từng đơn vị mới', en: 'share of each new unit not known' },
  UNITS_NOT_REPORTING: { vi: 'có đơn vị chưa báo cáo', en: 'some units have not reported' },
  UNIT_ENDED: { vi: 'đơn vị hành chính không còn', en: 'the administrative unit has ended' },
  SOURCES_DISAGREE: { vi: 'các nguồn nêu số khác nhau', en: 'sources disagree' },
  RATIO_PARTS_MISSING: { vi: 'thiếu tử số hoặc mẫu số', en: 'numerator or denominator missing' },
  TARGET_AMBIGUOUS: { vi: 'chỉ tiêu có nhiều cách hiểu', en: 'the target can be read in several ways' },
  COUNTS_UNKNOWN: { vi: 'có hoạt động chưa đếm số người', en: 'some activities did not count people' },
};
