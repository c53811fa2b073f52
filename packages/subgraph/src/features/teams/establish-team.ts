import {
  DomainError,
  type LocalDate,
  requireEmployer,
  requireFoundation,
  requireGround,
  requireTeamCode,
  requireText,
  TEXT_LIMITS,
  type TeamStatus,
  today,
} from '@cnscd/domain';
import { appendAudits } from '../../operations/audit.ts';
import { newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { type Ground, readGround, settleGround } from './founding-ground.ts';
import { insertTeams, type TeamDraft } from './insert-teams.ts';
import { TeamResult } from './team.ts';
import { EstablishTeamInput } from './team-inputs.ts';
import { requirePlaceAs } from './team-place.ts';

type Input = typeof EstablishTeamInput.$inferInput;

writeField({
  field: 'establishTeam',
  description: `Founds a team, or plans one. For officers of its unit; a team without a territory is for the administrator.
Errors: \`DECISION_MISSING\`, \`DECISION_NOT_FOUND\`, \`TEAM_CODE_TAKEN\`, \`ID_TAKEN\`, \`UNIT_NOT_FOUND\`, \`INPUT_INVALID\`, \`NOT_PERMITTED\`.`,
  input: EstablishTeamInput,
  result: TeamResult,
  operation: establishTeam,
});

async function establishTeam(write: Write, input: Input) {
  const { tx, now, who } = write;
  const draft = draftOf(input, now);
  const place = await requirePlaceAs(write, input, {
    ...draft,
    day: (draft.foundedOn ?? today(now)) as LocalDate, // of today or checked in draftOf
  });
  const decisions = await settleGround(tx, draft.ground, place);
  const [made] = await insertTeams(tx, [{ ...draft, ...draft.ground, place }]);
  if (made === undefined) throw new Error('an inserted team without a row');
  await appendAudits(tx, who, [...decisions, made]);
  return done('Team', made.entityId, made.version);
}

function draftOf(input: Input, now: Date): Omit<TeamDraft, 'place' | keyof Ground> & { ground: Ground } {
  const ground = readGround(input, now);
  const hasGround = ground.decisionId !== null || ground.noDecisionReason !== null;
  const status = statusOf(input.status ?? (hasGround ? 'ACTIVE' : 'PLANNED'));
  requireGround(status, ground);
  return {
    id: newId(input.id),
    code: input.code == null ? null : requireTeamCode(input.code),
    name: requireText(input.name, 'name', TEXT_LIMITS.name),
    kind: input.kind,
    level: input.level,
    status,
    employer: requireEmployer(input.kind, input.employer ?? null),
    foundedOn: input.foundedOn == null ? null : requireFoundation(input.foundedOn, status, today(now)),
    ground,
  };
}

function statusOf(status: TeamStatus): TeamStatus {
  if (status === 'PLANNED' || status === 'ACTIVE') return status;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `status là ${status}; tổ mới chỉ có thể là PLANNED hoặc ACTIVE.`,
      en: `status is ${status}; a new team is PLANNED or ACTIVE.`,
    },
    { field: 'status', value: status },
  );
}
