import { DomainError, localDate, optionalText, requireDayWithin, TEXT_LIMITS, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { ConsentPurpose, ContactChannel, LegalBasis } from '../../enums.ts';
import { appendAudit } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { consentTextNotFound } from '../../rights/give-consents.ts';
import { requirePerson } from '../../rights/person.ts';
import { ConsentResult } from './consent.ts';

const RecordConsentInput = builder.inputType('RecordConsentInput', {
  description: 'What a person agreed to, or the ground on which data are used without.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID. Left out: the server makes one." }),
    memberId: t.id({ required: true, description: 'The person. Error: `MEMBER_NOT_FOUND`.' }),
    purpose: t.field({ type: ConsentPurpose, required: true, description: 'What for.' }),
    basis: t.field({
      type: LegalBasis,
      required: true,
      description: 'On what ground. Never taken for granted.',
    }),
    textVersion: t.string({
      description:
        'Version of the wording that the person agreed to, in use on that day; for CONSENT, and only then. Error: `CONSENT_TEXT_NOT_FOUND`.',
    }),
    channel: t.field({ type: ContactChannel, required: true, description: 'How it was given.' }),
    givenOn: t.field({
      type: 'Date',
      required: true,
      description: 'When; not in the future. Error: `DATE_INVALID`.',
    }),
    evidence: t.string({
      description:
        'Where the proof is: the number of a form; for another ground the provision. At most 200 characters, no names.',
    }),
  }),
});

type Input = typeof RecordConsentInput.$inferInput;

writeField({
  field: 'recordConsent',
  description: `Records that a person agreed, or on what other ground data are used. For officers who handle the person, and for the person.
Errors: \`MEMBER_NOT_FOUND\`, \`CONSENT_TEXT_NOT_FOUND\`, \`DATE_INVALID\`, \`NOT_PERMITTED\`.`,
  input: RecordConsentInput,
  result: ConsentResult,
  operation: recordConsent,
});

async function recordConsent(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const givenOn = requireDayWithin(localDate(input.givenOn, 'givenOn'), 'givenOn', { today: today(now) });
  const evidence = optionalText(input.evidence, 'evidence', TEXT_LIMITS.name);
  const person = await requirePerson(write, input.memberId, { forOwn: true });
  const { purpose, basis, channel } = input;
  const textVersion = await requireWording(tx, input, givenOn);
  const inserted = await tx.rows(sql`
    /* insertConsent */
    insert into consent (id, member_id, purpose, basis, text_version, channel, given_on, evidence, recorded_by, recorded_at)
    values (${id}::uuid, ${person.id}::uuid, ${purpose}::consent_purpose, ${basis}::legal_basis, ${textVersion},
      ${channel}::contact_channel, ${givenOn}::date, ${evidence}, ${personOf(who)}, ${now.toISOString()}::timestamptz)
    on conflict (id) do nothing returning id`);
  if (inserted.length === 0) throw idTaken(id);
  await appendAudit(tx, who, {
    ...{ entityType: 'Consent', entityId: id, version: 1, unitId: person.unitId, before: null, reason: null },
    after: { memberId: person.id, purpose, basis, textVersion, channel, givenOn },
  });
  return done('Consent', id, 1);
}

/** The version of a wording that was in use on the day; null where the ground is another one. */
async function requireWording(
  tx: Write['tx'],
  { purpose, basis, textVersion }: Input,
  day: string,
): Promise<string | null> {
  if ((basis === 'CONSENT') !== (textVersion != null)) throw wordingGoesWithConsent();
  if (textVersion == null) return null;
  const version = optionalText(textVersion, 'textVersion', TEXT_LIMITS.name) ?? '';
  const found = await tx.rows(sql`
    /* wordingOnDay */
    select from consent_text where purpose = ${purpose}::consent_purpose and version = ${version}
      and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)`);
  if (found.length > 0) return version;
  throw consentTextNotFound({ purpose, textVersion: version }, day);
}

const wordingGoesWithConsent = () =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: 'textVersion: sự đồng ý (CONSENT) cần bản mẫu câu mà người đó đã đồng ý; căn cứ khác thì để trống.',
      en: 'textVersion: CONSENT needs the version of the wording that the person agreed to; other grounds have none.',
    },
    { field: 'textVersion' },
  );
