import { requireText, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { memberRestricted } from '../../entities/member.ts';
import { appendAudit } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requirePerson } from '../../rights/person.ts';
import { requestNotFound } from './request-for-write.ts';
import { RestrictionResult } from './restriction.ts';
import { requestsWithMember } from './subject-request.ts';

const RestrictMemberInput = builder.inputType('RestrictMemberInput', {
  description: 'A person whose data are only kept from now on [hạn chế xử lý].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID for the restriction. Left out: the server makes one." }),
    memberId: t.id({ required: true, description: 'The person. Error: `MEMBER_NOT_FOUND`.' }),
    requestId: t.id({ description: 'The open request of the person behind it. Error: `REQUEST_NOT_FOUND`.' }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'restrictMember',
  description: `Restricts the processing of a person's data: from now on only the officers handling the person see name and phone number, nobody
exports or changes them, and counts stay. For those officers. Errors: \`MEMBER_NOT_FOUND\`, \`REQUEST_NOT_FOUND\`, \`MEMBER_RESTRICTED\`, \`NOT_PERMITTED\`.`,
  input: RestrictMemberInput,
  result: RestrictionResult,
  operation: restrictMember,
});

async function restrictMember(write: Write, input: typeof RestrictMemberInput.$inferInput) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const reason = requireText(input.reason, 'reason');
  const requestId = input.requestId == null ? null : requireUuid(input.requestId, 'requestId');
  const person = await requirePerson(write, input.memberId, { forOwn: false });
  if (requestId !== null) await requireOpenRequestOf(tx, requestId, person.id);
  const inserted = await tx.rows<{ id: string }>(sql`
    /* insertRestriction */
    insert into restriction (id, member_id, request_id, reason, since)
    values (${id}::uuid, ${person.id}::uuid, ${requestId}::uuid, ${reason}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  if (inserted.length === 0) throw await taken(tx, id);
  await appendAudit(tx, who, {
    ...{
      entityType: 'Restriction',
      entityId: id,
      version: 1,
      unitId: person.unitId,
      before: null,
      reason: null,
    },
    after: { memberId: person.id, requestId },
  });
  return done('Restriction', id, 1);
}

/** Either the id is used, or the person is restricted already. */
async function taken(tx: Write['tx'], id: string) {
  const used = await tx.rows(sql`/* restrictionIdUsed */ select from restriction where id = ${id}::uuid`);
  return used.length > 0 ? idTaken(id) : memberRestricted('memberId');
}

async function requireOpenRequestOf(tx: Write['tx'], requestId: string, memberId: string): Promise<void> {
  const found = await tx.rows(sql`
    /* openRequestOf */
    select from ${requestsWithMember} where q.id = ${requestId}::uuid and coalesce(m.merged_into_id, m.id) = ${memberId}::uuid
      and q.status not in ('DONE', 'REFUSED')`);
  if (found.length === 0) throw requestNotFound(requestId, 'requestId');
}
