import {
  DomainError,
  requireEmployer,
  requireFoundation,
  requireGround,
  requireTeamPlace,
  requireText,
  requireUuid,
  TEXT_LIMITS,
  type TeamStatus,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { TeamRow } from '../../entities/rows.ts';
import { appendAudits } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs } from '../../permissions/team-role.ts';
import { type Ground, readGround, settleGround } from './founding-ground.ts';
import { TeamResult } from './team.ts';
import { UpdateTeamInput } from './team-inputs.ts';
import { placeOf, requirePlaceAs, teamSearchText } from './team-place.ts';
import { requireNotEnded, requireTeamVersion, teamChange } from './team-state.ts';

type Input = typeof UpdateTeamInput.$inferInput;

writeField({
  field: 'updateTeam',
  description: `Changes a team, moves it to another unit, or lets a planned one begin. For officers of its unit, and of the
new one. A move corrects where the team is: its past goes along. For a change from a day on, found a team there and merge. Errors: \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`, \`DECISION_MISSING\`, \`INPUT_INVALID\`, \`NOT_PERMITTED\`.`,
  input: UpdateTeamInput,
  result: TeamResult,
  operation: updateTeam,
});

async function updateTeam(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const name = input.name == null ? null : requireText(input.name, 'name', TEXT_LIMITS.name);
  const ground = readGround(input, now);
  const { role: _, ...team } = await requireTeamAs(write, id, {
    ...{ atLeast: 'COMMUNE_OFFICER', field: 'id', lock: 'UPDATE' },
  });
  requireTeamVersion(team, input.expectedVersion);
  requireNotEnded(team, 'id');
  const next = { ...changed(team, input, now), ...nextGround(team, ground, input), name: name ?? team.name };
  requireGround(next.status, next);
  const isMoved = input.unitCode != null || input.unitId != null;
  const place = isMoved
    ? await requirePlaceAs(write, input, { ...next, day: today(now) })
    : await placeOf(tx, team.unitId);
  requireTeamPlace(next.kind, next.level, place.unitLevel);
  const decisions = await settleGround(tx, ground, place);
  const version = team.version + 1;
  const after: TeamRow = { ...next, unitId: place.unitId, sortKey: teamSearchText(next, place) };
  await writeTeam(tx, after, version);
  await appendAudits(tx, who, [...decisions, teamChange(team, after, { version, reason: null })]);
  return done('Team', team.id, version);
}

async function writeTeam(tx: Write['tx'], team: TeamRow, version: number): Promise<void> {
  await tx.rows(sql`
    /* updateTeam */
    update team set name = ${team.name}, kind = ${team.kind}::team_kind, status = ${team.status}::team_status, level = ${team.level}::admin_level,
      unit_id = ${team.unitId}, employer = ${team.employer}, founded_on = ${team.foundedOn}::date,
      decision_id = ${team.decisionId}, no_decision_reason = ${team.noDecisionReason}, search_text = ${team.sortKey},
      version = ${version}
    where id = ${team.id}::uuid`);
}

/** The team as the input leaves it, but for its name, its ground and its place. */
function changed(team: TeamRow, input: Input, now: Date): TeamRow {
  const status = input.status == null ? team.status : nextStatus(team.status, input.status);
  const kind = input.kind ?? team.kind;
  const employer = input.employer === undefined ? team.employer : input.employer?.trim() || null;
  const isSame = kind === team.kind && employer === team.employer;
  return {
    ...team,
    ...{ status, kind, level: input.level ?? team.level },
    employer: isSame ? employer : requireEmployer(kind, employer),
    foundedOn: foundedOn(team, input, { status, now }),
  };
}

function foundedOn(
  team: TeamRow,
  input: Input,
  { status, now }: { status: TeamStatus; now: Date },
): string | null {
  if (input.foundedOn === undefined) return team.foundedOn;
  return input.foundedOn === null ? null : requireFoundation(input.foundedOn, status, today(now));
}

/** A decision takes the place of the reason why there was none, and the other way round. */
function nextGround(
  team: TeamRow,
  ground: Ground,
  input: Input,
): Pick<TeamRow, 'decisionId' | 'noDecisionReason'> {
  if (ground.decisionId !== null) return { decisionId: ground.decisionId, noDecisionReason: null };
  if (ground.noDecisionReason !== null) {
    return { decisionId: null, noDecisionReason: ground.noDecisionReason };
  }
  return {
    decisionId: input.decisionId === null || input.decision === null ? null : team.decisionId,
    noDecisionReason: input.noDecisionReason === undefined ? team.noDecisionReason : null,
  };
}

function nextStatus(from: TeamStatus, to: TeamStatus): TeamStatus {
  if (to === from || (from === 'PLANNED' && to === 'ACTIVE')) return to;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `Tổ đang ${from}, không thể chuyển sang ${to}; để kết thúc hãy dùng mergeTeams hoặc dissolveTeam.`,
      en: `The team is ${from} and cannot become ${to}; to end it use mergeTeams or dissolveTeam.`,
    },
    { field: 'status', value: to },
  );
}
