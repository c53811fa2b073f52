import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { oversees, type Scope } from '../../permissions/scope.ts';
import { liesAround } from './erase-texts.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import { namesIn } from './names-in.ts';
import type { PersonToErase } from './person-to-erase.ts';

/** Erases what writes left of the person beside the register: the audit's personal values, outcomes, the own words. */
export async function eraseTraces(
  tx: Transaction,
  person: PersonToErase,
  asked: { masksElsewhere: boolean; scope: Scope },
): Promise<(ErasureLine | null)[]> {
  return [
    ...(await eraseAudit(tx, person, asked)),
    await eraseOutcomes(tx, person),
    ...(await eraseRightsTexts(tx, person)),
    ...(await countPhotographs(tx, person)),
  ];
}

/** Entries about the person, and those of the person's teams that name him or her. */
async function eraseAudit(
  tx: Transaction,
  person: PersonToErase,
  { masksElsewhere, scope }: { masksElsewhere: boolean; scope: Scope },
): Promise<(ErasureLine | null)[]> {
  const about = aboutPerson(person);
  const gone = await tx.rows(sql`
    /* eraseAuditOfPerson */
    with around as materialized (
      select e.id from audit_entry e where e.personal_digest is not null and e.entity_type <> 'Member'
        and (case when e.team_id is not null then e.team_id = any(${person.teamIds}::uuid[])
            when e.unit_id is not null then ${liesAround(sql`e.unit_id`, person.unitIds)} else true end
          or ${masksElsewhere} and ${oversees(scope, sql`e.unit_id`)})
    ), found as (
      select e.id from audit_entry e where ${about}
      union
      select a.id from around a join audit_personal said on said.entry_id = a.id where ${namesIn(sql`said.states::text`, person.names)}
    )
    delete from audit_personal p using found where p.entry_id = found.id returning p.entry_id`);
  const [kept] = await tx.rows<{ entries: number; texts: number }>(sql`
    /* auditKeptOfPerson */
    select (select count(*) from audit_entry e where ${about}) as entries,
      -- Texts have stood apart for longer than sign-ins have.
      (select count(*) from audit_entry e where e.actor_salt is null and e.actor_digest is null
        and ${namesIn(sql`concat_ws(' ', e.before::text, e.after::text, e.reason)`, person.names)}) as texts`);
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
