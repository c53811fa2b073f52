import { requestDueDays, requireCount, requireExtension, requireText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { readWorkCalendar } from '../../calendar/work-calendar.ts';
import type { Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { auditStep, requireRequest } from './request-for-write.ts';
import { requireTerm } from './response-term.ts';
import { SubjectRequestResult } from './subject-request.ts';

const ExtendSubjectRequestInput = builder.inputType('ExtendSubjectRequestInput', {
  description: 'More time for a request, once [gia hạn].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the request.' }),
    expectedVersion: t.int(expectedVersionField),
    days: t.int({
      required: true,
      description: 'How many days more: 1 to what the term of its kind allows. Error: `COUNT_INVALID`.',
    }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'extendSubjectRequest',
  description: `Gives a request more time, once, after receipt was confirmed. For officers who handle the person.
Errors: \`REQUEST_NOT_FOUND\`, \`REQUEST_STATE\`, \`COUNT_INVALID\`, \`NOT_PERMITTED\`.`,
  input: ExtendSubjectRequestInput,
  result: SubjectRequestResult,
  operation: extendSubjectRequest,
});

async function extendSubjectRequest(write: Write, input: typeof ExtendSubjectRequestInput.$inferInput) {
  const { tx } = write;
  const reason = requireText(input.reason, 'reason');
  requireCount(input.days, 'days', { min: 1, max: 366 });
  const request = await requireRequest(write, input, { step: 'EXTEND' });
  const term = await requireTerm(tx, request.kind, request.receivedOn);
  const extensionDays = requireExtension(input.days, term);
  const { answer } = requestDueDays({ ...request, extensionDays }, term, await readWorkCalendar(tx));
  await tx.rows(sql`
    /* extendSubjectRequest */
    update subject_request set status = 'EXTENDED', extension_days = ${extensionDays}, extension_reason = ${reason},
      due_on = ${answer.day}::date, is_due_provisional = ${answer.isProvisional}, version = version + 1
    where id = ${request.id}::uuid`);
  return auditStep(write, request, { status: 'EXTENDED', extensionDays, dueOn: answer.day });
}
