import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { isUnread } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';
import { dutiesSaid, readRosterDuties } from './duties.ts';

/**
 * The rows of a roster in columns: the temporary table `roster`. What is null was not said, and changes nothing; without
 * a team a row is judged only by what it says itself.
 */
export async function readRoster(tx: Transaction, { id, judgedOn }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* readRoster */
    create temp table roster on commit drop as
    select r.n, r.sheet_row, coalesce(o.place, -r.n) as place, p.team_id, t.unit_id, t.founded_on, (r.cells ->> 'memberId')::uuid as given_id, r.name_key, r.phone_digest,
      r.cells ->> 'fullName' as full_name, (r.cells ->> 'role')::member_role as role,
      (r.cells ->> 'isCore')::boolean as is_core,
      case when jsonb_typeof(r.cells -> 'affiliations') = 'array' and r.cells -> 'affiliations' <> '[]'
        then array(select jsonb_array_elements_text(r.cells -> 'affiliations') order by 1) end as affiliations,
      (r.cells ->> 'from')::date as "from", (r.cells ->> 'to')::date as "to", ${dutiesSaid} as duties,
      case when u.level = 'VILLAGE' then u.parent_id else u.id end as commune_id,
      ${isUnread(sql`any('{phones,memberId}')`)} as is_person_unread, ${isUnread(sql`any('{from,to,role}')`)} as is_term_unread
    from import_row r left join placed_row o on o.n = r.n left join matched_place p on p.place = o.place
    left join team t on t.id = p.team_id left join admin_unit u on u.id = t.unit_id
    where r.import_id = ${id}::uuid`);
  await tx.rows(sql`/* indexRoster */ create unique index on roster (n)`);
  await tx.rows(sql`/* analyzeRoster */ analyze roster`);
  await readRosterDuties(tx, judgedOn);
}
