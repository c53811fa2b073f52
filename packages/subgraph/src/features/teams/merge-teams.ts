import { addDays, carriedTerms, type LocalDate, optionalText, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { commonUnit } from '../../entities/common-unit.ts';
import {
  applyMerger,
  type MergerEffect,
  MergerResult,
  mergerInvalid,
  requireSize,
} from '../../operations/merger.ts';
import { newId } from '../../operations/new-id.ts';
import type { Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamsAs } from '../../permissions/team-role.ts';
import {
  type CarriedMembership,
  carryResponsibilities,
  endMemberships,
  insertCarried,
  inTeam,
  type ResponsibilityMove,
} from './carry-memberships.ts';
import { readGround, settleGround } from './founding-ground.ts';
import { mergeReport } from './merge-report.ts';
import { movePlanned, whatStays } from './team-activities.ts';
import { MergeTeamsInput } from './team-inputs.ts';
import { insertTeamLinks } from './team-link.ts';
import { membershipsFrom, type TeamMembership, termOf } from './team-memberships.ts';
import { effectiveDay, requireAfterBegins, type TeamMerger } from './team-merger.ts';
import { placeOf } from './team-place.ts';
import { requireNotEnded, requireTeamVersion, teamChange } from './team-state.ts';

type Input = typeof MergeTeamsInput.$inferInput;

writeField({
  field: 'mergeTeams',
  description: `Merges teams into one that goes on: their histories stay with them, people are carried over and counted once,
planned activities move, leaders become members. \`dryRun\` shows the report first; \`undoMerger\` undoes it. For officers
of all the teams. Errors: \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`, \`MERGER_INVALID\`, \`DECISION_NOT_FOUND\`, \`NOT_PERMITTED\`.`,
  input: MergeTeamsInput,
  result: MergerResult,
  operation: mergeTeams,
});

const MOST_TEAMS = 20;

async function mergeTeams(write: Write, input: Input) {
  const { tx, now } = write;
  const id = newId(input.id);
  const day = effectiveDay(input.effectiveOn, now);
  const reason = optionalText(input.reason, 'reason');
  const ground = readGround(input, now);
  const [into, ...sources] = await requireTeamsAs(write, asked(input), 'COMMUNE_OFFICER');
  if (into === undefined) throw new Error('a merger into nothing');
  requireTeamVersion(into, input.expectedVersion);
  requireNotEnded(into, 'intoTeamId');
  for (const [index, team] of sources.entries()) requireNotEnded(team, `teamIds[${index}]`);
  const all = await membershipsFrom(
    tx,
    [into, ...sources].map((team) => team.id),
    day,
  );
  const leaving = all.filter((membership) => membership.teamId !== into.id);
  requireAfterBegins(day, leaving, sources);
  const merger = {
    into,
    sources,
    leaving,
    there: all.filter(({ teamId }) => teamId === into.id),
    day,
    ground,
  };
  const unitId = await commonUnit(
    tx,
    [into, ...sources].map((team) => team.unitId),
  );
  return applyMerger(
    write,
    { id, kind: 'TEAM_MERGE', effectiveOn: day, unitId, reason },
    { isDryRun: input.dryRun ?? false, work: () => merge(write, merger, reason) },
  );
}

async function merge({ tx }: Write, merger: TeamMerger, reason: string | null): Promise<MergerEffect> {
  const { into, sources, leaving, there, day, ground } = merger;
  const lastDay = addDays(day, -1);
  const decisions =
    ground.decisionId === null ? [] : await settleGround(tx, ground, await placeOf(tx, into.unitId));
  // The target has a leader of its own or is to be given one: nobody leads it by a merger.
  const terms = leaving
    .map(termOf)
    .map((term) => (term.role === 'LEADER' ? { ...term, role: 'MEMBER' as const } : term));
  const carried = inTeam(into.id, carriedTerms(terms, there.map(termOf), day));
  const begun = await insertCarried(tx, carried);
  const responsibilities = await carryResponsibilities(tx, movesOf(leaving, carried, there));
  const ended = await endMemberships(tx, leaving, { lastDay, reason });
  const moved = await movePlanned(tx, sources, { into, from: day });
  const links = sources.map((team) => ({ fromId: team.id, toId: into.id }));
  await insertTeamLinks(tx, links, { kind: 'MERGED', effectiveOn: day });
  const teams = await endTeams(tx, merger, { lastDay, reason });
  const stays = await whatStays(tx, sources, day);
  return {
    report: mergeReport(merger, { carried, responsibilities, moved: moved.length, stays }),
    changes: [...decisions, ...begun, ...ended, ...moved, ...teams],
  };
}

async function endTeams(
  tx: Write['tx'],
  { into, sources, ground }: TeamMerger,
  { lastDay, reason }: { lastDay: LocalDate; reason: string | null },
) {
  // A team that has a founding decision keeps it: the merger's own is named in the report.
  const isGround = into.decisionId === null && ground.decisionId !== null;
  const [decisionId, noDecisionReason] = isGround
    ? [ground.decisionId, null]
    : [into.decisionId, into.noDecisionReason];
  await tx.rows(sql`
    /* endMergedTeams */
    update team set version = version + 1,
      status = case when id = ${into.id}::uuid then status else 'MERGED' end,
      ended_on = case when id = ${into.id}::uuid then ended_on else ${lastDay}::date end,
      decision_id = case when id = ${into.id}::uuid then ${decisionId} else decision_id end,
      no_decision_reason = case when id = ${into.id}::uuid then ${noDecisionReason} else no_decision_reason end
    where id = any(${[into, ...sources].map(({ id }) => id)}::uuid[])`);
  return [
    teamChange(into, { ...into, decisionId, noDecisionReason }, { version: into.version + 1, reason }),
    ...sources.map((team) =>
      teamChange(
        team,
        { ...team, status: 'MERGED', endedOn: lastDay },
        { version: team.version + 1, reason },
      ),
    ),
  ];
}

/** A person who is there already takes on what he or she looked after before. */
function movesOf(
  leaving: readonly TeamMembership[],
  carried: readonly CarriedMembership[],
  there: readonly TeamMembership[],
): ResponsibilityMove[] {
  return leaving.flatMap(({ id, memberId }) => {
    const made = carried.filter(({ madeOf }) => madeOf.includes(id));
    const goesOn = made.length > 0 ? made : there.filter((membership) => membership.memberId === memberId);
    return goesOn.map((membership) => ({ from: id, to: membership.id }));
  });
}

/** The team that goes on, then those that end. */
function asked({ intoTeamId, teamIds }: Input): { id: string; field: string }[] {
  const into = requireUuid(intoTeamId, 'intoTeamId');
  requireSize(teamIds, 'teamIds', MOST_TEAMS);
  const ids = teamIds.map((id, index) => requireUuid(id, `teamIds[${index}]`));
  const twice = ids.findIndex((id, index) => id === into || ids.indexOf(id) !== index);
  if (twice === -1)
    return [
      { id: into, field: 'intoTeamId' },
      ...ids.map((id, index) => ({ id, field: `teamIds[${index}]` })),
    ];
  throw mergerInvalid(
    `teamIds[${twice}]`,
    {
      vi: `teamIds[${twice}] đã có ở trên; mỗi tổ chỉ ghi một lần`,
      en: `teamIds[${twice}] is named already; name each team once`,
    },
    ids[twice],
  );
}
