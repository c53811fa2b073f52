import { DomainError, type RequestStep, requireRequestStep, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { type Person, personOrNull } from '../../rights/person.ts';
import { requestsWithMember, type SubjectRequestRow, subjectRequestColumns } from './subject-request.ts';

/** A request that a step is taken with, and its person. */
export interface RequestForWrite extends SubjectRequestRow {
  person: Person;
}

/**
 * The request that a step is about, kept from others until the write is done. For officers who handle its person.
 *
 * @throws {DomainError} `REQUEST_NOT_FOUND`, also for one that the caller may not know of; `NOT_PERMITTED`,
 * `REQUEST_STATE`
 * @throws {VersionConflict} unless it is at the version that the caller saw
 */
export async function requireRequest(
  write: Pick<Write, 'tx' | 'scope'>,
  input: { id: string; expectedVersion: number },
  { step, field = 'id' }: { step: RequestStep; field?: string },
): Promise<RequestForWrite> {
  const id = requireUuid(input.id, field);
  const [row] = await write.tx.rows<SubjectRequestRow>(sql`
    /* requestForWrite */
    select ${subjectRequestColumns} from ${requestsWithMember} where q.id = ${id}::uuid for no key update of q`);
  const person = row === undefined ? null : await personOrNull(write, row.memberId, { field, forOwn: false });
  if (row === undefined || person === null) throw requestNotFound(id, field);
  if (row.version !== input.expectedVersion)
    throw new VersionConflict('SubjectRequest', id, input.expectedVersion);
  requireRequestStep(row.status, step, field);
  return { ...row, person };
}

/** Appends a step to the audit: what changed, and none of the words. */
export async function auditStep(
  { tx, who }: Pick<Write, 'tx' | 'who'>,
  { id, version, status, person }: RequestForWrite,
  after: Record<string, unknown> & { status: string },
) {
  await appendAudit(tx, who, {
    ...{
      entityType: 'SubjectRequest',
      entityId: id,
      version: version + 1,
      unitId: person.unitId,
      reason: null,
    },
    ...{ before: { status }, after },
  });
  return done('SubjectRequest', id, version + 1);
}

/** The refusal of an id that no request has that the caller knows of. */
export function requestNotFound(id: string, field = 'id'): DomainError {
  const value = JSON.stringify(id).slice(1, -1).slice(0, 60);
  return new DomainError(
    'REQUEST_NOT_FOUND',
    { vi: `Không có yêu cầu nào với id ${value}.`, en: `There is no request with the id ${value}.` },
    { field, value },
  );
}
