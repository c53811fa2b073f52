import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/** What each row states and what stands already, `figure_plan`, and what is to be done for it, `judged`. */
export async function planFigures(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* figurePlan */
    create temp table figure_plan on commit drop as
    select r.*, m.fact_key, m.source_id, m.figure_id, m.is_same, f.value as old_value, f.value_max as old_value_max,
      f.numerator as old_numerator, f.denominator as old_denominator, f.qualifier as old_qualifier, f.statement as old_statement,
      coalesce((select max(e.revision) from reported_figure e where e.fact_key = m.fact_key), 0) as revision
    from figure_row r join figure_fact m on m.n = r.n and m.sources = 1 left join reported_figure f on f.id = m.figure_id`);
  await tx.rows(sql`/* indexFigurePlan */ create unique index on figure_plan (n)`);
  await tx.rows(sql`/* analyzeFigurePlan */ analyze figure_plan`);
  await tx.rows(sql`
    /* planFigures */
    insert into judged (n, outcome, changes, plan)
    select p.n, (case when p.figure_id is null then 'NEW' when p.is_same then 'UNCHANGED' else 'CHANGED' end)::import_outcome,
      case when p.figure_id is not null and not p.is_same then c.changes end,
      jsonb_build_object('factKey', p.fact_key, 'revision', p.revision, 'figureId', p.figure_id)
    from figure_plan p cross join lateral (
      select jsonb_agg(jsonb_build_object('field', d.field, 'before', d.before, 'after', d.after)) as changes
      from (values ${CHANGES}) d (field, before, after) where d.before is distinct from d.after) c`);
  await addFindings(
    tx,
    'FIGURE_REASON_MISSING',
    sql`
      select p.n, 'reason', jsonb_build_object('registered', trim_scale(p.old_value)::text) from figure_plan p
      where p.figure_id is not null and not p.is_same and p.reason is null`,
  );
}

const CHANGES = raw(`('value', trim_scale(p.old_value)::text, trim_scale(p.value)::text),
  ('valueMax', trim_scale(p.old_value_max)::text, trim_scale(p.value_max)::text),
  ('numerator', trim_scale(p.old_numerator)::text, trim_scale(p.numerator)::text),
  ('denominator', trim_scale(p.old_denominator)::text, trim_scale(p.denominator)::text),
  ('qualifier', p.old_qualifier::text, p.qualifier::text)`);
