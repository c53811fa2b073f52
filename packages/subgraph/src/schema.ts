import { printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { checkReferences } from './entity-references.ts';
import { checkAccess } from './permissions/access.ts';
import './enums.ts';
import './features/activities/activities-by-weekday.ts';
import './features/activities/activity.ts';
import './features/activities/activity-lists.ts';
import './features/activities/attach-evidence.ts';
import './features/activities/cancel-activity-series.ts';
import './features/activities/evidence.ts';
import './features/activities/judge-activity.ts';
import './features/activities/plan-activity-series.ts';
import './features/activities/record-activity.ts';
import './features/activities/remove-evidence.ts';
import './features/activities/update-activity.ts';
import './features/calendar/work-calendar.ts';
import './features/changes/changes.ts';
import './features/changes/history.ts';
import './features/funding/benefit-programme.ts';
import './features/funding/funding-rule.ts';
import './features/indicators/define-indicator.ts';
import './features/indicators/define-indicator-version.ts';
import './features/indicators/indicator.ts';
import './features/indicators/kpi.ts';
import './features/indicators/kpi-board.ts';
import './features/indicators/record-measurement.ts';
import './features/indicators/set-target.ts';
import './features/indicators/target.ts';
import './features/indicators/unit-figure.ts';
import './features/materials/material.ts';
import './features/members/add-member.ts';
import './features/members/change-membership.ts';
import './features/members/duplicate-members.ts';
import './features/members/end-membership.ts';
import './features/members/member.ts';
import './features/members/membership.ts';
import './features/members/merge-members.ts';
import './features/members/team-members.ts';
import './features/members/uncovered-villages.ts';
import './features/members/update-member.ts';
import './features/mergers/merger.ts';
import './features/mergers/undo-merger.ts';
import './features/models/operating-model.ts';
import './features/outbox/outbox.ts';
import './features/overview/rule-violation.ts';
import './features/overview/unit-overview.ts';
import './features/reports/correct-report-value.ts';
import './features/reports/judge-report.ts';
import './features/reports/lock-report.ts';
import './features/reports/open-report.ts';
import './features/reports/refresh-report.ts';
import './features/reports/reopen-report.ts';
import './features/reports/report.ts';
import './features/reports/report-child.ts';
import './features/reports/report-lists.ts';
import './features/reports/report-progress.ts';
import './features/reports/report-template.ts';
import './features/reports/report-value.ts';
import './features/reports/report-waiver.ts';
import './features/reports/submit-report.ts';
import './features/reports/waive-report.ts';
import './features/rights/consent.ts';
import './features/rights/consent-text.ts';
import './features/rights/record-consent.ts';
import './features/rights/acknowledge-subject-request.ts';
import './features/rights/close-subject-request.ts';
import './features/rights/extend-subject-request.ts';
import './features/rights/lift-restriction.ts';
import './features/rights/receive-subject-request.ts';
import './features/rights/restrict-member.ts';
import './features/rights/restriction.ts';
import './features/rights/response-term.ts';
import './features/rights/subject-request.ts';
import './features/rights/subject-request-list.ts';
import './features/rights/withdraw-consent.ts';
import './features/sources/source-document.ts';
import './features/teams/dissolve-team.ts';
import './features/teams/establish-team.ts';
import './features/teams/founding-decision.ts';
import './features/teams/link-zalo-group.ts';
import './features/teams/merge-teams.ts';
import './features/teams/split-team.ts';
import './features/teams/team.ts';
import './features/teams/team-link.ts';
import './features/teams/team-lists.ts';
import './features/teams/update-team.ts';
import './features/training/training.ts';
import './features/units/admin-unit.ts';
import './features/units/establish-village.ts';
import './features/units/merge-units.ts';
import './features/units/unit-link.ts';
import './features/units/unit-lists.ts';
import './features/viewer/viewer.ts';
import './features/viewer/viewer-role.ts';

/** The newest version that all four composers take; see docs/federation.md. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** Builds the executable schema of the subgraph. */
export function buildSchema(): GraphQLSchema {
  return checkAccess(checkReferences(builder.toSubGraphSchema({ linkUrl: FEDERATION })));
}

/** The SDL that `_service` answers and that is released as schema.graphql. */
export function printSchema(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema)}\n`;
}
