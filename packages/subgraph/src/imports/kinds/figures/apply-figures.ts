import sql, { raw } from 'sql-template-tag';
import { type AuditState, appendAudits, type Change } from '../../../operations/audit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import type { Who } from '../../../operations/write.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** Records figures as planned: what was said before is superseded, and the next revision says why. */
export async function applyFigures(tx: Transaction, work: ImportAtWork & { who: Who }): Promise<void> {
  await tx.rows(sql`
    /* figuresToWrite */
    create temp table figure_write on commit drop as
    select p.* from import_verdict v join figure_plan p on p.n = v.n
    where v.import_id = ${work.id}::uuid and v.outcome in ('NEW', 'CHANGED')`);
  const sources = await tx.rows<{ id: string; title: string }>(sql`
    /* insertImportedSources */
    insert into source_document (id, title)
    select distinct on (s.id) s.id, s.title from figure_source s
    where s.is_new and exists (select from figure_write w where w.source_id = s.id) order by s.id
    on conflict (id) do nothing returning id, title`);
  await tx.rows(sql`
    /* supersedeImportedFigures */
    update reported_figure f set superseded_at = now() from figure_write w where f.id = w.figure_id`);
  await tx.rows(sql`
    /* insertImportedFigures */
    insert into reported_figure (fact_key, revision, unit_id, indicator_code, level, team_kind, value, value_max, numerator,
      denominator, qualifier, as_of, period, statement, reason, source_id)
    select w.fact_key, w.revision + 1, w.unit_id, w.indicator_code, w.level, w.team_kind, w.value, w.value_max, w.numerator,
      w.denominator, w.qualifier, w.as_of, w.period, w.statement, w.reason, w.source_id
    from figure_write w order by w.n`);
  const written = await tx.rows<Omit<Change, 'entityType' | 'before'> & { before: AuditState | null }>(sql`
    /* writtenFigures */
    select w.fact_key as "entityId", w.revision + 1 as version, w.unit_id as "unitId", w.reason,
      case when w.figure_id is not null then ${stateOf('old_')} end as before, ${stateOf('')} as after
    from figure_write w order by w.n`);
  const changes = [
    ...sources.map(
      ({ id, title }): Change => ({
        ...{ entityType: 'SourceDocument', entityId: id, version: 1, before: null, reason: null },
        after: { title, publisher: null, publishedOn: null, url: null },
      }),
    ),
    ...written.map((change): Change => ({ entityType: 'UnitFigure', ...change })),
  ];
  await appendAudits(tx, work.who, changes);
}

/** As recordMeasurement writes it down. */
const stateOf = (prefix: 'old_' | '') =>
  raw(`jsonb_build_object('value', w.${prefix}value, 'valueMax', w.${prefix}value_max, 'numerator', w.${prefix}numerator,
    'denominator', w.${prefix}denominator, 'qualifier', w.${prefix}qualifier, 'asOf', w.as_of, 'period', w.period,
    'statement', w.${prefix}statement)`);
