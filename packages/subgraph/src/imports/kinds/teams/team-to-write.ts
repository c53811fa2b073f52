import type { AdminLevel, TeamKind, TeamStatus } from '@cnscd/domain';

/** A row that does something, with what the register has of its team. */
export interface TeamToWrite {
  n: number;
  /** Of a new team made up now. */
  id: string;
  isNew: boolean;
  code: string | null;
  name: string | null;
  kind: TeamKind | null;
  level: AdminLevel;
  status: TeamStatus | null;
  employer: string | null;
  unitId: string;
  foundedOn: string | null;
  decisionNumber: string | null;
  decisionIssuedOn: string | null;
  decisionId: string | null;
  noDecisionReason: string | null;
  zaloGroupUrl: string | null;
}
