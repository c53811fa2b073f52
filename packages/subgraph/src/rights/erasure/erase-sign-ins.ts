import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import type { PersonToErase } from './person-to-erase.ts';

interface ErasedSignIns {
  lines: (ErasureLine | null)[];
  /** Reports and waivers that the person worked on. */
  reportIds: string[];
}

/**
 * Where the person worked in the register, under the sign-ins that are known: nobody stands there from now on. Also in
 * the audit and in locked reports, whose digests hold who it was by a digest of its own.
 */
export async function eraseSignIns(
  tx: Transaction,
  { signIns }: PersonToErase,
  erasureId: string,
): Promise<ErasedSignIns> {
  if (signIns.length === 0) return { lines: [], reportIds: [] };
  const own = signIns.map((signIn) => {
    const end = signIn.lastIndexOf('#');
    return { signIn, tenant: signIn.slice(0, end), actor: signIn.slice(end + 1) };
  });
  const asked = { signIns, own: JSON.stringify(own), nobody: `erased#${erasureId}`, erasureId };
  const reports = await eraseFromReports(tx, asked);
  const places = await eraseFromRegister(tx, asked);
  const journaled = await eraseFromJournals(tx, asked);
  const audit = await eraseFromAudit(tx, asked);
  return {
    lines: [
      lineOf('SIGN_INS', places + journaled + reports.places + audit.erased),
      lineOf('SIGN_INS_SEALED', audit.sealed + reports.sealed),
    ],
    reportIds: reports.ids,
  };
}

interface Asked {
  signIns: readonly string[];
  /** The same, taken apart, as JSON. */
  own: string;
  /** Who stands there afterwards. */
  nobody: string;
  erasureId: string;
}

const ownSignIns = ({ own }: Asked) =>
  sql`select * from jsonb_to_recordset(${own}::jsonb) as own ("signIn" text, tenant text, actor text)`;

/** Reports know the subject alone; the audit says of which issuer it was. */
async function eraseFromReports(
  tx: Transaction,
  asked: Asked,
): Promise<{ ids: string[]; places: number; sealed: number }> {
  const { signIns, nobody } = asked;
  const [row] = await tx.rows<{ ids: string[]; places: number; sealed: number }>(sql`
    /* eraseSignInsOfReports */
    with done as materialized (
      select distinct e.entity_id::uuid as id, own.actor from audit_entry e join (${ownSignIns(asked)}) own
        on e.tenant = own.tenant and e.actor = own.actor
      where e.entity_type in ('Report', 'ReportWaiver')
    ), whole as materialized (
      select v.report_id, v.edition, v.code from done join report_value v on v.report_id = done.id and v.corrected_by = done.actor
      join report_edition ed on ed.report_id = v.report_id and ed.number = v.edition
      where ed.locked_at is not null and ed.digest_version = 1
    ), corrected as (
      update report_value v set corrected_by = ${nobody} from done
      where v.report_id = done.id and v.corrected_by = done.actor and (v.report_id, v.edition, v.code) not in (select * from whole)
      returning v.report_id as id
    ), stepped as (
      update report_step s set actor = ${nobody} from done where s.report_id = done.id and s.actor = done.actor returning s.report_id as id
    ), submitted as (
      update report r set submitted_by = ${nobody} where r.submitted_by = any(${signIns}::text[]) returning r.id
    ), waived as (
      update report_waiver w set actor = ${nobody} from done where w.id = done.id and w.actor = done.actor returning w.id
    ), touched as (
      select id from corrected union all select id from stepped union all select id from submitted union all select id from waived
    )
    select coalesce((select array_agg(distinct id) from touched), '{}') as ids, (select count(*) from touched) as places,
      (select count(*) from whole) as sealed`);
  return row ?? { ids: [], places: 0, sealed: 0 };
}

async function eraseFromRegister(tx: Transaction, asked: Asked): Promise<number> {
  const { signIns, nobody, erasureId } = asked;
  const [row] = await tx.rows<{ places: number }>(sql`
    /* eraseSignIns */
    with own as (${ownSignIns(asked)}
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
        + (select count(*) from keyed) as places`);
  return row?.places ?? 0;
}

/** Rows to undo by hold the sign-in as a whole JSON string, which the register's row then holds no longer. */
async function eraseFromJournals(tx: Transaction, asked: Asked): Promise<number> {
  let places = 0;
  for (const signIn of asked.signIns) {
    const [found, nobody] = [JSON.stringify(signIn), JSON.stringify(asked.nobody)];
    const rows = await tx.rows(sql`
      /* eraseJournaledSignIns */
      update journal_row set old = replace(old::text, ${found}, ${nobody})::jsonb, new = replace(new::text, ${found}, ${nobody})::jsonb
      where position(${found} in concat_ws(' ', old::text, new::text)) > 0 returning n`);
    places += rows.length;
  }
  return places;
}

/** Entries from before the chain held a digest in the place of who did it keep the sign-in. */
async function eraseFromAudit(tx: Transaction, asked: Asked): Promise<{ erased: number; sealed: number }> {
  const [row] = await tx.rows<{ erased: number; sealed: number }>(sql`
    /* eraseAuditActor */
    with found as materialized (
      select e.id, e.actor_salt is not null as may_go from (${ownSignIns(asked)}) own
      join audit_entry e on e.tenant = own.tenant and e.actor = own.actor
    ), gone as (
      update audit_entry e set tenant = 'erased', actor = ${asked.erasureId}::text, actor_salt = null,
        actor_digest = salted_digest(e.actor_salt, jsonb_build_array(e.tenant, e.actor))
      where e.id in (select id from found where may_go) returning 1
    )
    select (select count(*) from gone) as erased, (select count(*) from found where not may_go) as sealed`);
  return row ?? { erased: 0, sealed: 0 };
}
