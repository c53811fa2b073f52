import { sameName } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/**
 * Who each row is about: the temporary table `roster_person` (n, member_id, namesakes, person_n). By the id that an
 * exported roster has, else by the phone number, among the people of the region and if the name fits; else by the name in
 * the same team. Rows about one new person, of one
 * number and name or of one name in one team, have the number of the first of them as person_n.
 */
export async function findPeople(tx: Transaction): Promise<void> {
  await findCandidates(tx);
  await dropOtherNames(tx);
  await preferIds(tx);
  await choosePeople(tx);
  await tellContradictions(tx);
}

async function findCandidates(tx: Transaction): Promise<void> {
  // Only people whom the region knows: of others the file must learn nothing, not even that they are there.
  const isOfRegion = sql`exists (
    select from membership ms join team t on t.id = ms.team_id join region_unit u on u.unit_id = t.unit_id
    where ms.member_id = m.id)`;
  await tx.rows(sql`
    /* rosterById */
    create temp table roster_id on commit drop as
    select r.n, m.id as member_id, m.display_name, m.name_key = r.name_key as is_named_so
    from roster r join member m on m.id = r.given_id and m.merged_into_id is null and m.erased_at is null
    where ${isOfRegion}`);
  await tx.rows(sql`
    /* rosterByPhone */
    create temp table roster_phone on commit drop as
    select distinct r.n, m.id as member_id, m.display_name, m.name_key = r.name_key as is_named_so,
      exists (select from membership ms where ms.member_id = m.id and ms.team_id = r.team_id) as is_in_team
    from roster r join member m on m.phone_digest = r.phone_digest and m.merged_into_id is null
    where ${isOfRegion}`);
  await tx.rows(sql`
    /* rosterByName */
    create temp table roster_name on commit drop as
    select distinct r.n, m.id as member_id, m.display_name, m.phone_digest
    from roster r join membership ms on ms.team_id = r.team_id
    join member m on m.id = ms.member_id and m.name_key = r.name_key and m.merged_into_id is null`);
  await tx.rows(sql`/* analyzeCandidates */ analyze roster_id, roster_phone, roster_name`);
}

/** Hùng and Hưng have one key and are two names: which is for the domain to say. */
async function dropOtherNames(tx: Transaction): Promise<void> {
  const pairs = await tx.rows<{ given: string; registered: string }>(sql`
    /* namesToCompare */
    select distinct r.full_name as given, c.display_name as registered
    from (
      select n, display_name from roster_id where is_named_so union all
      select n, display_name from roster_phone where is_named_so union all select n, display_name from roster_name) c
    join roster r on r.n = c.n where r.full_name <> c.display_name order by 1, 2`);
  const judged = pairs.map((pair) => ({ ...pair, reasons: sameName(pair.given, pair.registered) }));
  await tx.rows(sql`
    /* comparedNames */
    create temp table compared_name (given text, registered text, is_same boolean, is_spelled boolean) on commit drop`);
  await tx.rows(sql`
    /* insertComparedNames */
    insert into compared_name select * from unnest(${judged.map(({ given }) => given)}::text[],
      ${judged.map(({ registered }) => registered)}::text[], ${judged.map(({ reasons }) => reasons !== null)}::boolean[],
      ${judged.map(({ reasons }) => reasons?.some((reason) => reason !== 'TONE_ORDER') ?? false)}::boolean[])`);
  for (const found of [sql`roster_id`, sql`roster_phone`]) {
    await tx.rows(sql`
      /* otherNames */
      update ${found} c set is_named_so = false from roster r, compared_name d
      where r.n = c.n and d.given = r.full_name and d.registered = c.display_name and not d.is_same and c.is_named_so`);
  }
  await tx.rows(sql`
    /* otherNamesByName */
    delete from roster_name c using roster r, compared_name d
    where r.n = c.n and d.given = r.full_name and d.registered = c.display_name and not d.is_same`);
}

/** Whoever is named by the id is meant: the number of a namesake is that of somebody else. */
async function preferIds(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* otherPeopleByPhone */
    update roster_phone c set is_named_so = false from roster_id i
    where i.n = c.n and i.is_named_so and i.member_id <> c.member_id`);
}

async function choosePeople(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* rosterPeople */
    create temp table roster_person on commit drop as
    with surely as materialized (
      select n, member_id from roster_id where is_named_so
      union all
      select n, (array_agg(member_id order by is_in_team desc, member_id))[1] from roster_phone c
      where is_named_so and not exists (select from roster_id i where i.n = c.n and i.is_named_so) group by n
    ), by_name as materialized (
      -- Whoever is found by id or number already is not the one who only bears the same name.
      select c.n, array_agg(c.member_id order by c.member_id) as member_ids from roster_name c
      where not exists (select from surely s where s.member_id = c.member_id) group by c.n
    ), found as materialized (
      select r.n, r.team_id, r.place, r.phone_digest, r.name_key, lower(r.full_name) as full_name, coalesce(s.member_id, case when cardinality(b.member_ids) = 1 then b.member_ids[1] end)
        as member_id, case when s.n is null and cardinality(b.member_ids) > 1 then cardinality(b.member_ids) end as namesakes
      from roster r left join surely s on s.n = r.n left join by_name b on b.n = r.n
    )
    select f.n, f.member_id, f.namesakes, case when f.member_id is null then min(f.n) over (partition by f.member_id,
      f.phone_digest, f.name_key, case when f.phone_digest is null then coalesce(f.team_id::text, f.place::text) end,
      case when f.phone_digest is null then f.full_name end, case when f.full_name is null then f.n end) end as person_n
    from found f`);
  await tx.rows(sql`/* indexRosterPeople */ create unique index on roster_person (n)`);
  await tx.rows(sql`/* analyzeRosterPeople */ analyze roster_person`);
}

async function tellContradictions(tx: Transaction): Promise<void> {
  await addFindings(
    tx,
    'MEMBER_ID_DIFFERS',
    sql`select n, 'memberId', '{}'::jsonb from roster_id where not is_named_so`,
  );
  await addFindings(
    tx,
    'MEMBER_UNKNOWN',
    sql`
      select n, 'memberId', '{}'::jsonb from roster r
      where given_id is not null and not exists (select from roster_id i where i.n = r.n)`,
  );
  await addFindings(
    tx,
    'MEMBER_AMBIGUOUS',
    sql`
    select p.n, 'fullName', jsonb_build_object('count', p.namesakes) from roster_person p join roster r on r.n = p.n
    where p.namesakes is not null and not r.is_person_unread`,
  );
  // The same number under another name, in the register or further up in the file.
  await tx.rows(sql`
    /* sharedPhones */
    create temp table shared_phone on commit drop as
    select n, bool_or(is_in_team) as is_in_team from (
      select c.n, c.is_in_team from roster_phone c where not c.is_named_so
        and not exists (select from roster_phone own where own.n = c.n and own.is_named_so)
      union all
      select r.n, first.team_id = r.team_id from (
        select n, team_id, phone_digest, name_key, first_value(n) over w as first_n from roster where phone_digest is not null
        window w as (partition by phone_digest order by n)) r
      join roster first on first.n = r.first_n where first.name_key <> r.name_key
        and not exists (select from roster_phone own where own.n = r.n and own.is_named_so)) shared group by n`);
  await addFindings(
    tx,
    'PHONE_OF_ANOTHER',
    sql`
    select n, 'phones', '{}'::jsonb from shared_phone where is_in_team`,
  );
  await addFindings(
    tx,
    'PHONE_SHARED',
    sql`
    select n, 'phones', '{}'::jsonb from shared_phone where not is_in_team`,
  );
  await addFindings(
    tx,
    'ROW_REPEATED',
    sql`
    select n, null::text, jsonb_build_object('row', first_row) from (
      select r.n, first_value(r.n) over w as first_n, first_value(r.sheet_row) over w as first_row
      from roster r join roster_person p on p.n = r.n
      window w as (partition by r.team_id, case when r.team_id is null then r.place end, p.member_id, p.person_n order by r.n)) repeated
    where n <> first_n`,
  );
  await addFindings(
    tx,
    'NAME_SPELLED',
    sql`
    select r.n, 'fullName', jsonb_build_object('registered', m.display_name)
    from compared_name d join roster r on r.full_name = d.given join roster_person p on p.n = r.n
    join member m on m.id = p.member_id and m.display_name = d.registered where d.is_spelled`,
  );
}
