import sql, { raw } from 'sql-template-tag';
import { citationOf, OWN_REGISTER } from '../../../operations/cite-source.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/** As `factKeyOf` makes it, for the row r and the source s. */
const FACT_KEY = raw(
  `format('%s|%s|%s|%s|%s|%s|%s', r.unit_id, r.indicator_code, r.level, r.team_kind, r.as_of, r.period, s.id)`,
);

/** What a row leaves out is as it was, if it states the same value. */
const SAME =
  raw(`f.value = r.value and f.qualifier = r.qualifier and coalesce(f.value_max = r.value_max, r.value_max is null)
  and coalesce(f.numerator = r.numerator, r.numerator is null) and coalesce(f.denominator = r.denominator, r.denominator is null)`);

/**
 * Which fact each row is about: the temporary table `figure_fact` (n, fact_key, source_id, figure_id of what stands,
 * is_same). A source is found by its title; of several, the one that states the fact already.
 */
export async function matchFigures(
  tx: Transaction,
  { needsSource }: { needsSource: boolean },
): Promise<void> {
  await addFindings(
    tx,
    'FIGURE_INCOMPLETE',
    sql`
      select n, 'asOf', '{"missing": "DAY"}'::jsonb from figure_row where as_of is null
      union all
      select n, 'sourceTitle', '{"missing": "SOURCE"}'::jsonb from figure_row where ${needsSource} and source_key is null`,
  );
  await findSources(tx);
  await tx.rows(sql`
    /* matchFacts */
    create temp table figure_fact on commit drop as
    select n, min(fact_key) as fact_key, min(source_id) as source_id, bool_or(is_new_source) as is_new_source,
      min(figure_id) as figure_id, bool_or(is_same) as is_same, count(*) as sources
    from (
      select r.n, ${FACT_KEY} as fact_key, s.id as source_id, s.is_new as is_new_source, f.id as figure_id,
        f.id is not null and ${SAME} as is_same,
        rank() over (partition by r.n order by (f.id is not null and ${SAME}) desc, (f.id is not null) desc) as place
      from figure_row r join figure_source s on s.key = coalesce(r.source_key, '')
      left join reported_figure f on f.fact_key = ${FACT_KEY} and f.superseded_at is null
      where not r.is_fact_unread and r.unit_id is not null and r.indicator_code is not null and r.as_of is not null
    ) c where place = 1 group by n`);
  await tx.rows(sql`/* indexFacts */ create unique index on figure_fact (n)`);
  await tx.rows(sql`/* analyzeFacts */ analyze figure_fact`);
  await addFindings(
    tx,
    'SOURCE_AMBIGUOUS',
    sql`select n, 'sourceTitle', jsonb_build_object('count', sources) from figure_fact where sources > 1`,
  );
  await addFindings(
    tx,
    'ROW_REPEATED',
    sql`
      select n, null::text, jsonb_build_object('row', first_row) from (
        select r.n, first_value(r.n) over w as first_n, first_value(r.sheet_row) over w as first_row
        from figure_row r join figure_fact f on f.n = r.n window w as (partition by f.fact_key order by r.n)) again
      where n <> first_n`,
  );
}

/** An exported measurement names this register as any other source. */
const isOwnRegister = (title: string): boolean => 'made' in OWN_REGISTER && OWN_REGISTER.made.title === title;

/** Sources by their titles, `figure_source`: those that are there, and those that would be made. */
async function findSources(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* figureSources */
    create temp table figure_source on commit drop as
    select distinct k.key, d.id, d.title, false as is_new from (select distinct source_key as key from figure_row) k
    join source_document d on lower(regexp_replace(btrim(d.title), '\\s+', ' ', 'g')) = k.key`);
  const titles = await tx.rows<{ key: string; title: string | null }>(sql`
    /* sourcesToMake */
    select coalesce(source_key, '') as key, min(source_title) as title from figure_row r
    where not exists (select from figure_source s where s.key = r.source_key) group by source_key order by 1`);
  const made = titles.flatMap(({ key, title }) => {
    const citation = title === null || isOwnRegister(title) ? OWN_REGISTER : citationOf({ title });
    return 'made' in citation ? [{ key, id: citation.made.id, title: citation.made.title }] : [];
  });
  await tx.rows(sql`
    /* insertSourcesToMake */
    insert into figure_source select m.key, m.id, m.title, not exists (select from source_document d where d.id = m.id)
    from json_to_recordset(${JSON.stringify(made)}::json) as m (key text, id text, title text)`);
}
