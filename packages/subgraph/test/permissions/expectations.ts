import type { ViewerRole } from '@cnscd/domain';

/**
 * Who may ask for what, written out by hand: the least role, over the commune of Cam Lộ, that is answered. A field of
 * the schema that is not here fails the test.
 */
export const QUERIES: Readonly<Record<string, ViewerRole>> = {
  activities: 'MEMBER',
  activitiesByWeekday: 'COMMUNE_OFFICER',
  activity: 'MEMBER',
  activitySeries: 'MEMBER',
  adminUnit: 'PUBLIC',
  adminUnits: 'PUBLIC',
  benefitProgrammes: 'PUBLIC',
  changes: 'MEMBER',
  consentTexts: 'PUBLIC',
  duplicateMembers: 'COMMUNE_OFFICER',
  fundingRules: 'PUBLIC',
  history: 'MEMBER',
  indicators: 'PUBLIC',
  kpiBoard: 'PUBLIC',
  materials: 'PUBLIC',
  member: 'MEMBER',
  merger: 'COMMUNE_OFFICER',
  mergers: 'MEMBER',
  operatingModels: 'PUBLIC',
  overview: 'PUBLIC',
  team: 'PUBLIC',
  teams: 'PUBLIC',
  trainings: 'PUBLIC',
  uncoveredVillages: 'COMMUNE_OFFICER',
  viewer: 'MEMBER',
  workCalendar: 'PUBLIC',
};

/** The same for what a team has inside, and for other ways from what is public to what is not. */
export const INSIDE: Readonly<Record<string, ViewerRole>> = {
  'FoundingDecision.fileUrl': 'MEMBER',
  'Team.activities': 'MEMBER',
  'Team.leader': 'MEMBER',
  'Team.members': 'MEMBER',
  'Team.noDecisionReason': 'MEMBER',
  'Team.ruleViolations': 'MEMBER',
  'Team.targets': 'MEMBER',
  'Team.zaloGroup': 'MEMBER',
};

export const MUTATIONS: Readonly<Record<string, ViewerRole>> = {
  addMember: 'LEADER',
  attachEvidence: 'MEMBER',
  cancelActivity: 'LEADER',
  cancelActivitySeries: 'LEADER',
  changeMembership: 'LEADER',
  defineIndicator: 'ADMINISTRATOR',
  defineIndicatorVersion: 'ADMINISTRATOR',
  dissolveTeam: 'COMMUNE_OFFICER',
  endMembership: 'LEADER',
  establishTeam: 'COMMUNE_OFFICER',
  establishVillage: 'COMMUNE_OFFICER',
  linkZaloGroup: 'LEADER',
  mergeMembers: 'COMMUNE_OFFICER',
  mergeTeams: 'COMMUNE_OFFICER',
  mergeUnits: 'ADMINISTRATOR',
  planActivitySeries: 'LEADER',
  recordActivity: 'MEMBER',
  recordConsent: 'COMMUNE_OFFICER',
  recordMeasurement: 'COMMUNE_OFFICER',
  removeEvidence: 'MEMBER',
  replayOutbox: 'MEMBER',
  returnActivity: 'COMMUNE_OFFICER',
  setTarget: 'COMMUNE_OFFICER',
  splitTeam: 'COMMUNE_OFFICER',
  undoMerger: 'COMMUNE_OFFICER',
  updateActivity: 'MEMBER',
  updateMember: 'MEMBER',
  updateTeam: 'COMMUNE_OFFICER',
  verifyActivity: 'COMMUNE_OFFICER',
  withdrawConsent: 'COMMUNE_OFFICER',
};
