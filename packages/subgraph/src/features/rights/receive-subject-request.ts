import { localDate, optionalText, requestDueDays, requireDayWithin, TEXT_LIMITS, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { readWorkCalendar } from '../../calendar/work-calendar.ts';
import { ContactChannel, SubjectRequestKind } from '../../enums.ts';
import { appendAudit } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requirePerson } from '../../rights/person.ts';
import { requireTerm } from './response-term.ts';
import { SubjectRequestResult } from './subject-request.ts';

const ReceiveSubjectRequestInput = builder.inputType('ReceiveSubjectRequestInput', {
  description: 'What a person asks about the own data [tiếp nhận yêu cầu].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID. Left out: the server makes one." }),
    memberId: t.id({ required: true, description: 'The person. Error: `MEMBER_NOT_FOUND`.' }),
    kind: t.field({ type: SubjectRequestKind, required: true, description: 'What is asked for.' }),
    channel: t.field({ type: ContactChannel, required: true, description: 'How it came in.' }),
    receivedOn: t.field({
      type: 'Date',
      required: true,
      description: 'When; not in the future. The terms run from here. Error: `DATE_INVALID`.',
    }),
    statement: t.string({ description: 'What is asked for, in words: at most 2000 characters.' }),
    hasProcessor: t.boolean({
      description:
        'Whether somebody else processes the data on behalf: the term is longer then. Default: false.',
    }),
  }),
});

writeField({
  field: 'receiveSubjectRequest',
  description: `Takes a request of a person in, with the days by which it is to be confirmed and answered. For officers who handle the person,
and for the person. Errors: \`MEMBER_NOT_FOUND\`, \`RESPONSE_TERM_NOT_FOUND\`, \`DATE_INVALID\`, \`NOT_PERMITTED\`.`,
  input: ReceiveSubjectRequestInput,
  result: SubjectRequestResult,
  operation: receiveSubjectRequest,
});

async function receiveSubjectRequest(write: Write, input: typeof ReceiveSubjectRequestInput.$inferInput) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const { kind, channel } = input;
  const receivedOn = requireDayWithin(localDate(input.receivedOn, 'receivedOn'), 'receivedOn', {
    today: today(now),
  });
  const statement = optionalText(input.statement, 'statement', TEXT_LIMITS.note);
  const hasProcessor = input.hasProcessor ?? false;
  const person = await requirePerson(write, input.memberId, { forOwn: true });
  const term = await requireTerm(tx, kind, receivedOn);
  const due = requestDueDays({ receivedOn, hasProcessor }, term, await readWorkCalendar(tx));
  const isProvisional = due.acknowledge.isProvisional || due.answer.isProvisional;
  const inserted = await tx.rows(sql`
    /* insertSubjectRequest */
    insert into subject_request (id, member_id, kind, channel, received_on, statement, has_processor, acknowledge_due_on,
      due_on, is_due_provisional, recorded_by, recorded_at)
    values (${id}::uuid, ${person.id}::uuid, ${kind}::subject_request_kind, ${channel}::contact_channel, ${receivedOn}::date,
      ${statement}, ${hasProcessor}, ${due.acknowledge.day}::date, ${due.answer.day}::date, ${isProvisional},
      ${personOf(who)}, ${now.toISOString()}::timestamptz)
    on conflict (id) do nothing returning id`);
  if (inserted.length === 0) throw idTaken(id);
  await appendAudit(tx, who, {
    ...{
      entityType: 'SubjectRequest',
      entityId: id,
      version: 1,
      unitId: person.unitId,
      before: null,
      reason: null,
    },
    after: { memberId: person.id, kind, channel, receivedOn, dueOn: due.answer.day, status: 'RECEIVED' },
  });
  return done('SubjectRequest', id, 1);
}
