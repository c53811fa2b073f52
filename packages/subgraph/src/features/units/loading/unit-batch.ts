import type { AdminLevel, UnitKind, UnitLinkKind } from '@cnscd/domain';

/** A version of a unit as it is written, with days as `YYYY-MM-DD`. */
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
  searchText: string;
  sourceId: string;
}

/** A predecessor and a successor. */
export interface LinkRow {
  fromId: string;
  toId: string;
  kind: UnitLinkKind;
  effectiveOn: string;
  /** The source's own words for the kind, where it has any. */
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

/** What one load writes, all or nothing. */
export interface UnitBatch {
  sources: SourceRow[];
  units: UnitRow[];
  links: LinkRow[];
}
