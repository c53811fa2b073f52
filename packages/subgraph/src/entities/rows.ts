import type {
  ActivityKind,
  ActivityStatus,
  AdminLevel,
  Affiliation,
  Aggregation,
  Comparator,
  ComputedMeasure,
  Direction,
  MeasureUnit,
  MemberRole,
  Qualifier,
  ResponsibilityKind,
  TeamKind,
  TeamStatus,
  Topic,
  UnitKind,
  UnitLinkKind,
  ZaloGroupStatus,
} from '@cnscd/domain';

// What one row of each entity looks like between its SQL statement and its GraphQL type.
// Days are 'YYYY-MM-DD' text, instants are ISO text as PostgreSQL's JSON writes them.

export interface UnitRow {
  id: string;
  code: string | null;
  name: string;
  fullName: string;
  kind: UnitKind;
  level: AdminLevel;
  parentId: string | null;
  validFrom: string | null;
  validTo: string | null;
  aliases: string[];
  isSynthetic: boolean;
  sortKey: string;
}

export interface UnitLinkRow {
  fromId: string;
  toId: string;
  kind: UnitLinkKind;
  effectiveOn: string;
  wording: string | null;
  sourceId: string;
}

export interface SourceRow {
  id: string;
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  url: string | null;
  note: string | null;
}

export interface TeamRow {
  id: string;
  code: string;
  name: string;
  kind: TeamKind;
  status: TeamStatus;
  level: AdminLevel;
  unitId: string | null;
  employer: string | null;
  foundedOn: string | null;
  endedOn: string | null;
  decisionId: string | null;
  noDecisionReason: string | null;
  zaloGroupUrl: string | null;
  zaloGroupStatus: ZaloGroupStatus;
  isSynthetic: boolean;
  version: number;
  sortKey: string;
}

export interface MemberRow {
  id: string;
  displayName: string;
  isSynthetic: boolean;
  version: number;
  /** Whether the data are only kept: see `nameShown`. */
  isRestricted: boolean;
  /** Whether the person was erased: only a place that is counted is left. */
  isErased: boolean;
  sortKey: string;
}

export interface MembershipRow {
  id: string;
  teamId: string;
  memberId: string;
  role: MemberRole;
  isCore: boolean;
  affiliations: Affiliation[];
  validFrom: string;
  validTo: string | null;
  version: number;
}

export interface ResponsibilityRow {
  membershipId: string;
  kind: ResponsibilityKind;
  name: string;
  unitId: string | null;
}

export interface ActivityRow {
  id: string;
  teamId: string;
  kind: ActivityKind;
  status: ActivityStatus;
  title: string;
  startsAt: Date;
  durationMinutes: number | null;
  unitId: string | null;
  place: string | null;
  note: string | null;
  statusReason: string | null;
  verifiedAt: Date | null;
  seriesId: string | null;
  isSynthetic: boolean;
  version: number;
  recordedAt: Date;
  sortKey: string;
}

export interface OutcomeRow {
  activityId: string;
  topic: Topic;
  reached: number | null;
  assisted: number | null;
  succeeded: number | null;
}

export interface IndicatorRow {
  code: string;
  nameVi: string;
  nameEn: string;
  unit: MeasureUnit;
  direction: Direction;
  aggregation: Aggregation;
  measure: ComputedMeasure | null;
  denominatorMeasure: ComputedMeasure | null;
  topic: Topic | null;
}

/** A current revision of reported_figure. */
export interface FigureRow {
  id: number;
  factKey: string;
  revision: number;
  unitId: string;
  indicatorCode: string;
  level: AdminLevel | null;
  teamKind: TeamKind | null;
  value: number;
  valueMax: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  asOf: string;
  period: string | null;
  statedChange: number | null;
  targetCode: string | null;
  statement: string | null;
  /** Why this revision took the place of the one before. */
  reason: string | null;
  sourceId: string;
  recordedAt: Date;
  supersededAt: Date | null;
}

/** A current revision of target. */
export interface TargetRow {
  code: string;
  revision: number;
  indicatorCode: string;
  unitId: string;
  level: AdminLevel | null;
  period: string;
  comparator: Comparator;
  value: number | null;
  measureUnit: MeasureUnit | null;
  readings: number[];
  statement: string;
  /** The team that it was set for. Null: for the whole unit. */
  teamId: string | null;
  /** Why it was changed. */
  reason: string | null;
  sourceId: string;
}
