import type { ReportLine } from '../../entities/merger.ts';
import type { Change } from '../../operations/audit.ts';
import { happening, linesOf } from '../../operations/merger-report.ts';
import type { CarriedMembership } from './carry-memberships.ts';
import { decisionsOf, type Ground } from './founding-ground.ts';
import type { TeamMembership } from './team-memberships.ts';

/** What a split did, for its report. */
interface SplitFacts {
  /** The new teams. */
  made: readonly Change[];
  leaving: readonly TeamMembership[];
  /** How many stay in the old team. */
  remaining: number;
  carried: readonly CarriedMembership[];
  ground: Ground;
}

/** What a split does, line by line. */
export function splitReport({ made, leaving, remaining, carried, ground }: SplitFacts): ReportLine[] {
  const teams = made.map(({ entityId, after }) => ({
    id: entityId,
    code: String(after?.['code']),
    name: after?.['name'],
  }));
  const leaderless = teams.filter(
    ({ id }) => !carried.some(({ teamId, role }) => teamId === id && role === 'LEADER'),
  );
  const leaders = leaving.filter(({ role }) => role === 'LEADER');
  return happening([
    listed(
      'TEAMS_FOUNDED',
      teams.map(({ code, name }) => `${code} ${name}`),
    ),
    people(
      'MEMBERS_CARRIED',
      carried.map(({ memberId }) => memberId),
    ),
    counted('MEMBERS_STAY', remaining),
    people(
      'LEADER_LEAVES',
      leaders.map(({ memberId }) => memberId),
    ),
    listed(
      'LEADER_MISSING',
      leaderless.map(({ code }) => code),
    ),
    listed('DECISION', decisionsOf(ground)),
  ]);
}

const { listed, counted, people } = linesOf({
  TEAMS_FOUNDED: ['Tổ mới', 'New teams'],
  MEMBERS_CARRIED: ['Thành viên chuyển sang tổ mới', 'People who move'],
  MEMBERS_STAY: ['Thành viên ở lại', 'Memberships that stay'],
  LEADER_LEAVES: ['Tổ trưởng rời tổ cũ', 'Leaders who leave the old team'],
  LEADER_MISSING: ['Tổ mới chưa có tổ trưởng', 'New teams without a leader'],
  DECISION: ['Quyết định', 'Decision'],
});
