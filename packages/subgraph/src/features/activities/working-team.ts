import type { LocalDate } from '@cnscd/domain';
import type { TeamRow } from '../../entities/rows.ts';
import { teamEnded } from '../../entities/team.ts';

/**
 * A team that was merged or dissolved has no activities after its last day.
 *
 * @throws {DomainError} `TEAM_ENDED`
 */
export function requireWorkingTeam(
  { status, endedOn }: Pick<TeamRow, 'status' | 'endedOn'>,
  day: LocalDate,
  field = 'teamId',
): void {
  if (status === 'ACTIVE' || status === 'PLANNED' || (endedOn !== null && day <= endedOn)) return;
  throw teamEnded({ endedOn }, field, {
    vi: 'hãy ghi cho tổ kế tiếp',
    en: 'record it for its successor',
  });
}
