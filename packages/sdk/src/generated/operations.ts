// Made by `npm run generate` from src/documents and packages/subgraph/schema.graphql. Do not edit.
import { type TypedDocumentString, typedDocument } from '../typed-document.ts';
import type { ActivityKind, ActivityStatus, AdminLevel, Affiliation, Aggregation, Boundary, Comparator, Direction, FundingBasis, MemberRole, Qualifier, Requirement, ResponsibilityKind, Severity, TeamKind, TeamStatus, Topic, UnitLinkKind, ZaloGroupStatus } from '@cnscd/domain';

/** Whether a coverage is as sources state it, or counted in the register. */
export type CoverageBasis =
  | 'REPORTED'
  | 'REGISTERED';

/** Something a team does on a day [hoạt động]. */
export type ActivitySummary = { id: string, kind: ActivityKind, status: ActivityStatus, title: string, startsAt: string, durationMinutes: number | null, place: string | null, isSynthetic: boolean, outcomes: Array<{ topic: Topic, reached: number | null, assisted: number | null, succeeded: number | null }> };

/** Something a team does on a day [hoạt động]. */
export type ActivityInList = (
  { team: { id: string, code: string, name: string } }
  & ActivitySummary
);

/** Something a team does on a day [hoạt động]. */
export type Activity = (
  { version: number, recordedAt: string, team: TeamSummary, unit: UnitName | null }
  & ActivitySummary
);

export type ActivityVariables = {
  id: string;
};

export type ActivityResult = { activity: Activity | null };

export type ActivitiesVariables = {
  unitCode?: string | null | undefined;
  teamId?: string | null | undefined;
  period?: string | null | undefined;
  status?: ActivityStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type ActivitiesResult = { activities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<ActivityInList> } };

/** What a team or a person may be paid, and when that is in force [định mức hỗ trợ]. */
export type FundingRule = { code: string, basis: FundingBasis, amountVnd: number, amountPerTeamYearVnd: number | null, isMaximum: boolean, topUpFactor: number | null, purpose: string, validFrom: string | null, validTo: string | null, statement: string, source: Source };

export type FundingRulesVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type FundingRulesResult = { fundingRules: Array<FundingRule> };

/** A grant in kind [chương trình hỗ trợ]: free mobile data for core members, a phone for each team. */
export type BenefitProgramme = { code: string, name: string, providers: Array<string>, minRecipientsPerTeam: number | null, itemsPerTeam: number | null, minSlots: number | null, eligible: string | null, statement: string, source: Source };

export type BenefitProgrammesVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type BenefitProgrammesResult = { benefitProgrammes: Array<BenefitProgramme> };

/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
export type IndicatorSummary = { code: string, name: string, nameEn: string, unit: string, direction: Direction, aggregation: Aggregation, version: string };

/** A goal for an indicator, a unit and a period [chỉ tiêu được giao]. */
export type Target = { code: string, period: string, comparator: Comparator, value: number | null, measureUnit: string, readings: Array<number>, statement: string, unit: UnitName, source: Source };

/** An indicator for a unit and a period, with its target. */
export type KpiValue = { value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, attainment: number | null, rank: number | null, completeness: number, asOf: string, unit: UnitName, target: Target | null, sources: Array<Source>, warnings: Array<Warning> };

/** Something that is measured [chỉ tiêu]: with a unit of measure, a direction and a way to add it up. */
export type Indicator = (
  { versions: Array<{ version: string, definition: string, validFrom: string | null, validTo: string | null }> }
  & IndicatorSummary
);

export type IndicatorsVariables = {
  search?: string | null | undefined;
};

export type IndicatorsResult = { indicators: Array<Indicator> };

/** One indicator on a board. */
export type KpiRow = { indicator: IndicatorSummary, total: KpiValue, breakdown: Array<KpiValue> };

/** Indicators of a unit in a period against their targets [bảng chỉ tiêu]. */
export type KpiBoard = { period: string, boundary: Boundary, unit: UnitName, rows: Array<KpiRow> };

export type KpiBoardVariables = {
  unitCode: string;
  period: string;
  indicatorCodes?: Array<string> | null | undefined;
  breakdown?: AdminLevel | null | undefined;
  boundary?: Boundary | null | undefined;
};

export type KpiBoardResult = { kpiBoard: KpiBoard };

/** One figure that a source states about a unit, with everything it says about it. */
export type Figure = { level: AdminLevel | null, teamKind: TeamKind | null, value: number, valueMax: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, statedChange: number | null, asOf: string, period: string | null, statement: string | null, indicator: IndicatorSummary, source: Source };

export type FiguresVariables = {
  code: string;
  asOf?: string | null | undefined;
  indicatorCodes?: Array<string> | null | undefined;
  period?: string | null | undefined;
  until?: string | null | undefined;
};

export type FiguresResult = { adminUnit: { figures: Array<Figure> } | null };

/** A set of material for teams [bộ tài liệu]. */
export type Material = { code: string, title: string, topics: Array<Topic>, formats: Array<string>, language: string, owners: Array<string>, year: number | null, source: Source };

export type MaterialsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type MaterialsResult = { materials: Array<Material> };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type Member = { id: string, displayName: string, isSynthetic: boolean, version: number, memberships: Array<{ role: MemberRole, isCore: boolean, affiliations: Array<Affiliation>, from: string, to: string | null, team: TeamSummary, responsibilities: Array<{ kind: ResponsibilityKind, name: string }> }> };

export type MemberVariables = {
  id: string;
  asOf?: string | null | undefined;
};

export type MemberResult = { member: Member | null };

/** A way of working that a team invented and others may copy [mô hình hoạt động]. */
export type OperatingModel = { code: string, name: string, aliases: Array<string>, place: string | null, initiator: string | null, approvedBy: string | null, evaluation: string | null, description: string | null, unit: UnitName, adoptions: Array<{ adopted: number, total: number, asOf: string, unit: UnitName, source: Source }>, source: Source };

export type OperatingModelsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type OperatingModelsResult = { operatingModels: Array<OperatingModel> };

/** Where a statement comes from [nguồn]: an article, a plan, a decision, an official table. */
export type Source = { id: string, title: string, publisher: string | null, publishedOn: string | null, url: string | null, note: string | null };

/** Something that a reader of a figure must know. Contradictions are shown, not repaired. */
export type Warning = { code: string, message: string, messageEn: string, shortfall: number | null };

/** A figure as its source states it [số báo cáo], or a sum of such figures. A sum is as unsure as its least sure part; its day is the latest of its parts. */
export type ReportedFigure = { value: number, qualifier: Qualifier, unit: string, asOf: string, sources: Array<Source> };

/** What is reported and what the register holds: two facts, never mixed. */
export type FigurePair = { registered: number | null, variance: number | null, completeness: number, reported: ReportedFigure | null };

/** Teams of one level and kind. A null level or kind: the source does not split by it. */
export type TeamLevelFigure = { level: AdminLevel | null, kind: TeamKind | null, fewestMembers: number | null, mostMembers: number | null, teams: FigurePair, members: FigurePair };

/** Units with at least one team, of all units of that level [độ phủ]. */
export type Coverage = { level: AdminLevel, covered: number, total: number, ratio: number, basis: CoverageBasis };

/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
export type Overview = { asOf: string, boundary: Boundary, completeness: number, unit: Unit, teams: FigurePair, members: FigurePair, teamsByLevel: Array<TeamLevelFigure>, coverage: Array<Coverage>, warnings: Array<Warning> };

export type OverviewVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
  boundary?: Boundary | null | undefined;
};

export type OverviewResult = { overview: Overview | null };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type TeamSummary = { id: string, code: string, name: string, kind: TeamKind, status: TeamStatus, level: AdminLevel, isSynthetic: boolean, unit: (
    { parent: (
      { parent: UnitName | null }
      & UnitName
    ) | null }
    & UnitName
  ) | null, zaloGroup: { status: ZaloGroupStatus, url: string | null } | null };

/** A rule on size or composition that a team does not keep [vi phạm quy định]. */
export type RuleViolation = { ruleCode: string, requirement: Requirement, severity: Severity, affiliation: Affiliation | null, min: number | null, max: number | null, actual: number, difference: number, message: string, messageEn: string, statement: string };

/** A person in the register [thành viên]. One person may be in several teams and is counted once. */
export type TeamMember = { id: string, displayName: string, isSynthetic: boolean, memberships: Array<{ role: MemberRole, isCore: boolean, affiliations: Array<Affiliation>, from: string, to: string | null, team: { id: string }, responsibilities: Array<{ kind: ResponsibilityKind, name: string }> }> };

export type TeamsVariables = {
  search?: string | null | undefined;
  unitCode?: string | null | undefined;
  level?: AdminLevel | null | undefined;
  kind?: TeamKind | null | undefined;
  status?: TeamStatus | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type TeamsResult = { teams: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<TeamSummary> } };

/** A community digital technology team [tổ công nghệ số cộng đồng]. */
export type Team = (
  { employer: string | null, foundedOn: string | null, endedOn: string | null, version: number, decision: { number: string, title: string, issuer: string, issuedOn: string | null, effectiveOn: string | null } | null, leader: { id: string, displayName: string } | null, members: { totalCount: number, nodes: Array<TeamMember> }, activities: { totalCount: number, nodes: Array<ActivitySummary> }, ruleViolations: Array<RuleViolation> }
  & TeamSummary
);

export type TeamVariables = {
  id?: string | null | undefined;
  code?: string | null | undefined;
  asOf?: string | null | undefined;
  memberCount?: number | null | undefined;
  activityCount?: number | null | undefined;
};

export type TeamResult = { team: Team | null };

export type TeamMembersVariables = {
  id?: string | null | undefined;
  code?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type TeamMembersResult = { team: { members: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<TeamMember> } } | null };

/** Training for teams and the partners who give it [tập huấn]. */
export type Training = { code: string, title: string, partners: Array<string>, topics: Array<Topic>, asOf: string | null, statement: string | null, source: Source };

export type TrainingsVariables = {
  unitCode: string;
  asOf?: string | null | undefined;
};

export type TrainingsResult = { trainings: Array<Training> };

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitName = { id: string, code: string | null, name: string, fullName: string, level: AdminLevel };

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitSummary = (
  { kind: string, validFrom: string | null, validTo: string | null, isSynthetic: boolean }
  & UnitName
);

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type UnitInList = (
  { parent: UnitName | null }
  & UnitSummary
);

/** One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình and is Quảng Trị. As an entity, `id` names one version and `code` the latest version that bears it: for the version of another day ask `adminUnit(code:, asOf:)`. */
export type Unit = (
  { aliases: Array<string>, parent: UnitName | null, predecessors: Array<{ kind: UnitLinkKind, effectiveOn: string, wording: string | null, source: string | null, from: UnitSummary }>, successors: Array<{ kind: UnitLinkKind, effectiveOn: string, wording: string | null, source: string | null, to: UnitSummary }> }
  & UnitSummary
);

export type UnitVariables = {
  code: string;
  asOf?: string | null | undefined;
};

export type UnitResult = { adminUnit: Unit | null };

export type UnitsVariables = {
  search?: string | null | undefined;
  level?: AdminLevel | null | undefined;
  parentCode?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};

export type UnitsResult = { adminUnits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<UnitInList> } };

export const ActivityDocument: TypedDocumentString<ActivityResult, ActivityVariables> = /* @__PURE__ */ typedDocument(
  'query Activity($id:ID!){activity(id:$id){...Activity}}fragment Activity on Activity{...ActivitySummary team{...TeamSummary}unit{...UnitName}version recordedAt}fragment ActivitySummary on Activity{id kind status title startsAt durationMinutes place isSynthetic outcomes{topic reached assisted succeeded}}fragment TeamSummary on Team{id code name kind status level isSynthetic unit{...UnitName parent{...UnitName parent{...UnitName}}}zaloGroup{status url}}fragment UnitName on AdminUnit{id code name fullName level}',
);
export const ActivitiesDocument: TypedDocumentString<ActivitiesResult, ActivitiesVariables> = /* @__PURE__ */ typedDocument(
  'query Activities($unitCode:String$teamId:ID$period:Period$status:ActivityStatus$first:Int$after:String){activities(unitCode:$unitCode teamId:$teamId period:$period status:$status first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ActivityInList}}}fragment ActivityInList on Activity{...ActivitySummary team{id code name}}fragment ActivitySummary on Activity{id kind status title startsAt durationMinutes place isSynthetic outcomes{topic reached assisted succeeded}}',
);
export const FundingRulesDocument: TypedDocumentString<FundingRulesResult, FundingRulesVariables> = /* @__PURE__ */ typedDocument(
  'query FundingRules($unitCode:String!$asOf:Date){fundingRules(unitCode:$unitCode asOf:$asOf){...FundingRule}}fragment FundingRule on FundingRule{code basis amountVnd amountPerTeamYearVnd isMaximum topUpFactor purpose validFrom validTo statement source{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const BenefitProgrammesDocument: TypedDocumentString<BenefitProgrammesResult, BenefitProgrammesVariables> = /* @__PURE__ */ typedDocument(
  'query BenefitProgrammes($unitCode:String!$asOf:Date){benefitProgrammes(unitCode:$unitCode asOf:$asOf){...BenefitProgramme}}fragment BenefitProgramme on BenefitProgramme{code name providers minRecipientsPerTeam itemsPerTeam minSlots eligible statement source{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const IndicatorsDocument: TypedDocumentString<IndicatorsResult, IndicatorsVariables> = /* @__PURE__ */ typedDocument(
  'query Indicators($search:String){indicators(search:$search){...Indicator}}fragment Indicator on Indicator{...IndicatorSummary versions{version definition validFrom validTo}}fragment IndicatorSummary on Indicator{code name nameEn unit direction aggregation version}',
);
export const KpiBoardDocument: TypedDocumentString<KpiBoardResult, KpiBoardVariables> = /* @__PURE__ */ typedDocument(
  'query KpiBoard($unitCode:String!$period:Period!$indicatorCodes:[String!]$breakdown:AdminLevel$boundary:Boundary){kpiBoard(unitCode:$unitCode period:$period indicatorCodes:$indicatorCodes breakdown:$breakdown boundary:$boundary){...KpiBoard}}fragment KpiBoard on KpiBoard{unit{...UnitName}period boundary rows{...KpiRow}}fragment UnitName on AdminUnit{id code name fullName level}fragment KpiRow on KpiRow{indicator{...IndicatorSummary}total{...KpiValue}breakdown{...KpiValue}}fragment IndicatorSummary on Indicator{code name nameEn unit direction aggregation version}fragment KpiValue on KpiValue{unit{...UnitName}value numerator denominator qualifier target{...Target}attainment rank completeness asOf sources{...Source}warnings{...Warning}}fragment Target on Target{code unit{...UnitName}period comparator value measureUnit readings statement source{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}fragment Warning on FigureWarning{code message messageEn shortfall}',
);
export const FiguresDocument: TypedDocumentString<FiguresResult, FiguresVariables> = /* @__PURE__ */ typedDocument(
  'query Figures($code:String!$asOf:Date$indicatorCodes:[String!]$period:Period$until:Date){adminUnit(code:$code asOf:$asOf){figures(indicatorCodes:$indicatorCodes asOf:$until period:$period){...Figure}}}fragment Figure on UnitFigure{indicator{...IndicatorSummary}level teamKind value valueMax numerator denominator qualifier statedChange asOf period statement source{...Source}}fragment IndicatorSummary on Indicator{code name nameEn unit direction aggregation version}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const MaterialsDocument: TypedDocumentString<MaterialsResult, MaterialsVariables> = /* @__PURE__ */ typedDocument(
  'query Materials($unitCode:String!$asOf:Date){materials(unitCode:$unitCode asOf:$asOf){...Material}}fragment Material on Material{code title topics formats language owners year source{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const MemberDocument: TypedDocumentString<MemberResult, MemberVariables> = /* @__PURE__ */ typedDocument(
  'query Member($id:ID!$asOf:Date){member(id:$id){...Member}}fragment Member on Member{id displayName isSynthetic version memberships(asOf:$asOf){team{...TeamSummary}role isCore affiliations from to responsibilities{kind name}}}fragment TeamSummary on Team{id code name kind status level isSynthetic unit{...UnitName parent{...UnitName parent{...UnitName}}}zaloGroup{status url}}fragment UnitName on AdminUnit{id code name fullName level}',
);
export const OperatingModelsDocument: TypedDocumentString<OperatingModelsResult, OperatingModelsVariables> = /* @__PURE__ */ typedDocument(
  'query OperatingModels($unitCode:String!$asOf:Date){operatingModels(unitCode:$unitCode asOf:$asOf){...OperatingModel}}fragment OperatingModel on OperatingModel{code name aliases place unit{...UnitName}initiator approvedBy evaluation description adoptions{unit{...UnitName}adopted total asOf source{...Source}}source{...Source}}fragment UnitName on AdminUnit{id code name fullName level}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const OverviewDocument: TypedDocumentString<OverviewResult, OverviewVariables> = /* @__PURE__ */ typedDocument(
  'query Overview($unitCode:String!$asOf:Date$boundary:Boundary){overview(unitCode:$unitCode asOf:$asOf boundary:$boundary){...Overview}}fragment Overview on UnitOverview{unit{...Unit}asOf boundary teams{...FigurePair}members{...FigurePair}teamsByLevel{...TeamLevelFigure}coverage{...Coverage}completeness warnings{...Warning}}fragment Unit on AdminUnit{...UnitSummary aliases parent{...UnitName}predecessors{kind effectiveOn wording source from{...UnitSummary}}successors{kind effectiveOn wording source to{...UnitSummary}}}fragment UnitSummary on AdminUnit{...UnitName kind validFrom validTo isSynthetic}fragment UnitName on AdminUnit{id code name fullName level}fragment FigurePair on FigurePair{reported{...ReportedFigure}registered variance completeness}fragment ReportedFigure on ReportedFigure{value qualifier unit asOf sources{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}fragment TeamLevelFigure on TeamLevelFigure{level kind teams{...FigurePair}members{...FigurePair}fewestMembers mostMembers}fragment Coverage on Coverage{level covered total ratio basis}fragment Warning on FigureWarning{code message messageEn shortfall}',
);
export const TeamsDocument: TypedDocumentString<TeamsResult, TeamsVariables> = /* @__PURE__ */ typedDocument(
  'query Teams($search:String$unitCode:String$level:AdminLevel$kind:TeamKind$status:TeamStatus$asOf:Date$first:Int$after:String){teams(search:$search unitCode:$unitCode level:$level kind:$kind status:$status asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...TeamSummary}}}fragment TeamSummary on Team{id code name kind status level isSynthetic unit{...UnitName parent{...UnitName parent{...UnitName}}}zaloGroup{status url}}fragment UnitName on AdminUnit{id code name fullName level}',
);
export const TeamDocument: TypedDocumentString<TeamResult, TeamVariables> = /* @__PURE__ */ typedDocument(
  'query Team($id:ID$code:String$asOf:Date$memberCount:Int=50$activityCount:Int=10){team(id:$id code:$code){...Team}}fragment Team on Team{...TeamSummary employer foundedOn endedOn version decision{number title issuer issuedOn effectiveOn}leader{id displayName}members(asOf:$asOf first:$memberCount){totalCount nodes{...TeamMember}}activities(first:$activityCount){totalCount nodes{...ActivitySummary}}ruleViolations(asOf:$asOf){...RuleViolation}}fragment TeamSummary on Team{id code name kind status level isSynthetic unit{...UnitName parent{...UnitName parent{...UnitName}}}zaloGroup{status url}}fragment UnitName on AdminUnit{id code name fullName level}fragment TeamMember on Member{id displayName isSynthetic memberships(asOf:$asOf){team{id}role isCore affiliations from to responsibilities{kind name}}}fragment ActivitySummary on Activity{id kind status title startsAt durationMinutes place isSynthetic outcomes{topic reached assisted succeeded}}fragment RuleViolation on RuleViolation{ruleCode requirement severity affiliation min max actual difference message messageEn statement}',
);
export const TeamMembersDocument: TypedDocumentString<TeamMembersResult, TeamMembersVariables> = /* @__PURE__ */ typedDocument(
  'query TeamMembers($id:ID$code:String$asOf:Date$first:Int$after:String){team(id:$id code:$code){members(asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...TeamMember}}}}fragment TeamMember on Member{id displayName isSynthetic memberships(asOf:$asOf){team{id}role isCore affiliations from to responsibilities{kind name}}}',
);
export const TrainingsDocument: TypedDocumentString<TrainingsResult, TrainingsVariables> = /* @__PURE__ */ typedDocument(
  'query Trainings($unitCode:String!$asOf:Date){trainings(unitCode:$unitCode asOf:$asOf){...Training}}fragment Training on Training{code title partners topics asOf statement source{...Source}}fragment Source on SourceDocument{id title publisher publishedOn url note}',
);
export const UnitDocument: TypedDocumentString<UnitResult, UnitVariables> = /* @__PURE__ */ typedDocument(
  'query Unit($code:String!$asOf:Date){adminUnit(code:$code asOf:$asOf){...Unit}}fragment Unit on AdminUnit{...UnitSummary aliases parent{...UnitName}predecessors{kind effectiveOn wording source from{...UnitSummary}}successors{kind effectiveOn wording source to{...UnitSummary}}}fragment UnitSummary on AdminUnit{...UnitName kind validFrom validTo isSynthetic}fragment UnitName on AdminUnit{id code name fullName level}',
);
export const UnitsDocument: TypedDocumentString<UnitsResult, UnitsVariables> = /* @__PURE__ */ typedDocument(
  'query Units($search:String$level:AdminLevel$parentCode:String$asOf:Date$first:Int$after:String){adminUnits(search:$search level:$level parentCode:$parentCode asOf:$asOf first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...UnitInList}}}fragment UnitInList on AdminUnit{...UnitSummary parent{...UnitName}}fragment UnitSummary on AdminUnit{...UnitName kind validFrom validTo isSynthetic}fragment UnitName on AdminUnit{id code name fullName level}',
);
