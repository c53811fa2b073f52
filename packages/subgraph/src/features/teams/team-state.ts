import type { TeamRow } from '../../entities/rows.ts';
import { teamEnded } from '../../entities/team.ts';
import type { AuditState, Change } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';

/** What the audit keeps of a team. */
export const teamState = (team: Omit<TeamRow, 'id' | 'version' | 'sortKey' | 'isSynthetic'>): AuditState => ({
  ...{ code: team.code, name: team.name, kind: team.kind, status: team.status, level: team.level },
  ...{ unitId: team.unitId, employer: team.employer, foundedOn: team.foundedOn, endedOn: team.endedOn },
  ...{ decisionId: team.decisionId, noDecisionReason: team.noDecisionReason },
  ...{ zaloGroupUrl: team.zaloGroupUrl, zaloGroupStatus: team.zaloGroupStatus },
});

/** A change of a team, for the audit. */
export const teamChange = (
  before: TeamRow,
  after: TeamRow,
  { version, reason }: { version: number; reason: string | null },
): Change => ({
  ...{ entityType: 'Team', entityId: after.id, version, teamId: after.id, unitId: after.unitId },
  ...{ before: teamState(before), after: teamState(after), reason },
});

/** @throws {VersionConflict} unless the team is at the version that the caller saw */
export function requireTeamVersion({ id, version }: TeamRow, expectedVersion: number): void {
  if (version !== expectedVersion) throw new VersionConflict('Team', id, expectedVersion);
}

/** @throws {DomainError} `TEAM_ENDED` for a team that was merged or dissolved */
export function requireNotEnded({ status, endedOn }: TeamRow, field: string): void {
  if (status === 'ACTIVE' || status === 'PLANNED') return;
  throw teamEnded({ endedOn }, field, { vi: 'hãy chọn tổ kế tiếp', en: 'choose its successor' });
}
