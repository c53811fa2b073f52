import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { patternsOf } from './erase-texts.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import type { PersonToErase } from './person-to-erase.ts';

/** Erases what writes left of the person beside the register: the audit's personal values, outcomes, the own words. */
export async function eraseTraces(
  tx: Transaction,
  person: PersonToErase,
  { erasureId, masksElsewhere }: { erasureId: string; masksElsewhere: boolean },
): Promise<(ErasureLine | null)[]> {
  return [
    ...(await eraseAudit(tx, person, masksElsewhere)),
    await eraseOutcomes(tx, person),
    ...(await eraseRightsTexts(tx, person)),
    ...(await eraseSignIns(tx, person, erasureId)),
    ...(await countPhotographs(tx, person)),
  ];
}

/** Entries about the person, and those of the person's teams that name him or her. */
async function eraseAudit(
  tx: Transaction,
  person: PersonToErase,
  masksElsewhere: boolean,
): Promise<(ErasureLine | null)[]> {
  const about = aboutPerson(person);
  const patterns = patternsOf(person.names);
  const gone = await tx.rows(sql`
    /* eraseAuditOfPerson */
    delete from audit_personal p using audit_entry e
    where e.id = p.entry_id and (${about} or lower(p.states::text) like any(${patterns}::text[])
      and e.entity_type <> 'Member'
      and (${masksElsewhere} or e.team_id is null or e.team_id = any(${person.teamIds}::uuid[]))) returning p.entry_id`);
  const [kept] = await tx.rows<{ entries: number; texts: number }>(sql`
    /* auditKeptOfPerson */
    select count(*) filter (where ${about}) as entries,
      count(*) filter (where lower(concat_ws(' ', e.before::text, e.after::text, e.reason)) like any(${patterns}::text[])) as texts
    from audit_entry e`);
  return [
    lineOf('AUDIT_VALUES', gone.length),
    lineOf('AUDIT_ENTRIES', kept?.entries ?? 0),
    lineOf('AUDIT_TEXTS', kept?.texts ?? 0),
  ];
}

const aboutPerson = ({ ids, membershipIds, rightsIds }: PersonToErase): Sql => sql`(
  (e.entity_type = 'Member' and e.entity_id = any(${ids}::text[]))
  or (e.entity_type = 'Membership' and e.entity_id = any(${membershipIds}::text[]))
  or (e.entity_type in ('Consent', 'SubjectRequest', 'Restriction', 'ZaloLink') and e.entity_id = any(${rightsIds}::text[])))`;

/** The key stays, so that a late replay is refused and never brings the person back. */
async function eraseOutcomes(tx: Transaction, person: PersonToErase): Promise<ErasureLine | null> {
  const gone = await tx.rows(sql`
    /* eraseOutcomes */
    update idempotency_key set outcome = null, fingerprint = ''
    where outcome ->> 'entityType' in ('Member', 'Membership', 'Consent', 'SubjectRequest', 'Restriction', 'ZaloLink')
      and outcome ->> 'entityId' = any(${[...person.ids, ...person.membershipIds, ...person.rightsIds]}::text[])
    returning key`);
  return lineOf('OUTCOMES', gone.length);
}

async function eraseRightsTexts(tx: Transaction, { ids }: PersonToErase): Promise<(ErasureLine | null)[]> {
  const [row] = await tx.rows<{ texts: number; kept: number }>(sql`
    /* eraseRightsTexts */
    with given as (
      update consent set evidence = null where member_id = any(${ids}::uuid[]) and evidence is not null returning 1
    ), taken as (
      update consent_withdrawal w set reason = null from consent c
      where c.id = w.consent_id and c.member_id = any(${ids}::uuid[]) and w.reason is not null returning 1
    ), asked as (
      update subject_request set statement = null, extension_reason = null, outcome = null
      where member_id = any(${ids}::uuid[]) and coalesce(statement, extension_reason, outcome) is not null returning 1
    ), kept as (
      update restriction set reason = ${EMPTIED}, lifted_reason = case when lifted_reason is not null then ${EMPTIED} end
      where member_id = any(${ids}::uuid[]) returning 1
    )
    select (select count(*) from given) + (select count(*) from taken) + (select count(*) from asked) + (select count(*) from kept) as texts,
      (select count(*) from consent where member_id = any(${ids}::uuid[]))
        + (select count(*) from subject_request where member_id = any(${ids}::uuid[])) as kept`);
  return [lineOf('RIGHTS_TEXTS', row?.texts ?? 0), lineOf('RIGHTS_KEPT', row?.kept ?? 0)];
}

/** What stands where a text may not be missing. */
const EMPTIED = '[đã xóa]';

/** Where the person worked in the register, under the sign-ins that are known. */
async function eraseSignIns(
  tx: Transaction,
  { signIns }: PersonToErase,
  erasureId: string,
): Promise<(ErasureLine | null)[]> {
  if (signIns.length === 0) return [];
  const nobody = `erased#${erasureId}`;
  const [row] = await tx.rows<{ places: number; audited: number }>(sql`
    /* eraseSignIns */
    with own as (
      select own, left(own, length(own) - position('#' in reverse(own))) as tenant,
        right(own, position('#' in reverse(own)) - 1) as actor from unnest(${signIns}::text[]) own
    ), worked as (
      update activity a set contributors = array(
          select distinct case when c = any(${signIns}::text[]) then ${nobody} else c end from unnest(a.contributors) c),
        verified_by = case when verified_by = any(${signIns}::text[]) then ${nobody} else verified_by end
      where a.contributors && ${signIns}::text[] or a.verified_by = any(${signIns}::text[]) returning 1
    ), photographed as (
      update activity_evidence set recorded_by = ${nobody} where recorded_by = any(${signIns}::text[]) returning 1
    ), given as (
      update consent set recorded_by = ${nobody} where recorded_by = any(${signIns}::text[]) returning 1
    ), taken as (
      update consent_withdrawal set recorded_by = ${nobody} where recorded_by = any(${signIns}::text[]) returning 1
    ), asked as (
      update subject_request set recorded_by = ${nobody} where recorded_by = any(${signIns}::text[]) returning 1
    ), brought as (
      update import i set
        tenant = case when (i.tenant, i.actor) = (own.tenant, own.actor) then 'erased' else i.tenant end,
        actor = case when (i.tenant, i.actor) = (own.tenant, own.actor) then ${erasureId}::text else i.actor end,
        asker = case when i.asker @> sign_in then i.asker || jsonb_build_object('tenant', 'erased', 'actor', ${erasureId}::text) else i.asker end
      from own cross join lateral jsonb_build_object('tenant', own.tenant, 'actor', own.actor) sign_in
      where (i.tenant, i.actor) = (own.tenant, own.actor) or i.asker @> sign_in returning 1
    ), keyed as (
      update idempotency_key k set tenant = 'erased', actor = ${erasureId}, outcome = null, fingerprint = ''
      from own where k.tenant = own.tenant and k.actor = own.actor returning 1
    )
    select (select count(*) from worked) + (select count(*) from photographed) + (select count(*) from given)
        + (select count(*) from taken) + (select count(*) from asked) + (select count(*) from brought)
        + (select count(*) from keyed) as places,
      (select count(*) from audit_entry e join own on e.tenant = own.tenant and e.actor = own.actor) as audited`);
  return [lineOf('SIGN_INS', row?.places ?? 0), lineOf('AUDIT_ACTOR', row?.audited ?? 0)];
}

/** Nobody here knows who is in a photograph: people have to look. */
async function countPhotographs(
  tx: Transaction,
  { membershipIds }: PersonToErase,
): Promise<(ErasureLine | null)[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    /* photographsOfTime */
    select distinct ev.id from membership ms
    join activity a on a.team_id = ms.team_id and (a.starts_at at time zone 'Asia/Ho_Chi_Minh')::date >= ms.valid_from
      and (ms.valid_to is null or (a.starts_at at time zone 'Asia/Ho_Chi_Minh')::date <= ms.valid_to)
    join activity_evidence ev on ev.activity_id = a.id
    where ms.id = any(${membershipIds}::uuid[]) order by ev.id`);
  return [
    lineOf(
      'PHOTOGRAPHS',
      rows.length,
      rows.map(({ id }) => `ActivityEvidence ${id}`),
    ),
  ];
}
