import sql, { type Sql } from 'sql-template-tag';
import { appendSelectedAudits } from '../../../operations/audit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import type { Who } from '../../../operations/write.ts';
import { dutiesOfTerm } from './duties.ts';

/** What addMember, updateMember and changeMembership would have written down for each row. */
export async function auditRoster(tx: Transaction, who: Who): Promise<void> {
  await appendSelectedAudits(
    tx,
    who,
    sql`
      select 'Member', m.id::text, 1, null::jsonb,
        jsonb_build_object('phone', case when m.phone_cipher is null then 'ABSENT' else 'PRESENT' end), null::text,
        w.unit_id, w.team_id, jsonb_build_array(null, jsonb_build_object('displayName', m.display_name))
      from roster_new_person p join member m on m.id = p.id join roster_write w on w.n = p.n order by p.n`,
  );
  await appendSelectedAudits(
    tx,
    who,
    sql`
      select 'Member', m.id::text, m.version,
        jsonb_build_object('phone', case when w.had_phone then 'PRESENT' else 'ABSENT' end),
        jsonb_build_object('phone', case when w.had_phone then 'REPLACED' else 'PRESENT' end), null::text,
        w.unit_id, w.team_id, jsonb_build_array(jsonb_build_object('displayName', m.display_name),
          jsonb_build_object('displayName', m.display_name))
      from (select distinct on (member_id) * from roster_write where sets_phone order by member_id, n) w
      join member m on m.id = w.member_id`,
  );
  await appendSelectedAudits(
    tx,
    who,
    sql`
      select 'Membership', ms.id::text, ms.version, ${state({
        role: sql`w.old_role`,
        isCore: sql`w.old_is_core`,
        affiliations: sql`w.old_affiliations`,
        from: sql`w.old_from`,
        to: sql`w.old_to`,
        duties: sql`coalesce(w.old_duties, ${dutiesOfTerm})`,
      })}, ${NOW}, null::text, w.unit_id, w.team_id, null::jsonb
      from roster_write w join membership ms on ms.id = w.membership_id
      where w.is_other or w."to" is distinct from w.old_to order by w.n`,
  );
  await appendSelectedAudits(
    tx,
    who,
    sql`
      select 'Membership', ms.id::text, 1, null::jsonb, ${NOW}, null::text, w.unit_id, w.team_id, null::jsonb
      from roster_write w join membership ms on ms.id = w.new_id order by w.n`,
  );
}

/** The state of the membership ms, the person only by id. */
const state = (
  of: Record<'role' | 'isCore' | 'affiliations' | 'from' | 'to' | 'duties', Sql>,
): Sql => sql`jsonb_build_object(
  'memberId', ms.member_id, 'role', ${of.role}, 'isCore', ${of.isCore}, 'affiliations', ${of.affiliations},
  'from', ${of.from}, 'to', ${of.to}, 'duties', ${of.duties})`;

const NOW = state({
  role: sql`ms.role`,
  isCore: sql`ms.is_core`,
  affiliations: sql`ms.affiliations`,
  from: sql`ms.valid_from`,
  to: sql`ms.valid_to`,
  duties: dutiesOfTerm,
});
