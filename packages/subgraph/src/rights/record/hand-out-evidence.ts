import type { Context } from '../../context.ts';
import { appendAudit } from '../../operations/audit.ts';
import { inTransaction } from '../../operations/transaction.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { requireSignedIn } from '../../permissions/sign-in.ts';
import { requirePerson } from '../person.ts';
import { type PersonalEvidence, readPersonalEvidence } from './personal-evidence.ts';

/**
 * What is held about a person, for the person and for officers who handle him or her. That somebody took it is entered
 * into the audit, in the transaction that reads it.
 *
 * @throws {DomainError} `SIGN_IN_REQUIRED`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED`
 */
export async function handOutEvidence(ctx: Context, memberId: string): Promise<PersonalEvidence> {
  const { issuer, subject } = await requireSignedIn(ctx);
  const scope = await scopeOf(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const person = await requirePerson({ tx, scope }, memberId, { forOwn: true });
    const evidence = await readPersonalEvidence({ db: tx, phones: ctx.phones, now: ctx.now }, person.id);
    await appendAudit(
      tx,
      { tenant: issuer, actor: subject, field: 'personalEvidence' },
      {
        ...{ entityType: 'Export', entityId: person.id, version: person.version, unitId: person.unitId },
        ...{ before: null, after: { kind: 'EVIDENCE', memberId: person.id }, reason: null },
      },
    );
    return evidence;
  });
}
