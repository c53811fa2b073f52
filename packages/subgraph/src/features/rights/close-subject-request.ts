import { DomainError, type Messages, requireText, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import type { Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { auditStep, type RequestForWrite, requireRequest } from './request-for-write.ts';
import { SubjectRequestResult } from './subject-request.ts';

const CompleteSubjectRequestInput = builder.inputType('CompleteSubjectRequestInput', {
  description: 'A request that was fulfilled [đã giải quyết].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the request.' }),
    expectedVersion: t.int(expectedVersionField),
    outcome: t.string({
      required: true,
      description: 'What was done and how the person was told, 1 to 300 characters.',
    }),
  }),
});

const RefuseSubjectRequestInput = builder.inputType('RefuseSubjectRequestInput', {
  description: 'A request that is refused [từ chối yêu cầu].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the request.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why, with the provision: 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'completeSubjectRequest',
  description: `Closes a request as fulfilled: RESTRICT once the person is restricted, WITHDRAW once a consent was withdrawn; ERASE is closed by
eraseMember. For officers who handle the person. Errors: \`REQUEST_NOT_FOUND\`, \`REQUEST_STATE\`, \`NOT_PERMITTED\`.`,
  input: CompleteSubjectRequestInput,
  result: SubjectRequestResult,
  operation: async (write: Write, input: typeof CompleteSubjectRequestInput.$inferInput) => {
    const outcome = requireText(input.outcome, 'outcome');
    const request = await requireRequest(write, input, { step: 'COMPLETE' });
    await requireFulfilled(write, request);
    return closeRequest(write, request, { status: 'DONE', outcome });
  },
});

writeField({
  field: 'refuseSubjectRequest',
  description: `Closes a request as refused, for a reason that the person is told. For officers who handle the person.
Errors: \`REQUEST_NOT_FOUND\`, \`REQUEST_STATE\`, \`NOT_PERMITTED\`.`,
  input: RefuseSubjectRequestInput,
  result: SubjectRequestResult,
  operation: async (write: Write, input: typeof RefuseSubjectRequestInput.$inferInput) => {
    const outcome = requireText(input.reason, 'reason');
    const request = await requireRequest(write, input, { step: 'REFUSE' });
    return closeRequest(write, request, { status: 'REFUSED', outcome });
  },
});

async function closeRequest(
  write: Write,
  request: RequestForWrite,
  { status, outcome }: { status: 'DONE' | 'REFUSED'; outcome: string },
) {
  const closedOn = today(write.now);
  await write.tx.rows(sql`
    /* closeSubjectRequest */
    update subject_request set status = ${status}::subject_request_status, outcome = ${outcome}, closed_on = ${closedOn}::date,
      version = version + 1
    where id = ${request.id}::uuid`);
  return auditStep(write, request, { status, closedOn });
}

/** What was asked for must have happened: a request is not closed by saying so. */
async function requireFulfilled(
  { tx }: Write,
  { kind, memberId, receivedOn }: RequestForWrite,
): Promise<void> {
  if (kind === 'ERASE') throw unfulfilled(ERASE_FIRST);
  if (kind !== 'RESTRICT' && kind !== 'WITHDRAW') return;
  const [row] = await tx.rows<{ isRestricted: boolean; isWithdrawn: boolean }>(sql`
    /* fulfilledSoFar */
    select exists (select from restriction r where r.member_id = ${memberId}::uuid and r.lifted_at is null) as "isRestricted",
      exists (select from consent c join consent_withdrawal w on w.consent_id = c.id join member m on m.id = c.member_id
        where coalesce(m.merged_into_id, m.id) = ${memberId}::uuid and w.withdrawn_on >= ${receivedOn}::date) as "isWithdrawn"`);
  if (kind === 'RESTRICT' && row?.isRestricted !== true) throw unfulfilled(RESTRICT_FIRST);
  if (kind === 'WITHDRAW' && row?.isWithdrawn !== true) throw unfulfilled(WITHDRAW_FIRST);
}

const unfulfilled = (messages: Messages) => new DomainError('REQUEST_STATE', messages, { field: 'id' });

const ERASE_FIRST: Messages = {
  vi: 'Yêu cầu xóa dữ liệu kết thúc bằng thao tác xóa (eraseMember); hãy xem trước rồi xóa.',
  en: 'A request to erase is closed by the erasure itself (eraseMember); look at the dry run, then erase.',
};
const RESTRICT_FIRST: Messages = {
  vi: 'Người này chưa được hạn chế xử lý; hãy hạn chế (restrictMember) rồi kết thúc yêu cầu.',
  en: 'The person is not restricted yet; restrict him or her (restrictMember), then close the request.',
};
const WITHDRAW_FIRST: Messages = {
  vi: 'Chưa ghi việc rút lại sự đồng ý nào từ ngày nhận yêu cầu; hãy ghi (withdrawConsent) rồi kết thúc yêu cầu.',
  en: 'No consent was withdrawn since the request came in; record it (withdrawConsent), then close the request.',
};
