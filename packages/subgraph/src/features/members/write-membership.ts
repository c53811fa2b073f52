import sql from 'sql-template-tag';
import { idTaken } from '../../operations/new-id.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { Duty } from './duties.ts';
import type { MembershipForWrite } from './membership-for-write.ts';

/** A membership that is about to be written. */
export type NewMembership = Omit<MembershipForWrite, 'version' | 'teamUnitId'>;

/**
 * Writes a new membership with its responsibilities.
 *
 * @throws {DomainError} `ID_TAKEN` naming the field that gave the id
 */
export async function insertMembership(
  tx: Transaction,
  membership: NewMembership,
  idField: string,
): Promise<void> {
  const { id, teamId, memberId, role, isCore, affiliations, validFrom, validTo, duties } = membership;
  const [row] = await tx.rows(sql`
    /* insertMembership */
    with made as (
      insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from, valid_to)
      values (${id}::uuid, ${teamId}::uuid, ${memberId}::uuid, ${role}::member_role, ${isCore},
        ${affiliations}::text[]::affiliation[], ${validFrom}::date, ${validTo}::date)
      on conflict (id) do nothing returning id
    ), duty as (${insertDuties(duties)})
    select id from made`);
  if (row === undefined) throw idTaken(id, idField);
}

/** Writes what a membership has become; `duties` left out: they stay. */
export async function updateMembership(
  tx: Transaction,
  { id, role, isCore, affiliations, validTo, version }: Omit<MembershipForWrite, 'duties'>,
  duties?: readonly Duty[],
): Promise<void> {
  await tx.rows(sql`
    /* updateMembership */
    with made as (
      update membership set role = ${role}::member_role, is_core = ${isCore},
        affiliations = ${affiliations}::text[]::affiliation[], valid_to = ${validTo}::date, version = ${version}
      where id = ${id}::uuid returning id
    ), gone as (
      delete from responsibility r using made where r.membership_id = made.id and ${duties !== undefined}
    ), duty as (${insertDuties(duties ?? [])})
    select id from made`);
}

/** The responsibilities of the memberships of the common table `made`. */
const insertDuties = (duties: readonly Duty[]) => sql`
  insert into responsibility (id, membership_id, kind, name, unit_id)
  select gen_random_uuid(), made.id, d.kind, d.name, d."unitId"
  from made cross join json_to_recordset(${JSON.stringify(duties)}::json) as d (kind responsibility_kind, name text, "unitId" text)`;
