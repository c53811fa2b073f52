import { addDays, type LocalDate, UNITS_KNOWN_FROM } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';
import { dutiesOfTerm, saysOtherDuties } from './duties.ts';

/** As for a membership that is entered by hand. */
const FURTHEST_AHEAD_DAYS = 366;

/**
 * What each row makes of the person's membership: the temporary table `roster_term`. The membership that a row is about
 * is the latest one of the person in the team on any of the row's days; there is none for who is new or comes back. What
 * the row says otherwise holds from the row's first day on, or else from the day of the import (`split_on`): what was
 * before stays. Only a row with the same first day mends all of it.
 */
export async function judgeTerms(tx: Transaction, work: ImportAtWork): Promise<void> {
  const { judgedOn } = work;
  await tx.rows(sql`
    /* rosterTerms */
    create temp table roster_term on commit drop as
    with term as (
      select r.n, r.team_id, r.unit_id, p.member_id, p.person_n, ms.id as membership_id, ms.version,
        ms.role as old_role, ms.is_core as old_is_core, ms.affiliations as old_affiliations, ms.valid_from as old_from,
        ms.valid_to as old_to, coalesce(r.role, ms.role, 'MEMBER') as role,
        coalesce(r.is_core, ms.is_core, false) as is_core,
        coalesce(r.affiliations::affiliation[], ms.affiliations, '{}') as affiliations,
        r."from" as given_from, r."to" as given_to, coalesce(r."to", ms.valid_to) as "to",
        ${saysOtherDuties} as has_other_duties, r.duties, case when r.duties is not null then ${dutiesOfTerm} end as old_duties,
        ms.id is not null and (${saysOtherDuties} or (coalesce(r.role, ms.role), coalesce(r.is_core, ms.is_core)) <> (ms.role, ms.is_core)
          or r.affiliations is not null and not (r.affiliations::affiliation[] @> ms.affiliations
            and r.affiliations::affiliation[] <@ ms.affiliations)) as is_other,
        r."from" is not null and ms.id is not null and exists (select from membership own
          where own.team_id = r.team_id and own.member_id = p.member_id and own.valid_from = r."from") as is_known_begin,
        m.id is not null and r.phone_digest is not null and m.phone_digest is distinct from r.phone_digest as sets_phone,
        m.phone_digest is not null as had_phone
      from roster r join roster_person p on p.n = r.n left join member m on m.id = p.member_id
      left join lateral (
        select * from membership ms where ms.team_id = r.team_id and ms.member_id = p.member_id
          and (r."to" is null or ms.valid_from <= r."to")
          and (ms.valid_to is null or ms.valid_to >= coalesce(r."from", least(r."to", ${judgedOn}::date)))
        order by ms.valid_from desc, ms.id limit 1) ms on true
    )
    select term.*, case when not is_other or given_from = old_from then null
      when given_from > old_from and not is_known_begin then given_from
      when old_from < ${judgedOn}::date and coalesce("to", 'infinity') >= ${judgedOn}::date then ${judgedOn}::date end as split_on
    from term`);
  await tx.rows(sql`/* indexRosterTerms */ create unique index on roster_term (n)`);
  await tx.rows(sql`/* analyzeRosterTerms */ analyze roster_term`);
  await tellDays(tx, judgedOn);
  await tellSecondLeaders(tx, work);
}

async function tellDays(tx: Transaction, judgedOn: string): Promise<void> {
  const latest = addDays(judgedOn as LocalDate, FURTHEST_AHEAD_DAYS); // a day of the database
  for (const field of ['from', 'to'] as const) {
    const day = field === 'from' ? sql`r."from"` : sql`r."to"`;
    await addFindings(
      tx,
      'DAY_OUT_OF_RANGE',
      sql`
        select r.n, ${field}::text, jsonb_build_object('day', ${day}) from roster r
        where ${day} < ${UNITS_KNOWN_FROM}::date or ${day} > ${latest}::date`,
    );
  }
  await addFindings(
    tx,
    'DAYS_REVERSED',
    sql`select n, 'to', jsonb_build_object('from', "from", 'to', "to") from roster where "to" < "from"`,
  );
  await addFindings(
    tx,
    'FROM_BEFORE_TEAM',
    sql`
      select r.n, 'from', jsonb_build_object('foundedOn', r.founded_on)
      from roster r join roster_term t on t.n = r.n where t.membership_id is null and r."from" < r.founded_on`,
  );
  await addFindings(
    tx,
    'FROM_MISSING',
    sql`
      select n, 'from', '{}'::jsonb from roster_term
      where team_id is not null and membership_id is null and given_from is null and given_to < ${judgedOn}::date`,
  );
  await addFindings(
    tx,
    'FROM_DIFFERS',
    sql`
      select n, 'from', jsonb_build_object('registered', old_from) from roster_term
      where given_from <> old_from and not is_known_begin and split_on is distinct from given_from`,
  );
}

/**
 * A team has one leader at a time, in what the register would have after all rows that may be taken over. A row that is
 * wrong otherwise is held against the other wrong ones too, and keeps no other row from being taken over.
 */
async function tellSecondLeaders(tx: Transaction, { id, judgedOn }: ImportAtWork): Promise<void> {
  await addFindings(
    tx,
    'TEAM_HAS_LEADER',
    sql`
      with row as materialized (
        select t.*, coalesce(t.member_id::text, t.person_n::text) as person, not r.is_faulty and not exists (
          select from import_finding f where f.n = t.n and f.is_error) as is_fine
        from roster_term t join roster said on said.n = t.n and not said.is_term_unread
        join import_row r on r.import_id = ${id}::uuid and r.n = t.n
      ), lead as materialized (
        select n, person, is_fine, team_id, coalesce(split_on, old_from, given_from, ${judgedOn}::date) as "from", "to",
          membership_id is null or old_role <> 'LEADER' or coalesce("to" > old_to, false) as is_new
        from row where role = 'LEADER'
        union all
        select n, person, true, team_id, old_from, split_on - 1, false from row
        where is_fine and split_on is not null and old_role = 'LEADER'
        union all
        select null, ms.member_id::text, true, ms.team_id, ms.valid_from, ms.valid_to, false from membership ms
        where ms.role = 'LEADER' and ms.team_id in (select team_id from row where role = 'LEADER')
          and not exists (select from row where row.is_fine and row.membership_id = ms.id))
      select distinct one.n, 'role', '{}'::jsonb from lead one join lead other on other.team_id = one.team_id
      where one.is_new and one.n is distinct from other.n
        and (case when one.is_fine then other.is_fine else other.person is distinct from one.person end)
        and (other."to" is null or one."from" <= other."to") and (one."to" is null or other."from" <= one."to")`,
  );
}
