import type { ResponsibilityKind } from '@cnscd/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import { standsOn } from '../../../entities/unit.ts';
import type { Transaction } from '../../../operations/transaction.ts';

/** The column of a roster for what somebody looks after, by its kind. */
const FIELDS: Readonly<Record<ResponsibilityKind, string>> = {
  VILLAGE: 'villageDuties',
  SCHOOL: 'schoolDuties',
  ONE_STOP_DESK: 'deskDuties',
};

/** What the row r says that its person looks after, names by kind; null where it says nothing. A kind is said as a whole. */
export const dutiesSaid = raw(
  `nullif(jsonb_strip_nulls(jsonb_build_object(${Object.entries(FIELDS)
    .map(([kind, field]) => `'${kind}', r.cells -> '${field}'`)
    .join(', ')})), '{}')`,
);

/** What rows say of it, one by one: `roster_duty`. A village is the unit of that name in the commune, if there is one. */
export async function readRosterDuties(tx: Transaction, judgedOn: string): Promise<void> {
  await tx.rows(sql`
    /* rosterDuties */
    create temp table roster_duty on commit drop as
    select distinct on (r.n, said.kind, lower(one.name)) r.n, said.kind::responsibility_kind as kind, one.name, village.id as unit_id
    from roster r cross join lateral jsonb_each(r.duties) as said (kind, names)
    cross join lateral jsonb_array_elements_text(said.names) as one (name)
    left join lateral (
      select min(u.id) as id from unit_scope s join admin_unit u on u.id = s.unit_id
      where said.kind = 'VILLAGE' and s.region_id = r.commune_id and u.level = 'VILLAGE'
        and lower(u.full_name) = lower(one.name) and ${standsOn(sql`${judgedOn}::date`)} having count(*) = 1) village on true
    where r.duties is not null order by r.n, said.kind, lower(one.name), one.name`);
  await tx.rows(sql`/* indexRosterDuties */ create index on roster_duty (n)`);
  await tx.rows(sql`/* analyzeRosterDuties */ analyze roster_duty`);
}

/** What the membership ms has, as the audit keeps it. */
export const dutiesOfTerm = raw(`coalesce((
  select jsonb_agg(jsonb_build_object('kind', d.kind, 'name', d.name, 'unitId', d.unit_id) order by d.kind, d.name, d.id)
  from responsibility d where d.membership_id = ms.id), '[]')`);

/** Whether the row r says otherwise than the membership ms has, in a kind that it speaks of. */
export const saysOtherDuties = raw(`(r.duties is not null and ms.id is not null and exists (
  (select d.kind, lower(d.name) from roster_duty d where d.n = r.n
    except select o.kind, lower(o.name) from responsibility o where o.membership_id = ms.id)
  union all
  (select o.kind, lower(o.name) from responsibility o where o.membership_id = ms.id and r.duties ? o.kind::text
    except select d.kind, lower(d.name) from roster_duty d where d.n = r.n)))`);

/** Changes of duties of the term t, as the officer sees them: elements of an array, null where there is none. */
export const dutyChanges: Sql = raw(
  Object.entries(FIELDS)
    .map(([kind, field]) => {
      const old = `array(select o ->> 'name' from jsonb_array_elements(t.old_duties) o where o ->> 'kind' = '${kind}' order by 1)`;
      const said = `array(select jsonb_array_elements_text(t.duties -> '${kind}') order by 1)`;
      return `case when t.has_other_duties and t.duties ? '${kind}' and lower(${old}::text) <> lower(${said}::text)
        then jsonb_build_object('field', '${field}', 'before', ${old}, 'after', ${said}) end`;
    })
    .join(',\n'),
);

/** Writes what rows say that people look after; what they do not speak of stays, also with a new membership. */
export async function writeRosterDuties(tx: Transaction): Promise<void> {
  const isSame = sql`o.kind = d.kind and lower(o.name) = lower(d.name)`;
  await tx.rows(sql`
    /* deleteRosterDuties */
    delete from responsibility o using roster_write w
    where o.membership_id = w.membership_id and w.new_id is null and w.has_other_duties and w.duties ? o.kind::text
      and not exists (select from roster_duty d where d.n = w.n and ${isSame})`);
  await tx.rows(sql`
    /* insertRosterDuties */
    insert into responsibility (id, membership_id, kind, name, unit_id)
    select gen_random_uuid(), coalesce(w.new_id, w.membership_id), d.kind, d.name, d.unit_id
    from roster_write w join roster_duty d on d.n = w.n
    where w.new_id is not null or w.has_other_duties
      and not exists (select from responsibility o where o.membership_id = w.membership_id and ${isSame})`);
  await tx.rows(sql`
    /* carryRosterDuties */
    insert into responsibility (id, membership_id, kind, name, unit_id)
    select gen_random_uuid(), w.new_id, d.kind, d.name, d.unit_id
    from roster_write w join responsibility d on d.membership_id = w.membership_id
    where w.split_on is not null and not coalesce(w.duties ? d.kind::text, false)`);
}
