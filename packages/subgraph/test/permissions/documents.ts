/** One document for each query; the variables are those of the fixtures. */
export const QUERY_DOCUMENTS: Readonly<Record<string, string>> = {
  activities: 'query ($teamId: ID!) { activities(teamId: $teamId) { totalCount nodes { title } } }',
  activitiesByWeekday: '{ activitiesByWeekday(unitCode: "19597", period: "2026") { weekday } }',
  activity: 'query ($activityId: ID!) { activity(id: $activityId) { title outcomes { topic } } }',
  activitySeries: 'query ($seriesId: ID!) { activitySeries(id: $seriesId) { id } }',
  adminUnit: '{ adminUnit(code: "44") { fullName children { totalCount } } }',
  adminUnits: '{ adminUnits(search: "cam lo") { nodes { fullName } } }',
  benefitProgrammes: '{ benefitProgrammes(unitCode: "22") { name } }',
  changes: '{ changes { cursor } }',
  duplicateMembers: '{ duplicateMembers(unitCode: "19597") { totalCount } }',
  fundingRules: '{ fundingRules(unitCode: "48") { code } }',
  history: 'query ($activityId: ID!) { history(entityType: "Activity", id: $activityId) { totalCount } }',
  indicators: '{ indicators { code } }',
  kpiBoard: '{ kpiBoard(unitCode: "44", period: "2023", boundary: CURRENT) { rows { total { value } } } }',
  materials: '{ materials(unitCode: "22") { title } }',
  member: 'query ($memberId: ID!) { member(id: $memberId) { displayName } }',
  merger: 'query ($mergerId: ID!) { merger(id: $mergerId) { kind } }',
  mergers: '{ mergers(unitCode: "19597") { totalCount } }',
  operatingModels: '{ operatingModels(unitCode: "48") { name } }',
  overview: '{ overview(unitCode: "45", asOf: "2023-09-30") { teams { registered reported { value } } } }',
  report:
    'query ($reportId: ID!) { report(id: $reportId) { status children { standing } tables { values { value } } } }',
  reportProgress:
    '{ reportProgress(templateCode: "TEAM_ACTIVITY", period: "2026-Q3", unitCode: "19597") { expected } }',
  reportTemplates: '{ reportTemplates { code lines { code } } }',
  reports: '{ reports { totalCount } }',
  team: 'query ($teamId: ID!) { team(id: $teamId) { code name unit { fullName } decision { number } } }',
  teams: '{ teams(unitCode: "44") { totalCount nodes { name unit { fullName } } } }',
  trainings: '{ trainings(unitCode: "02", asOf: "2022-10-14") { title } }',
  uncoveredVillages: '{ uncoveredVillages(unitCode: "19597") { totalCount } }',
  viewer: '{ viewer { name } }',
  workCalendar: '{ workCalendar(year: 2026) { days { day } } }',
};

/** One document for each way from something public to something that is not. */
export const INSIDE_DOCUMENTS: Readonly<Record<string, string>> = {
  'FoundingDecision.fileUrl': 'query ($teamId: ID!) { team(id: $teamId) { decision { fileUrl } } }',
  'Team.activities': 'query ($teamId: ID!) { team(id: $teamId) { activities { totalCount } } }',
  'Team.leader': 'query ($teamId: ID!) { team(id: $teamId) { leader { displayName } } }',
  'Team.members': 'query ($teamId: ID!) { team(id: $teamId) { members { totalCount } } }',
  'Team.noDecisionReason': 'query ($teamId: ID!) { team(id: $teamId) { noDecisionReason } }',
  'Team.ruleViolations': 'query ($teamId: ID!) { team(id: $teamId) { ruleViolations { message } } }',
  'Team.targets': 'query ($teamId: ID!) { team(id: $teamId) { targets { value } } }',
  'Team.zaloGroup': 'query ($teamId: ID!) { team(id: $teamId) { zaloGroup { status } } }',
};
