import {
  type ConsentPurpose,
  DomainError,
  type LocalDate,
  localDate,
  optionalText,
  requireDayWithin,
  requireUuid,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { ContactChannel } from '../../enums.ts';
import { appendAudit } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { personOrNull } from '../../rights/person.ts';
import { linksOfPerson, removeLinks } from '../../zalo/links.ts';
import { ConsentResult } from './consent.ts';

const WithdrawConsentInput = builder.inputType('WithdrawConsentInput', {
  description: 'A consent that a person withdraws [rút lại sự đồng ý].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the consent.' }),
    expectedVersion: t.int(expectedVersionField),
    channel: t.field({ type: ContactChannel, required: true, description: 'How the person said so.' }),
    withdrawnOn: t.field({
      type: 'Date',
      required: true,
      description:
        'Since when it no longer holds: from the day it was given to today. Error: `DATE_INVALID`.',
    }),
    reason: t.string({ description: 'Why, if the person says so; at most 300 characters.' }),
  }),
});

type Input = typeof WithdrawConsentInput.$inferInput;

writeField({
  field: 'withdrawConsent',
  description: `Records that a person withdraws a consent; what was given stays recorded beside it. For officers who handle the person, and for
the person. With ZALO_SIGN_IN the link to the Zalo account goes. Errors: \`CONSENT_NOT_FOUND\`, \`CONSENT_STATE\`, \`DATE_INVALID\`, \`NOT_PERMITTED\`.`,
  input: WithdrawConsentInput,
  result: ConsentResult,
  operation: withdrawConsent,
});

async function withdrawConsent(write: Write, input: Input) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const day = localDate(input.withdrawnOn, 'withdrawnOn');
  const reason = optionalText(input.reason, 'reason');
  const consent = await requireConsent(write, id);
  const version = consent.isWithdrawn ? 2 : 1;
  if (input.expectedVersion !== version) throw new VersionConflict('Consent', id, input.expectedVersion);
  if (consent.isWithdrawn) throw alreadyWithdrawn();
  const withdrawnOn = requireDayWithin(day, 'withdrawnOn', { today: today(now), from: consent.givenOn });
  await tx.rows(sql`
    /* withdrawConsent */
    insert into consent_withdrawal (consent_id, channel, withdrawn_on, reason, recorded_by, recorded_at)
    values (${id}::uuid, ${input.channel}::contact_channel, ${withdrawnOn}::date, ${reason}, ${personOf(who)},
      ${now.toISOString()}::timestamptz)`);
  await appendAudit(tx, who, {
    ...{ entityType: 'Consent', entityId: id, version: 2, unitId: consent.unitId, reason: null },
    ...{ before: { withdrawnOn: null }, after: { withdrawnOn, channel: input.channel } },
  });
  // Without it nobody may remember whose account it is.
  if (consent.purpose === 'ZALO_SIGN_IN')
    await removeLinks(tx, who, { which: linksOfPerson(consent.personId), now, unitId: consent.unitId });
  return done('Consent', id, 2);
}

/** The consent, and with it its person, kept from others until the write is done. */
async function requireConsent(write: Write, id: string) {
  const [row] = await write.tx.rows<ConsentForWrite>(sql`
    /* consentForWrite */
    select c.member_id as "memberId", c.purpose, c.given_on as "givenOn",
      exists (select from consent_withdrawal w where w.consent_id = c.id) as "isWithdrawn"
    from consent c where c.id = ${id}::uuid for no key update of c`);
  const person =
    row === undefined ? null : await personOrNull(write, row.memberId, { field: 'id', forOwn: true });
  if (row === undefined || person === null) throw consentNotFound(id);
  return { ...row, personId: person.id, unitId: person.unitId };
}

interface ConsentForWrite {
  memberId: string;
  purpose: ConsentPurpose;
  givenOn: LocalDate;
  isWithdrawn: boolean;
}

const consentNotFound = (id: string) =>
  new DomainError(
    'CONSENT_NOT_FOUND',
    { vi: `Không có sự đồng ý nào với id ${id}.`, en: `There is no consent with the id ${id}.` },
    { field: 'id', value: id },
  );

const alreadyWithdrawn = () =>
  new DomainError(
    'CONSENT_STATE',
    {
      vi: 'Sự đồng ý này đã được rút lại rồi; nếu người đó đồng ý lại, hãy ghi một sự đồng ý mới.',
      en: 'This consent has been withdrawn already; where the person agrees again, record another one.',
    },
    { field: 'id' },
  );
