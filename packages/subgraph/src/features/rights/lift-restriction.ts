import { DomainError, requireText, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudit } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { personOrNull } from '../../rights/person.ts';
import {
  RestrictionResult,
  type RestrictionRow,
  restrictionColumns,
  restrictionsWithMember,
} from './restriction.ts';

const LiftRestrictionInput = builder.inputType('LiftRestrictionInput', {
  description: 'A restriction that ends [bỏ hạn chế xử lý].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the restriction.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'liftRestriction',
  description: `Lifts a restriction; it stays recorded with its days. For officers who handle the person.
Errors: \`RESTRICTION_NOT_FOUND\`, \`NOT_PERMITTED\`.`,
  input: LiftRestrictionInput,
  result: RestrictionResult,
  operation: liftRestriction,
});

async function liftRestriction(write: Write, input: typeof LiftRestrictionInput.$inferInput) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const reason = requireText(input.reason, 'reason');
  const [row] = await tx.rows<RestrictionRow>(sql`
    /* restrictionForWrite */
    select ${restrictionColumns} from ${restrictionsWithMember} where r.id = ${id}::uuid for no key update of r`);
  const person =
    row === undefined ? null : await personOrNull(write, row.memberId, { field: 'id', forOwn: false });
  // One that was lifted is at its second version: who would lift it again saw another one.
  if (row === undefined || person === null) throw restrictionNotFound(id);
  if (row.version !== input.expectedVersion || row.liftedAt !== null)
    throw new VersionConflict('Restriction', id, input.expectedVersion);
  await tx.rows(sql`
    /* liftRestriction */
    update restriction set lifted_at = ${now.toISOString()}::timestamptz, lifted_reason = ${reason}, version = 2
    where id = ${id}::uuid`);
  await appendAudit(tx, who, {
    ...{ entityType: 'Restriction', entityId: id, version: 2, unitId: person.unitId, reason: null },
    ...{ before: { isLifted: false }, after: { isLifted: true } },
  });
  return done('Restriction', id, 2);
}

const restrictionNotFound = (id: string) =>
  new DomainError(
    'RESTRICTION_NOT_FOUND',
    { vi: `Không có hạn chế xử lý nào với id ${id}.`, en: `There is no restriction with the id ${id}.` },
    { field: 'id', value: id },
  );
