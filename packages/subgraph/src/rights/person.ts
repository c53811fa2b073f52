import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { memberNotFound, memberRecord } from '../entities/member.ts';
import { isUuid } from '../entities/uuid.ts';
import type { Write } from '../operations/write.ts';
import { handlesMember, knowsMember, oversees } from '../permissions/scope.ts';
import { notPermitted } from '../permissions/sign-in.ts';

/** A person whose rights a write is about. */
export interface Person {
  id: string;
  displayName: string;
  version: number;
  /** Whether it is the caller's own record. */
  isOwn: boolean;
  /** The unit by which the caller handles the person, for the audit. Null for the person alone. */
  unitId: string | null;
}

type Found = Person & { isHandled: boolean; isKnown: boolean };

/**
 * The person of an id, kept from others until the write is done: for officers who handle the person, and for the
 * person, where that is allowed. The id of a record that went into another one is that one's.
 *
 * @throws {DomainError} `MEMBER_NOT_FOUND`, also for somebody whom the caller does not know, and who was erased;
 * `NOT_PERMITTED`
 */
export async function requirePerson(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  id: string,
  { field = 'memberId', forOwn }: { field?: string; forOwn: boolean },
): Promise<Person> {
  const [row] = isUuid(id)
    ? await tx.rows<Found>(sql`
        /* personForRights */
        select m.id, m.display_name as "displayName", m.version,
          coalesce(${scope.memberId}::uuid in (m.id, asked.id), false) as "isOwn",
          ${handlesMember(scope, sql`m.id`)} as "isHandled", ${knowsMember(scope, sql`m.id`)} as "isKnown",
          (select t.unit_id from membership ms join team t on t.id = ms.team_id
            where ms.member_id = m.id and ${oversees(scope, sql`t.unit_id`)}
            order by ms.valid_to desc nulls first, ms.id limit 1) as "unitId"
        from ${memberRecord} where asked.id = ${id}::uuid and m.erased_at is null for no key update of m`)
    : [];
  if (row === undefined) throw memberNotFound(field, id);
  const { isHandled, isKnown, ...person } = row;
  if (isHandled || (forOwn && person.isOwn)) return person;
  if (!isKnown && !person.isOwn) throw memberNotFound(field, id);
  throw notPermitted('COMMUNE_OFFICER', field);
}

/**
 * The same for what belongs to a person: null where the caller does not know the person, and so not of it either.
 *
 * @throws {DomainError} `NOT_PERMITTED`
 */
export async function personOrNull(...asked: Parameters<typeof requirePerson>): Promise<Person | null> {
  try {
    return await requirePerson(...asked);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'MEMBER_NOT_FOUND') return null;
    throw error;
  }
}
