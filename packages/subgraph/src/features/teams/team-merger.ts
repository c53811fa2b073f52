import { type LocalDate, localDate, requireDayWithin, today } from '@cnscd/domain';
import { mergerInvalid } from '../../operations/merger.ts';
import type { TeamForWrite } from '../../permissions/team-role.ts';
import type { Ground } from './founding-ground.ts';
import type { TeamMembership } from './team-memberships.ts';

/** A merger of teams whose input and permission have been checked. */
export interface TeamMerger {
  into: TeamForWrite;
  sources: readonly TeamForWrite[];
  /** Memberships in the teams that end. */
  leaving: readonly TeamMembership[];
  /** Memberships in the team that goes on. */
  there: readonly TeamMembership[];
  /** First day of the merged team. */
  day: LocalDate;
  ground: Ground;
}

/** @throws {DomainError} `DATE_INVALID` for a day that does not exist, or that lies ahead by more than one */
export const effectiveDay = (text: string, now: Date): LocalDate =>
  requireDayWithin(localDate(text, 'effectiveOn'), 'effectiveOn', { today: today(now), daysAhead: 1 });

/** A team that ends, or that people leave, was founded and joined before. */
export function requireAfterBegins(
  day: LocalDate,
  leaving: readonly TeamMembership[],
  teams: readonly Pick<TeamForWrite, 'foundedOn'>[],
): void {
  const begins = [
    ...leaving.map(({ validFrom }) => validFrom as string),
    ...teams.map(({ foundedOn }) => foundedOn ?? ''),
  ];
  const latest = begins.sort().at(-1) ?? '';
  if (latest < day) return;
  throw mergerInvalid(
    'effectiveOn',
    {
      vi: `effectiveOn là ${day}, nhưng tổ được thành lập hoặc có người tham gia từ ${latest}; hãy chọn ngày sau đó, hoặc sửa lần tham gia ấy trước`,
      en: `effectiveOn is ${day}, and a team was founded or joined on ${latest}; choose a later day, or change that membership first`,
    },
    day,
  );
}
