import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { Who } from '../../../operations/write.ts';
import type { ImportAtWork } from '../import-kind.ts';
import { auditRoster } from './audit-roster.ts';
import { writeRosterDuties } from './duties.ts';

/** Writes people and memberships as planned, by a few statements for all rows together. */
export async function applyRoster(tx: Transaction, work: ImportAtWork & { who: Who }): Promise<void> {
  await chooseRows(tx, work);
  await writePeople(tx, work);
  await writeMemberships(tx);
  await writeRosterDuties(tx);
  await auditRoster(tx, work.who);
}

/** The rows that do something, with ids for what they make: `roster_write`, and `roster_new_person`. */
async function chooseRows(tx: Transaction, { id, judgedOn }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* rosterToWrite */
    create temp table roster_write on commit drop as
    select t.*, v.outcome, case when t.membership_id is null or t.split_on is not null then gen_random_uuid() end as new_id,
      coalesce(t.split_on, t.given_from, ${judgedOn}::date) as new_from
    from import_verdict v join roster_term t on t.n = v.n
    where v.import_id = ${id}::uuid and v.outcome in ('NEW', 'CHANGED')`);
  await tx.rows(sql`/* indexRosterToWrite */ create unique index on roster_write (n)`);
  await tx.rows(sql`
    /* rosterNewPeople */
    create temp table roster_new_person on commit drop as
    select person_n, min(n) as n, gen_random_uuid() as id from roster_write where member_id is null group by person_n`);
  await tx.rows(sql`/* analyzeRosterToWrite */ analyze roster_write, roster_new_person`);
  await tx.rows(sql`
    /* rosterNewPeopleIds */
    update roster_write w set member_id = p.id from roster_new_person p where p.person_n = w.person_n and w.member_id is null`);
}

async function writePeople(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* insertRosterPeople */
    insert into member (id, display_name, search_text, name_key, phone_cipher, phone_digest)
    select p.id, r.cells ->> 'fullName', r.search_text, r.name_key, r.phone_cipher, r.phone_digest
    from roster_new_person p join import_row r on r.import_id = ${id}::uuid and r.n = p.n order by r.n`);
  await tx.rows(sql`
    /* updateRosterPhones */
    update member m set phone_cipher = r.phone_cipher, phone_digest = r.phone_digest, version = m.version + 1
    from (select member_id, min(n) as n from roster_write where sets_phone group by member_id) w
    join import_row r on r.import_id = ${id}::uuid and r.n = w.n where m.id = w.member_id`);
}

async function writeMemberships(tx: Transaction): Promise<void> {
  // What ends or is mended goes first: nobody is in a team twice, not even for a moment.
  await tx.rows(sql`
    /* updateRosterMemberships */
    update membership ms set version = ms.version + 1, valid_to = case when w.split_on is null then w."to" else w.split_on - 1 end,
      role = case when w.split_on is null then w.role else ms.role end,
      is_core = case when w.split_on is null then w.is_core else ms.is_core end,
      affiliations = case when w.split_on is null then w.affiliations else ms.affiliations end
    from roster_write w
    where w.membership_id = ms.id and (w.is_other or w."to" is distinct from w.old_to)`);
  await tx.rows(sql`
    /* insertRosterMemberships */
    insert into membership (id, team_id, member_id, role, is_core, affiliations, valid_from, valid_to)
    select new_id, team_id, member_id, role, is_core, affiliations, new_from, "to"
    from roster_write where new_id is not null order by n`);
}
