import type { Messages } from './errors.ts';
import type * as importVocabulary from './import-vocabulary.ts';
import {
  activityKindLabels,
  activityStatusLabels,
  dayPartLabels,
  outboxStatusLabels,
  topicLabels,
  weekdayLabels,
} from './labels/activities.ts';
import { exportKindLabels } from './labels/exports.ts';
import {
  aggregationLabels,
  comparatorLabels,
  computedMeasureLabels,
  directionLabels,
  fundingBasisLabels,
  kpiBasisLabels,
  measureUnitLabels,
  qualifierLabels,
  warningCodeLabels,
} from './labels/figures.ts';
import {
  importFindingCodeLabels,
  importIssueCodeLabels,
  importKindLabels,
  importOutcomeLabels,
  importStatusLabels,
} from './labels/imports.ts';
import type { LabelSet } from './labels/label-set.ts';
import {
  calendarDayKindLabels,
  periodKindLabels,
  reportActionLabels,
  reportOriginLabels,
  reportStandingLabels,
  reportStatusLabels,
} from './labels/reports.ts';
import {
  consentPurposeLabels,
  contactChannelLabels,
  dayCountLabels,
  erasureActionLabels,
  legalBasisLabels,
  retainedDataLabels,
  subjectRequestKindLabels,
  subjectRequestStatusLabels,
} from './labels/rights.ts';
import {
  affiliationLabels,
  duplicateReasonLabels,
  memberRoleLabels,
  mergerKindLabels,
  mergerStatusLabels,
  requirementLabels,
  responsibilityKindLabels,
  severityLabels,
  teamKindLabels,
  teamLinkKindLabels,
  teamStatusLabels,
  viewerRoleLabels,
  zaloGroupStatusLabels,
} from './labels/teams.ts';
import { adminLevelLabels, boundaryLabels, unitKindLabels, unitLinkKindLabels } from './labels/units.ts';
import type { Language } from './language.ts';
import type * as reports from './report-vocabulary.ts';
import type * as vocabulary from './vocabulary.ts';

/** Every vocabulary by its name, as {@link label} takes it. */
export interface Vocabularies {
  activityKind: vocabulary.ActivityKind;
  activityStatus: vocabulary.ActivityStatus;
  adminLevel: vocabulary.AdminLevel;
  affiliation: vocabulary.Affiliation;
  aggregation: vocabulary.Aggregation;
  boundary: vocabulary.Boundary;
  calendarDayKind: reports.CalendarDayKind;
  comparator: vocabulary.Comparator;
  computedMeasure: vocabulary.ComputedMeasure;
  dayPart: vocabulary.DayPart;
  direction: vocabulary.Direction;
  duplicateReason: vocabulary.DuplicateReason;
  exportKind: vocabulary.ExportKind;
  fundingBasis: vocabulary.FundingBasis;
  importFindingCode: importVocabulary.ImportFindingCode;
  importIssueCode: importVocabulary.ImportIssueCode;
  importKind: importVocabulary.ImportKind;
  importOutcome: importVocabulary.ImportOutcome;
  importStatus: importVocabulary.ImportStatus;
  kpiBasis: vocabulary.KpiBasis;
  measureUnit: vocabulary.MeasureUnit;
  memberRole: vocabulary.MemberRole;
  mergerKind: vocabulary.MergerKind;
  mergerStatus: vocabulary.MergerStatus;
  outboxStatus: vocabulary.OutboxStatus;
  periodKind: reports.PeriodKind;
  qualifier: vocabulary.Qualifier;
  reportAction: reports.ReportAction;
  reportOrigin: reports.ReportOrigin;
  reportStanding: reports.ReportStanding;
  reportStatus: reports.ReportStatus;
  requirement: vocabulary.Requirement;
  responsibilityKind: vocabulary.ResponsibilityKind;
  severity: vocabulary.Severity;
  teamKind: vocabulary.TeamKind;
  teamLinkKind: vocabulary.TeamLinkKind;
  teamStatus: vocabulary.TeamStatus;
  topic: vocabulary.Topic;
  unitKind: vocabulary.UnitKind;
  unitLinkKind: vocabulary.UnitLinkKind;
  viewerRole: vocabulary.ViewerRole;
  weekday: vocabulary.Weekday;
  warningCode: vocabulary.WarningCode;
  zaloGroupStatus: vocabulary.ZaloGroupStatus;
  consentPurpose: vocabulary.ConsentPurpose;
  contactChannel: vocabulary.ContactChannel;
  dayCount: vocabulary.DayCount;
  erasureAction: vocabulary.ErasureAction;
  legalBasis: vocabulary.LegalBasis;
  retainedData: vocabulary.RetainedData;
  subjectRequestKind: vocabulary.SubjectRequestKind;
  subjectRequestStatus: vocabulary.SubjectRequestStatus;
}

/** What officers call each value, in both languages and in lower case, by vocabulary. */
export const LABELS: { readonly [Name in keyof Vocabularies]: LabelSet<Vocabularies[Name]> } = {
  activityKind: activityKindLabels,
  activityStatus: activityStatusLabels,
  adminLevel: adminLevelLabels,
  affiliation: affiliationLabels,
  aggregation: aggregationLabels,
  boundary: boundaryLabels,
  calendarDayKind: calendarDayKindLabels,
  comparator: comparatorLabels,
  computedMeasure: computedMeasureLabels,
  dayPart: dayPartLabels,
  direction: directionLabels,
  duplicateReason: duplicateReasonLabels,
  exportKind: exportKindLabels,
  fundingBasis: fundingBasisLabels,
  importFindingCode: importFindingCodeLabels,
  importIssueCode: importIssueCodeLabels,
  importKind: importKindLabels,
  importOutcome: importOutcomeLabels,
  importStatus: importStatusLabels,
  kpiBasis: kpiBasisLabels,
  measureUnit: measureUnitLabels,
  memberRole: memberRoleLabels,
  mergerKind: mergerKindLabels,
  mergerStatus: mergerStatusLabels,
  outboxStatus: outboxStatusLabels,
  periodKind: periodKindLabels,
  qualifier: qualifierLabels,
  reportAction: reportActionLabels,
  reportOrigin: reportOriginLabels,
  reportStanding: reportStandingLabels,
  reportStatus: reportStatusLabels,
  requirement: requirementLabels,
  responsibilityKind: responsibilityKindLabels,
  severity: severityLabels,
  teamKind: teamKindLabels,
  teamLinkKind: teamLinkKindLabels,
  teamStatus: teamStatusLabels,
  topic: topicLabels,
  unitKind: unitKindLabels,
  unitLinkKind: unitLinkKindLabels,
  viewerRole: viewerRoleLabels,
  weekday: weekdayLabels,
  warningCode: warningCodeLabels,
  zaloGroupStatus: zaloGroupStatusLabels,
  consentPurpose: consentPurposeLabels,
  contactChannel: contactChannelLabels,
  dayCount: dayCountLabels,
  erasureAction: erasureActionLabels,
  legalBasis: legalBasisLabels,
  retainedData: retainedDataLabels,
  subjectRequestKind: subjectRequestKindLabels,
  subjectRequestStatus: subjectRequestStatusLabels,
};

/** What a member is called for whom a core benefit counts: Quảng Ninh waives mobile data for two per team. */
export const CORE_MEMBER_LABEL: Messages = { vi: 'thành viên nòng cốt', en: 'core member' };

/**
 * What officers call a value: `label('memberRole', 'LEADER')` is "tổ trưởng".
 *
 * A value that this version does not know, as a newer server may send, comes back as it is.
 */
export function label<Name extends keyof Vocabularies>(
  vocabulary: Name,
  value: Vocabularies[Name] | (string & {}),
  language: Language = 'vi',
): string {
  const labels: Readonly<Record<string, Messages>> = LABELS[vocabulary];
  return labels[value]?.[language] ?? value;
}
