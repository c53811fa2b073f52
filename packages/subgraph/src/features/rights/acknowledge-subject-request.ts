import { localDate, requireDayWithin, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import type { Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { auditStep, requireRequest } from './request-for-write.ts';
import { SubjectRequestResult } from './subject-request.ts';

const AcknowledgeSubjectRequestInput = builder.inputType('AcknowledgeSubjectRequestInput', {
  description: 'That receipt of a request was confirmed to the person [xác nhận tiếp nhận].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the request.' }),
    expectedVersion: t.int(expectedVersionField),
    acknowledgedOn: t.field({
      type: 'Date',
      description: 'When: from the day of receipt to today. Default: today. Error: `DATE_INVALID`.',
    }),
  }),
});

writeField({
  field: 'acknowledgeSubjectRequest',
  description: `Records that receipt of a request was confirmed to the person. For officers who handle the person.
Errors: \`REQUEST_NOT_FOUND\`, \`REQUEST_STATE\`, \`DATE_INVALID\`, \`NOT_PERMITTED\`.`,
  input: AcknowledgeSubjectRequestInput,
  result: SubjectRequestResult,
  operation: acknowledgeSubjectRequest,
});

async function acknowledgeSubjectRequest(
  write: Write,
  input: typeof AcknowledgeSubjectRequestInput.$inferInput,
) {
  const now = today(write.now);
  const day = input.acknowledgedOn == null ? now : localDate(input.acknowledgedOn, 'acknowledgedOn');
  const request = await requireRequest(write, input, { step: 'ACKNOWLEDGE' });
  const acknowledgedOn = requireDayWithin(day, 'acknowledgedOn', { today: now, from: request.receivedOn });
  await write.tx.rows(sql`
    /* acknowledgeSubjectRequest */
    update subject_request set status = 'ACKNOWLEDGED', acknowledged_on = ${acknowledgedOn}::date, version = version + 1
    where id = ${request.id}::uuid`);
  return auditStep(write, request, { status: 'ACKNOWLEDGED', acknowledgedOn });
}
