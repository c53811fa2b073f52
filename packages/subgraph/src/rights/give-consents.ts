import { type ConsentPurpose, type ContactChannel, DomainError, type LocalDate } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudits } from '../operations/audit.ts';
import { newId } from '../operations/new-id.ts';
import type { Transaction } from '../operations/transaction.ts';
import { personOf, type Who } from '../operations/write.ts';

/** That a person agrees to a wording. */
export interface GivenConsent {
  purpose: ConsentPurpose;
  textVersion: string;
}

interface Giving {
  memberId: string;
  channel: ContactChannel;
  day: LocalDate;
  now: Date;
  consents: readonly GivenConsent[];
}

/**
 * Records what a person agrees to, in as many statements whatever their number. What the person agreed to already, and
 * has not withdrawn, is not recorded again.
 *
 * @throws {DomainError} `CONSENT_TEXT_NOT_FOUND`
 */
export async function giveConsents(
  tx: Transaction,
  who: Who,
  { memberId, channel, day, now, consents }: Giving,
): Promise<void> {
  if (consents.length === 0) return;
  const [row] = await tx.rows<{ unknown: GivenConsent[]; given: (GivenConsent & { id: string })[] }>(sql`
    /* giveConsents */
    with person as materialized (
      select coalesce(merged_into_id, id) as id from member where id = ${memberId}::uuid
    ), asked as materialized (
      select distinct on (purpose, version) * from unnest(${consents.map(() => newId(null))}::uuid[],
        ${consents.map(({ purpose }) => purpose)}::consent_purpose[], ${consents.map(({ textVersion }) => textVersion)}::text[])
        as a (id, purpose, version) order by purpose, version
    ), known as materialized (
      select a.* from asked a join consent_text x on x.purpose = a.purpose and x.version = a.version
      where x.valid_from <= ${day}::date and (x.valid_to is null or x.valid_to >= ${day}::date)
    ), given as (
      insert into consent (id, member_id, purpose, basis, text_version, channel, given_on, recorded_by, recorded_at)
      select k.id, person.id, k.purpose, 'CONSENT', k.version, ${channel}::contact_channel, ${day}::date,
        ${personOf(who)}, ${now.toISOString()}::timestamptz
      from known k cross join person where not exists (
        select from consent c join member m on m.id = c.member_id left join consent_withdrawal w on w.consent_id = c.id
        where coalesce(m.merged_into_id, m.id) = person.id and c.purpose = k.purpose and c.text_version = k.version
          and w.consent_id is null)
      returning id, purpose, text_version
    )
    select coalesce((select json_agg(json_build_object('purpose', purpose, 'textVersion', version)) from asked
        where id not in (select id from known)), '[]') as unknown,
      coalesce((select json_agg(json_build_object('id', id, 'purpose', purpose, 'textVersion', text_version) order by id)
        from given), '[]') as given`);
  const [unknown] = row?.unknown ?? [];
  if (unknown !== undefined) throw consentTextNotFound(unknown, day);
  const changes = (row?.given ?? []).map(({ id, purpose, textVersion }) => ({
    ...{ entityType: 'Consent', entityId: id, version: 1, before: null, reason: null },
    after: { memberId, purpose, basis: 'CONSENT', textVersion, channel, givenOn: day },
  }));
  if (changes.length > 0) await appendAudits(tx, who, changes);
}

/** The refusal of a wording that was not in use on the day. */
export const consentTextNotFound = ({ purpose, textVersion }: GivenConsent, day: string): DomainError =>
  new DomainError(
    'CONSENT_TEXT_NOT_FOUND',
    {
      vi: `Không có mẫu câu xin đồng ý ${purpose} bản ${textVersion} dùng trong ngày ${day}; hãy xem consentTexts.`,
      en: `There is no consent text ${purpose} of version ${textVersion} in use on ${day}; look at consentTexts.`,
    },
    { field: 'textVersion', value: textVersion },
  );

/**
 * Withdraws what people agreed to by a channel, for all purposes.
 *
 * @param memberIds - records, also those that went into another one
 */
export async function withdrawConsents(
  tx: Transaction,
  who: Who,
  { memberIds, channel, day, now }: Omit<Giving, 'consents' | 'memberId'> & { memberIds: readonly string[] },
): Promise<void> {
  const withdrawn = await tx.rows<{ id: string }>(sql`
    /* withdrawConsents */
    insert into consent_withdrawal (consent_id, channel, withdrawn_on, recorded_by, recorded_at)
    select c.id, ${channel}::contact_channel, ${day}::date, ${personOf(who)}, ${now.toISOString()}::timestamptz
    from consent c join member m on m.id = c.member_id
    where coalesce(m.merged_into_id, m.id) in (
        select coalesce(p.merged_into_id, p.id) from member p where p.id = any(${memberIds}::uuid[]))
      and c.channel = ${channel}::contact_channel and c.basis = 'CONSENT'
      and not exists (select from consent_withdrawal w where w.consent_id = c.id)
    order by c.id on conflict do nothing returning consent_id as id`);
  if (withdrawn.length === 0) return;
  const changes = withdrawn.map(({ id }) => ({
    ...{ entityType: 'Consent', entityId: id, version: 2, unitId: null, reason: null },
    ...{ before: { withdrawnOn: null }, after: { withdrawnOn: day, channel } },
  }));
  await appendAudits(tx, who, changes);
}
