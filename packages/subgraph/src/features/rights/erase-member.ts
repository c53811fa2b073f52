import { DomainError, isStorableText, maskNames, requireText, TEXT_LIMITS, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudits, type Change } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { DryRun, done, personOf, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { erasePerson } from '../../rights/erasure/erase-person.ts';
import { erasedChanges } from '../../rights/erasure/erased-changes.ts';
import { ErasureResult, type ErasureRow } from './erasure.ts';
import { type RequestForWrite, requireRequest } from './request-for-write.ts';

const EraseMemberInput = builder.inputType('EraseMemberInput', {
  description:
    'A person who is removed from everything [xóa dữ liệu cá nhân]. It cannot be undone: look at the dry run first.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID for the erasure. Left out: the server makes one." }),
    requestId: t.id({
      required: true,
      description:
        'The open request of kind ERASE; it is closed with it. Errors: `REQUEST_NOT_FOUND`, `REQUEST_STATE`.',
    }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why it may be done, 1 to 300 characters; no names.' }),
    signIns: t.stringList({
      description:
        "The person's own sign-ins as `issuer#subject`, where they are known: what the person recorded is then no longer under them, in the audit neither. At most 10, and not the caller's.",
    }),
    masksElsewhere: t.boolean({
      description:
        'True: the name is masked also in texts about other teams and units that the caller oversees, where a namesake may be meant. Default: false, they are listed.',
    }),
    dryRun: t.boolean({ description: 'True: only show what would happen. Default: false.' }),
  }),
});

type Input = typeof EraseMemberInput.$inferInput;

writeField({
  field: 'eraseMember',
  description: `Removes a person for good: name, phone number, personal values of the audit, staged imports, texts. Memberships stay as
anonymous places, so that no count changes, and end today. Mergers and imports that touched the person can no longer be undone.
For officers who handle the person. Errors: \`REQUEST_NOT_FOUND\`, \`REQUEST_STATE\`, \`NOT_PERMITTED\`.`,
  input: EraseMemberInput,
  result: ErasureResult,
  operation: eraseMember,
});

const MOST_SIGN_INS = 10;

/** Erases a person, or shows what would go. See the description of the field. */
export async function eraseMember(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const given = requireText(input.reason, 'reason');
  const signIns = readSignIns(input.signIns ?? [], personOf(who));
  const asked = { id: input.requestId, expectedVersion: input.expectedVersion };
  const request = await requireRequest(write, asked, { step: 'COMPLETE', field: 'requestId' });
  if (request.kind !== 'ERASE') throw notToErase();
  await requireNewErasure(tx, id);
  const draft = { id, memberId: request.memberId, signIns, masksElsewhere: input.masksElsewhere ?? false };
  const erased = await erasePerson(write, draft);
  const reason = maskNames(given, erased.names) ?? given;
  const row: ErasureRow = {
    ...{ id, memberId: request.memberId, requestId: request.id, reason, report: erased.lines },
    ...{ executedAt: now, version: 1 },
  };
  if (input.dryRun === true)
    throw new DryRun({ ...row, __typename: 'Erasure', isDryRun: true } as ErasureRow & {
      __typename: string;
    });
  await tx.rows(sql`
    /* insertErasure */
    insert into erasure (id, member_id, request_id, reason, report, executed_at)
    values (${id}::uuid, ${request.memberId}::uuid, ${request.id}::uuid, ${reason}, ${JSON.stringify(erased.lines)}::jsonb,
      ${now.toISOString()}::timestamptz)`);
  await closeRequest(tx, request, today(now));
  await appendAudits(tx, who, [
    ...(await erasedChanges(tx, erased, request.person.unitId)),
    ...closing(row, request),
  ]);
  return done('Erasure', id, 1);
}

/** They are only compared and never kept: an identifier may look like a number that may not be written. */
function readSignIns(signIns: readonly string[], caller: string): readonly string[] {
  if (signIns.length > MOST_SIGN_INS) throw signInsInvalid('signIns');
  if (signIns.includes(caller)) throw ownSignIn();
  const wrong = signIns.findIndex((each) => !isSignIn(each));
  if (wrong >= 0) throw signInsInvalid(`signIns[${wrong}]`);
  return signIns;
}

const isSignIn = (text: string) =>
  text.length <= TEXT_LIMITS.url && isStorableText(text) && /^[^#]+.*#.+$/.test(text);

async function requireNewErasure(tx: Write['tx'], id: string): Promise<void> {
  const used = await tx.rows(sql`/* erasureIdUsed */ select from erasure where id = ${id}::uuid`);
  if (used.length > 0) throw idTaken(id);
}

async function closeRequest(tx: Write['tx'], { id }: RequestForWrite, closedOn: string): Promise<void> {
  await tx.rows(sql`
    /* closeErasureRequest */
    update subject_request set status = 'DONE', outcome = ${OUTCOME}, closed_on = ${closedOn}::date, version = version + 1
    where id = ${id}::uuid`);
}

const OUTCOME = 'Đã xóa dữ liệu cá nhân';

const closing = (row: ErasureRow, { id, status, version, person }: RequestForWrite): Change[] => [
  {
    ...{
      entityType: 'SubjectRequest',
      entityId: id,
      version: version + 1,
      unitId: person.unitId,
      reason: null,
    },
    ...{ before: { status }, after: { status: 'DONE' } },
  },
  {
    ...{ entityType: 'Erasure', entityId: row.id, version: 1, unitId: person.unitId, before: null },
    ...{ after: { memberId: row.memberId, requestId: row.requestId }, reason: row.reason },
  },
];

const notToErase = () =>
  new DomainError(
    'REQUEST_STATE',
    {
      vi: 'requestId: yêu cầu này không phải yêu cầu xóa dữ liệu (ERASE).',
      en: 'requestId: this request is not one to erase (ERASE).',
    },
    { field: 'requestId' },
  );

const signInsInvalid = (field: string) =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field}: nhiều nhất ${MOST_SIGN_INS} mục, mỗi mục dạng "issuer#subject".`,
      en: `${field}: at most ${MOST_SIGN_INS} entries, each as "issuer#subject".`,
    },
    { field },
  );

const ownSignIn = () =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: 'signIns: không ai tự xóa tài khoản của chính mình; hãy nhờ một cán bộ khác thực hiện.',
      en: 'signIns: nobody erases the own sign-in; another officer has to do it.',
    },
    { field: 'signIns' },
  );
