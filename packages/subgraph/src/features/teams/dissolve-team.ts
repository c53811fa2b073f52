import {
  addDays,
  DomainError,
  formatDate,
  type LocalDate,
  localDate,
  requireDayWithin,
  requireText,
  requireUuid,
  startOfDay,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudits, type Change } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs, type TeamForWrite } from '../../permissions/team-role.ts';
import { endMemberships } from './carry-memberships.ts';
import { TeamResult } from './team.ts';
import { DissolveTeamInput } from './team-inputs.ts';
import { membershipsFrom } from './team-memberships.ts';
import { requireNotEnded, requireTeamVersion, teamChange } from './team-state.ts';

type Input = typeof DissolveTeamInput.$inferInput;

writeField({
  field: 'dissolveTeam',
  description: `Ends a team without a successor: memberships end on its last day, and what was planned for later is cancelled
with the same reason. For officers of its unit. Errors: \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`, \`DATE_INVALID\`, \`NOT_PERMITTED\`.`,
  input: DissolveTeamInput,
  result: TeamResult,
  operation: dissolveTeam,
});

async function dissolveTeam(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const reason = requireText(input.reason, 'reason');
  const lastDay = requireDayWithin(localDate(input.lastDay, 'lastDay'), 'lastDay', { today: today(now) });
  const { role: _, ...team } = await requireTeamAs(write, id, {
    ...{ atLeast: 'COMMUNE_OFFICER', field: 'id', lock: 'UPDATE' },
  });
  requireTeamVersion(team, input.expectedVersion);
  requireNotEnded(team, 'id');
  const next = addDays(lastDay, 1);
  const memberships = await membershipsFrom(tx, [team.id], next);
  requireAfterBegins(lastDay, [team.foundedOn, ...memberships.map(({ validFrom }) => validFrom)]);
  const ended = await endMemberships(tx, memberships, { lastDay, reason });
  const cancelled = await cancelPlanned(tx, team, { from: next, reason });
  const version = team.version + 1;
  await tx.rows(sql`
    /* dissolveTeam */
    update team set status = 'DISSOLVED', ended_on = ${lastDay}::date, version = ${version} where id = ${team.id}::uuid`);
  const after = { ...team, status: 'DISSOLVED', endedOn: lastDay } as const;
  await appendAudits(tx, who, [...ended, ...cancelled, teamChange(team, after, { version, reason })]);
  return done('Team', team.id, version);
}

function requireAfterBegins(lastDay: LocalDate, begins: readonly (string | null)[]): void {
  const latest = begins.reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
  if (latest === null || latest <= lastDay) return;
  const on = (day: string, language: 'vi' | 'en') => formatDate(day as LocalDate, language); // from the database
  throw new DomainError(
    'DATE_INVALID',
    {
      vi: `lastDay là ngày ${on(lastDay, 'vi')}; tổ được thành lập hoặc có người vào ngày ${on(latest, 'vi')}, hãy chọn từ ngày đó`,
      en: `lastDay is ${on(lastDay, 'en')}; the team was founded, or somebody joined it, on ${on(latest, 'en')}: choose that day or a later one`,
    },
    { field: 'lastDay', value: lastDay },
  );
}

async function cancelPlanned(
  tx: Write['tx'],
  team: Pick<TeamForWrite, 'id' | 'unitId'>,
  { from, reason }: { from: LocalDate; reason: string },
): Promise<Change[]> {
  const rows = await tx.rows<{ id: string; version: number }>(sql`
    /* cancelPlanned */
    update activity set status = 'CANCELLED', status_reason = ${reason}, version = version + 1
    where team_id = ${team.id}::uuid and status = 'PLANNED' and starts_at >= ${startOfDay(from).toISOString()}::timestamptz
    returning id, version`);
  return rows.map(({ id, version }) => ({
    ...{ entityType: 'Activity', entityId: id, version, teamId: team.id, unitId: team.unitId },
    ...{ before: { status: 'PLANNED' }, after: { status: 'CANCELLED' }, reason },
  }));
}
