import { fold } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings, isUnread } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** What says which fact a row is about, besides its unit. */
const OF_FACT = ['indicatorCode', 'indicatorName', 'level', 'teamKind', 'asOf', 'period', 'sourceTitle'];

/** What is judged together. */
const NUMBERS = ['value', 'valueMax', 'numerator', 'denominator', 'qualifier', 'reason'];

/** The rows of a list of figures in columns: the temporary table `figure_row`. */
export async function readFigures(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* readFigureRows */
    create temp table figure_row on commit drop as
    select r.n, r.sheet_row, p.unit_id, p.unit_level, r.cells ->> 'village' as village, upper(btrim(r.cells ->> 'indicatorCode')) as given_code, r.name_key as indicator_key,
      coalesce(r.cells ->> 'indicatorCode', r.cells ->> 'indicatorName') as given_indicator, null::text as indicator_code,
      (r.cells ->> 'level')::admin_level as level, (r.cells ->> 'teamKind')::team_kind as team_kind,
      (r.cells ->> 'value')::numeric as value, (r.cells ->> 'valueMax')::numeric as value_max,
      (r.cells ->> 'numerator')::numeric as numerator, (r.cells ->> 'denominator')::numeric as denominator,
      coalesce(r.cells ->> 'qualifier', 'EXACT')::qualifier as qualifier, (r.cells ->> 'asOf')::date as as_of,
      r.cells ->> 'period' as period, r.cells ->> 'unitOfMeasure' as unit_of_measure, r.cells ->> 'statement' as statement,
      r.cells ->> 'reason' as reason, r.cells ->> 'sourceTitle' as source_title,
      lower(regexp_replace(btrim(r.cells ->> 'sourceTitle'), '\\s+', ' ', 'g')) as source_key,
      ${isUnread(sql`any(${OF_FACT}::text[])`)} as is_fact_unread, ${isUnread(sql`any(${NUMBERS}::text[])`)} as are_numbers_unread
    from import_row r left join placed_row o on o.n = r.n left join matched_place p on p.place = o.place
    where r.import_id = ${id}::uuid`);
  await tx.rows(sql`/* indexFigureRows */ create unique index on figure_row (n)`);
  await tx.rows(sql`/* analyzeFigureRows */ analyze figure_row`);
  // A team of an unknown village is put into its commune; what is stated of a village is not said of the commune.
  await addFindings(
    tx,
    'UNIT_UNKNOWN',
    sql`
      select n, 'village', jsonb_build_object('given', village) from figure_row
      where village is not null and unit_level <> 'VILLAGE'`,
  );
  await findIndicators(tx);
}

/** By code, else by the whole name in either language. */
async function findIndicators(tx: Transaction): Promise<void> {
  const known = await tx.rows<{ code: string; nameVi: string; nameEn: string }>(sql`
    /* indicatorNames */ select code, name_vi as "nameVi", name_en as "nameEn" from indicator order by code`);
  const names = known.flatMap(({ code, nameVi, nameEn }) =>
    [...new Set([fold(nameVi), fold(nameEn)])].map((key) => ({ code, key })),
  );
  await tx.rows(sql`
    /* indicatorKeys */
    create temp table indicator_key (code text, key text) on commit drop`);
  await tx.rows(sql`
    /* insertIndicatorKeys */
    insert into indicator_key select * from unnest(${names.map(({ code }) => code)}::text[], ${names.map(({ key }) => key)}::text[])`);
  await tx.rows(sql`
    /* findIndicators */
    update figure_row r set indicator_code = coalesce((select code from indicator i where i.code = r.given_code),
      case when r.given_code is null then (
        select min(k.code) from indicator_key k where k.key = r.indicator_key having count(*) = 1) end)`);
  await addFindings(
    tx,
    'INDICATOR_AMBIGUOUS',
    sql`
      select r.n, 'indicatorName', jsonb_build_object('given', r.given_indicator, 'candidates', string_agg(k.code, '; ' order by k.code))
      from figure_row r join indicator_key k on k.key = r.indicator_key
      where r.indicator_code is null and r.given_code is null group by r.n, r.given_indicator`,
  );
  await addFindings(
    tx,
    'INDICATOR_UNKNOWN',
    sql`
      select r.n, case when r.given_code is null then 'indicatorName' else 'indicatorCode' end,
        jsonb_build_object('given', r.given_indicator)
      from figure_row r where r.indicator_code is null and r.given_indicator is not null
        and (r.given_code is not null or not exists (select from indicator_key k where k.key = r.indicator_key))`,
  );
}
