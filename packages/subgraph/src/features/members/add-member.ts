import {
  DomainError,
  fold,
  formatDate,
  type Language,
  type LocalDate,
  membershipDay,
  nameKey,
  requireFits,
  requirePersonName,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { memberNotFound, memberRestricted } from '../../entities/member.ts';
import type { TeamRow } from '../../entities/rows.ts';
import { teamEnded } from '../../entities/team.ts';
import { isUuid } from '../../entities/uuid.ts';
import { appendAudits, type Change } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { isRestricted } from '../../permissions/restricted.ts';
import { knowsMember } from '../../permissions/scope.ts';
import { requireTeamAs } from '../../permissions/team-role.ts';
import type { SealedPhone } from '../../personal-data/phone-cipher.ts';
import { readDuties, settleDuties } from './duties.ts';
import { AddMemberInput } from './member-inputs.ts';
import { memberChange } from './member-state.ts';
import { MembershipResult } from './membership.ts';
import { membershipChange, stateOf, termsOfTeam } from './membership-for-write.ts';
import { sealPhone } from './seal-phone.ts';
import { insertMembership } from './write-membership.ts';

type Input = typeof AddMemberInput.$inferInput;

writeField({
  field: 'addMember',
  description: `Takes a person into a team from a day on. For the leader of the team and the officers of its unit. A team has one
leader at a time, and nobody is in it twice on a day. Errors: \`MEMBER_ALREADY_IN_TEAM\`, \`TEAM_HAS_LEADER\`, \`TEAM_ENDED\`.`,
  input: AddMemberInput,
  result: MembershipResult,
  operation: addMember,
  prepare: (ctx, { person }: Input) => sealPhone(ctx, person?.phone, 'person.phone'),
});

async function addMember(write: Write, input: Input, phone: SealedPhone | null) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const person = readPerson(input);
  const from = membershipDay(input.from, 'from', today(now));
  const drafts = readDuties(input.responsibilities);
  // People are locked before teams, as everywhere: a record that is going into another one takes nothing new.
  const memberId = person.displayName === null ? await knownMember(write, person.id) : person.id;
  const team = await requireTeamAs(write, input.teamId, {
    atLeast: 'LEADER',
    field: 'teamId',
    lock: 'UPDATE',
  });
  requireOpenTeam(team, from);
  const changes = person.displayName === null ? [] : [await insertMember(tx, { ...person, phone }, team)];
  const [role, isCore] = [input.role ?? 'MEMBER', input.isCore ?? false];
  requireFits(await termsOfTeam(tx, team.id), { id, memberId, role, from, to: null });
  const membership = {
    ...{ id, teamId: team.id, memberId, role, isCore, validFrom: from, validTo: null },
    affiliations: [...new Set(input.affiliations ?? [])],
    duties: await settleDuties(tx, drafts, team.unitId),
  };
  await insertMembership(tx, membership, 'id');
  const row = { ...membership, teamUnitId: team.unitId, version: 1 };
  await appendAudits(tx, who, [...changes, membershipChange(row, { before: null, after: stateOf(row) })]);
  return done('Membership', id, 1);
}

/** Somebody of the register, by id alone, or somebody new. */
type Person = { id: string; displayName: null } | { id: string; displayName: string };

function readPerson({ memberId, person }: Input): Person {
  if ((memberId == null) === (person == null)) throw oneOfBoth();
  if (person == null) return { id: memberId ?? '', displayName: null };
  return {
    id: newId(person.id, 'person.id'),
    displayName: requirePersonName(person.displayName, 'person.displayName'),
  };
}

/**
 * Somebody whom the caller knows already; where the record went into another one, that one. It is locked before it is
 * looked at: one statement would go on with what it saw before it had to wait for a merger.
 */
async function knownMember({ tx, scope }: Write, id: string): Promise<string> {
  const [asked] = isUuid(id)
    ? await tx.rows<{ id: string }>(sql`
        /* recordAsked */
        select coalesce(merged_into_id, id) as id from member where id = ${id}::uuid for share`)
    : [];
  if (asked === undefined) throw memberNotFound('memberId', id);
  const [row] = await tx.rows<{ id: string; isRestricted: boolean }>(sql`
    /* knownMember */
    select m.id, ${isRestricted(sql`m.id`)} as "isRestricted" from member m
    where m.id = ${asked.id}::uuid and m.merged_into_id is null and m.erased_at is null and ${knowsMember(scope, sql`m.id`)} for share of m`);
  if (row === undefined) throw memberNotFound('memberId', id);
  if (row.isRestricted) throw memberRestricted('memberId');
  return row.id;
}

interface NewMember {
  id: string;
  displayName: string;
  phone: SealedPhone | null;
}

async function insertMember(
  tx: Write['tx'],
  { id, displayName, phone }: NewMember,
  team: TeamRow,
): Promise<Change> {
  const [row] = await tx.rows(sql`
    /* insertMember */
    insert into member (id, display_name, search_text, name_key, phone_cipher, phone_digest)
    values (${id}::uuid, ${displayName}, ${fold(displayName)}, ${nameKey(displayName)}, ${phone?.cipher ?? null}::bytea,
      ${phone?.digest ?? null}::bytea)
    on conflict (id) do nothing returning id`);
  if (row === undefined) throw idTaken(id, 'person.id');
  return memberChange({ id, version: 1, teamId: team.id, unitId: team.unitId }, null, {
    ...{ displayName, phone: phone === null ? 'ABSENT' : 'PRESENT' },
  });
}

/** Nobody joins a team that was merged or dissolved, nor before it was founded. */
function requireOpenTeam({ status, endedOn, foundedOn }: TeamRow, from: LocalDate): void {
  if (status === 'MERGED' || status === 'DISSOLVED') {
    throw teamEnded({ endedOn }, 'teamId', {
      vi: 'hãy thêm vào tổ kế tiếp',
      en: 'add the person to its successor',
    });
  }
  if (foundedOn === null || from >= foundedOn) return;
  const founded = (language: Language) => formatDate(foundedOn as LocalDate, language); // from the database, a real day
  throw new DomainError(
    'DATE_INVALID',
    {
      vi: `from là ${from}; tổ được thành lập ngày ${founded('vi')}, hãy chọn từ ngày đó`,
      en: `from is ${from}; the team was founded on ${founded('en')}, choose that day or later`,
    },
    { field: 'from', value: from },
  );
}

function oneOfBoth(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Hãy ghi memberId (người đã có trong sổ) hoặc person (người mới), đúng một trong hai.',
      en: 'Give memberId (somebody of the register) or person (somebody new), exactly one of both.',
    },
    { field: 'memberId' },
  );
}
