import {
  ACTIVITY_KINDS,
  ACTIVITY_STATUSES,
  ADMIN_LEVELS,
  AFFILIATIONS,
  AGGREGATIONS,
  BOUNDARIES,
  CALENDAR_DAY_KINDS,
  COMPARATORS,
  COMPUTED_MEASURES,
  CONSENT_PURPOSES,
  CONTACT_CHANNELS,
  DAY_COUNTS,
  DAY_PARTS,
  DIRECTIONS,
  DUPLICATE_REASONS,
  ERASURE_ACTIONS,
  FUNDING_BASES,
  IMPORT_KINDS,
  IMPORT_OUTCOMES,
  IMPORT_STATUSES,
  KPI_BASES,
  LEGAL_BASES,
  MEMBER_ROLES,
  MERGER_KINDS,
  MERGER_STATUSES,
  OUTBOX_STATUSES,
  PERIOD_KINDS,
  QUALIFIERS,
  REPORT_ACTIONS,
  REPORT_ORIGINS,
  REPORT_STANDINGS,
  REPORT_STATUSES,
  REQUIREMENTS,
  RESPONSIBILITY_KINDS,
  RETAINED_DATA,
  SEVERITIES,
  SUBJECT_REQUEST_KINDS,
  SUBJECT_REQUEST_STATUSES,
  TEAM_KINDS,
  TEAM_LINK_KINDS,
  TEAM_STATUSES,
  TOPICS,
  UNIT_LINK_KINDS,
  VIEWER_ROLES,
  WEEKDAYS,
  ZALO_GROUP_STATUSES,
} from '@cnscd/domain';
import { builder } from './builder.ts';

// The vocabularies of the domain as GraphQL enums. Labels for people are in @cnscd/domain.

const enumOf = <Value extends string>(name: string, values: readonly Value[], description: string) =>
  builder.enumType(name, { values, description });

export const AdminLevel = enumOf(
  'AdminLevel',
  ADMIN_LEVELS,
  'Level of administration [cấp hành chính]. DISTRICT [huyện, quận, thị xã] ended on 2025-06-30.',
);
export const UnitLinkKind = enumOf(
  'UnitLinkKind',
  UNIT_LINK_KINDS,
  'How a predecessor went into a successor. UNSPECIFIED: the source does not say.',
);
export const Boundary = enumOf(
  'Boundary',
  BOUNDARIES,
  "AS_REPORTED: the borders of the time a figure was reported for. CURRENT: today's borders, predecessors counted in.",
);
export const Qualifier = enumOf(
  'Qualifier',
  QUALIFIERS,
  'How sure a figure is: "4.327" EXACT, "hơn 4.000" AT_LEAST, "khoảng 30" ABOUT, "ước đạt 9,03%" ESTIMATE.',
);
export const TeamKind = enumOf('TeamKind', TEAM_KINDS, 'Kind of team [loại tổ]; independent of its level.');
export const TeamStatus = enumOf('TeamStatus', TEAM_STATUSES, 'Life of a team [trạng thái tổ].');
export const ZaloGroupStatus = enumOf(
  'ZaloGroupStatus',
  ZALO_GROUP_STATUSES,
  'Whether the team works through a Zalo group [nhóm Zalo]; BROKEN: the link no longer leads to one.',
);
export const MemberRole = enumOf(
  'MemberRole',
  MEMBER_ROLES,
  'Role in a team [tổ trưởng, tổ phó, thành viên].',
);
export const Affiliation = enumOf('Affiliation', AFFILIATIONS, 'Where a member comes from [thành phần].');
export const DuplicateReason = enumOf(
  'DuplicateReason',
  DUPLICATE_REASONS,
  'Why two records may be one person [dấu hiệu trùng]: the same name, written in another order, with tone marks elsewhere (hoà, hòa), spelt otherwise (đ/d, i/y, without marks), or the same phone number.',
);
export const ResponsibilityKind = enumOf(
  'ResponsibilityKind',
  RESPONSIBILITY_KINDS,
  'What a member looks after: a hamlet [ấp, thôn], a school or the one-stop desk [bộ phận một cửa].',
);
export const ActivityKind = enumOf('ActivityKind', ACTIVITY_KINDS, 'Kind of activity [hình thức hoạt động].');
export const ActivityStatus = enumOf(
  'ActivityStatus',
  ACTIVITY_STATUSES,
  'Life of an activity [trạng thái hoạt động]: planned, done, verified by somebody else, returned, cancelled.',
);
export const Weekday = enumOf('Weekday', WEEKDAYS, 'Day of the week [thứ trong tuần].');
export const DayPart = enumOf(
  'DayPart',
  DAY_PARTS,
  'Part of the day in Việt Nam [buổi]: before 12:00, from 12:00, from 18:00.',
);
export const OutboxStatus = enumOf(
  'OutboxStatus',
  OUTBOX_STATUSES,
  'What became of a write that waited [kết quả gửi bù]. SKIPPED: one before it was not done.',
);
export const ViewerRole = enumOf(
  'ViewerRole',
  VIEWER_ROLES,
  'What somebody is somewhere [vai trò], from the least to the most that he or she may do.',
);
export const Topic = enumOf('Topic', TOPICS, 'What people are helped with [nội dung hỗ trợ].');
export const Direction = enumOf('Direction', DIRECTIONS, 'Which way an indicator is good.');
export const Aggregation = enumOf(
  'Aggregation',
  AGGREGATIONS,
  'How the values of several units become one. Rates are RATIO_OF_SUMS and never averaged; LAST is never summed.',
);
export const ComputedMeasure = enumOf(
  'ComputedMeasure',
  COMPUTED_MEASURES,
  'What an indicator is counted from [đại lượng tính được]. A person counts once for each topic and activity.',
);
export const KpiBasis = enumOf(
  'KpiBasis',
  KPI_BASES,
  'Where a value comes from [nguồn của giá trị]: a source states it, verified activities give it, or the register.',
);
export const Comparator = enumOf('Comparator', COMPARATORS, 'How a value is held against its target.');
export const Requirement = enumOf('Requirement', REQUIREMENTS, 'What a team rule asks for.');
export const Severity = enumOf('Severity', SEVERITIES, 'How hard a rule is.');
export const FundingBasis = enumOf('FundingBasis', FUNDING_BASES, 'What an amount is paid for.');
export const TeamLinkKind = enumOf(
  'TeamLinkKind',
  TEAM_LINK_KINDS,
  'How a team went over into another one [sáp nhập, tách ra].',
);
export const MergerKind = enumOf(
  'MergerKind',
  MERGER_KINDS,
  'What was made one, or was split [loại sáp nhập, tách].',
);
export const MergerStatus = enumOf(
  'MergerStatus',
  MERGER_STATUSES,
  'Whether a merger or split holds, or was undone [đã thực hiện, đã hoàn tác].',
);

// ── Rights of people ──

export const ConsentPurpose = enumOf(
  'ConsentPurpose',
  CONSENT_PURPOSES,
  "What a person's data may be used for [mục đích]. Nothing is taken as agreed to.",
);
export const LegalBasis = enumOf(
  'LegalBasis',
  LEGAL_BASES,
  'On what ground data are used [căn cứ]. Consent is one of several.',
);
export const ContactChannel = enumOf(
  'ContactChannel',
  CONTACT_CHANNELS,
  'The way by which a person said something [hình thức].',
);

export const SubjectRequestKind = enumOf(
  'SubjectRequestKind',
  SUBJECT_REQUEST_KINDS,
  'What a person asks about the own data [loại yêu cầu]: to see, correct, restrict or erase them, to object, to withdraw consent.',
);
export const SubjectRequestStatus = enumOf(
  'SubjectRequestStatus',
  SUBJECT_REQUEST_STATUSES,
  'Life of a request [trạng thái yêu cầu]. EXTENDED: acknowledged, and given more time once.',
);
export const DayCount = enumOf('DayCount', DAY_COUNTS, 'How the days of a term are counted [cách đếm ngày].');

export const ErasureAction = enumOf(
  'ErasureAction',
  ERASURE_ACTIONS,
  'What an erasure does with something that it found [cách xử lý khi xóa]. TO_MEND: people have to look at it.',
);

export const RetainedData = enumOf(
  'RetainedData',
  RETAINED_DATA,
  'What is kept for a time and then goes [dữ liệu có thời hạn lưu giữ].',
);

export const CalendarDayKind = enumOf(
  'CalendarDayKind',
  CALENDAR_DAY_KINDS,
  'What a day of the work calendar is [nghỉ lễ, nghỉ bù, làm bù]. UNSETTLED: the sources do not settle it; counted as worked.',
);
export const PeriodKind = enumOf('PeriodKind', PERIOD_KINDS, 'Kind of reporting period [loại kỳ báo cáo].');
export const ReportStatus = enumOf(
  'ReportStatus',
  REPORT_STATUSES,
  'Where a report stands [trạng thái báo cáo]: draft, submitted, returned, approved, locked.',
);
export const ReportAction = enumOf(
  'ReportAction',
  REPORT_ACTIONS,
  'What moves a report from one status to another [thao tác với báo cáo].',
);
export const ReportOrigin = enumOf(
  'ReportOrigin',
  REPORT_ORIGINS,
  'Where a value of a report comes from [nguồn của số liệu báo cáo].',
);
export const ReportStanding = enumOf(
  'ReportStanding',
  REPORT_STANDINGS,
  'How it stands with the report of a unit that should report [tình hình gửi]. MISSING: nobody has opened it; WAIVED: it is done without.',
);
export const ImportKind = enumOf('ImportKind', IMPORT_KINDS, "What an officer's file holds [loại tệp nhập].");
export const ImportStatus = enumOf(
  'ImportStatus',
  IMPORT_STATUSES,
  "What became of an officer's file [tình trạng tệp nhập]: waiting, read, applied, undone.",
);
export const ImportOutcome = enumOf(
  'ImportOutcome',
  IMPORT_OUTCOMES,
  'What a row of a file does to the register [kết quả từng dòng].',
);
