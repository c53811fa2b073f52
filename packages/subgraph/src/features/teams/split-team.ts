import {
  addDays,
  type CarriedTerm,
  carriedTerms,
  type LocalDate,
  optionalText,
  requireGround,
  requireUuid,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { commonUnit } from '../../entities/common-unit.ts';
import { applyMerger, type MergerEffect, MergerResult, mergerInvalid } from '../../operations/merger.ts';
import { newId } from '../../operations/new-id.ts';
import type { Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs, type TeamForWrite } from '../../permissions/team-role.ts';
import { carryResponsibilities, endMemberships, insertCarried, inTeam } from './carry-memberships.ts';
import { type Ground, readGround, settleGround } from './founding-ground.ts';
import { insertTeams } from './insert-teams.ts';
import { type NewTeam, readNewTeams } from './new-teams.ts';
import { splitReport } from './split-report.ts';
import { SplitTeamInput } from './team-inputs.ts';
import { insertTeamLinks } from './team-link.ts';
import { membershipsFrom, type TeamMembership, termOf } from './team-memberships.ts';
import { effectiveDay, requireAfterBegins } from './team-merger.ts';
import { placeOf, requirePlacesAs, type TeamPlace } from './team-place.ts';
import { requireNotEnded, requireTeamVersion, teamChange } from './team-state.ts';

type Input = typeof SplitTeamInput.$inferInput;

writeField({
  field: 'splitTeam',
  description: `Splits teams off one that goes on: people move from a day, what was done and planned stays with it. New teams
are of its kind and level. \`dryRun\` shows the report first; \`undoMerger\` undoes it. For officers of all the units.
Errors: \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`, \`MERGER_INVALID\`, \`DECISION_MISSING\`, \`TEAM_CODE_TAKEN\`, \`NOT_PERMITTED\`.`,
  input: SplitTeamInput,
  result: MergerResult,
  operation: splitTeam,
});

async function splitTeam(write: Write, input: Input) {
  const { tx, now } = write;
  const id = newId(input.id);
  const day = effectiveDay(input.effectiveOn, now);
  const reason = optionalText(input.reason, 'reason');
  const ground = readGround(input, now);
  const newTeams = readNewTeams(input);
  const { role: _, ...team } = await requireTeamAs(write, requireUuid(input.teamId, 'teamId'), {
    ...{ atLeast: 'COMMUNE_OFFICER', field: 'teamId', lock: 'UPDATE' },
  });
  requireTeamVersion(team, input.expectedVersion);
  requireNotEnded(team, 'teamId');
  requireGround(team.status, ground);
  const own = await placeOf(tx, team.unitId);
  const places = await placesOf(write, { team, own, newTeams, day });
  const all = await membershipsFrom(tx, [team.id], day);
  const leaving = requireMembers(all, newTeams);
  requireAfterBegins(day, leaving, [team]);
  const unitId = await commonUnit(tx, [team.unitId, ...places.map((place) => place.unitId)]);
  const plan = { team, own, newTeams, places, leaving, remaining: all.length - leaving.length, day, ground };
  return applyMerger(
    write,
    { id, kind: 'TEAM_SPLIT', effectiveOn: day, unitId, reason },
    { isDryRun: input.dryRun ?? false, work: () => split(write, plan, reason) },
  );
}

/** A split whose input and permission have been checked. */
interface TeamSplit {
  team: Omit<TeamForWrite, 'role'>;
  own: TeamPlace;
  newTeams: readonly NewTeam[];
  /** Where each of the new teams is. */
  places: readonly TeamPlace[];
  /** Memberships of those who move. */
  leaving: readonly TeamMembership[];
  /** How many stay. */
  remaining: number;
  /** First day of the new teams. */
  day: LocalDate;
  ground: Ground;
}

async function split({ tx }: Write, plan: TeamSplit, reason: string | null): Promise<MergerEffect> {
  const { team, own, newTeams, places, leaving, remaining, day, ground } = plan;
  const decisions = await settleGround(tx, ground, own);
  const made = await insertTeams(
    tx,
    newTeams.map(({ id, code, name }, index) => ({
      ...{ id, code, name, kind: team.kind, level: team.level, status: team.status, employer: team.employer },
      ...{ foundedOn: day, decisionId: ground.decisionId, noDecisionReason: ground.noDecisionReason },
      place: places[index] ?? own,
    })),
  );
  const carried = newTeams.flatMap((each) => inTeam(each.id, carriedTo(each, leaving, day)));
  const begun = await insertCarried(tx, carried);
  const moves = carried.flatMap(({ id, madeOf }) => madeOf.map((from) => ({ from, to: id })));
  await carryResponsibilities(tx, moves);
  const ended = await endMemberships(tx, leaving, { lastDay: addDays(day, -1), reason });
  const links = newTeams.map(({ id }) => ({ fromId: team.id, toId: id }));
  await insertTeamLinks(tx, links, { kind: 'SPLIT', effectiveOn: day });
  const version = team.version + 1;
  await tx.rows(sql`
    /* raiseTeamVersion */
    update team set version = ${version} where id = ${team.id}::uuid`);
  return {
    report: splitReport({ made, leaving, remaining, carried, ground }),
    changes: [...decisions, ...made, ...begun, ...ended, teamChange(team, team, { version, reason })],
  };
}

/** Who leads the new team is the one named; otherwise everybody keeps the role. */
function carriedTo(
  { memberIds, leaderId }: NewTeam,
  leaving: readonly TeamMembership[],
  day: LocalDate,
): CarriedTerm[] {
  const terms = leaving.filter(({ memberId }) => memberIds.includes(memberId)).map(termOf);
  const roles = terms.map((term) => {
    if (term.memberId === leaderId) return { ...term, role: 'LEADER' as const };
    return leaderId !== null && term.role === 'LEADER' ? { ...term, role: 'MEMBER' as const } : term;
  });
  return carriedTerms(roles, [], day);
}

/** A new team is where its input says, or where the old one is. */
async function placesOf(
  write: Write,
  { team, own, newTeams, day }: Pick<TeamSplit, 'team' | 'own' | 'newTeams' | 'day'>,
): Promise<TeamPlace[]> {
  const moved = newTeams.filter(({ place }) => place.unitCode != null || place.unitId != null);
  if (moved.length === 0) return newTeams.map(() => own);
  const demand = { kind: team.kind, level: team.level, day };
  const places = await requirePlacesAs(
    write,
    moved.map(({ place }) => place),
    demand,
  );
  return newTeams.map((each) => places[moved.indexOf(each)] ?? own);
}

/** The memberships of those who are named; somebody must stay. */
function requireMembers(all: readonly TeamMembership[], newTeams: readonly NewTeam[]): TeamMembership[] {
  const there = new Set(all.map(({ memberId }) => memberId));
  for (const [index, { memberIds }] of newTeams.entries()) {
    const stranger = memberIds.findIndex((id) => !there.has(id));
    if (stranger !== -1)
      throw notInTeam(`newTeams[${index}].memberIds[${stranger}]`, memberIds[stranger] ?? '');
  }
  const leaving = all.filter(({ memberId }) =>
    newTeams.some(({ memberIds }) => memberIds.includes(memberId)),
  );
  if (leaving.length < all.length) return leaving;
  throw mergerInvalid('newTeams', {
    vi: 'newTeams lấy hết người của tổ; phải có ít nhất một người ở lại',
    en: 'newTeams take everybody; at least one person must stay',
  });
}

const notInTeam = (field: string, id: string) =>
  mergerInvalid(
    field,
    {
      vi: `${field} không ở trong tổ vào ngày tách`,
      en: `${field} is not in the team on the day of the split`,
    },
    id,
  );
