import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type ImportRecord, unitOfImport } from '../../entities/import.ts';

/** What the audit tells of a row of each table, from its columns as JSON: as the single writes name them. */
interface AuditedTable {
  table: string;
  entityType: string;
  /** Columns by the name that the audit has for them. Nothing personal. */
  state: Readonly<Record<string, string>>;
}

const AUDITED: readonly AuditedTable[] = [
  {
    table: 'team',
    entityType: 'Team',
    state: {
      ...{ code: 'code', name: 'name', kind: 'kind', status: 'status', level: 'level', unitId: 'unit_id' },
      ...{ foundedOn: 'founded_on', endedOn: 'ended_on', decisionId: 'decision_id' },
      ...{ noDecisionReason: 'no_decision_reason', zaloGroupUrl: 'zalo_group_url' },
    },
  },
  {
    table: 'membership',
    entityType: 'Membership',
    state: {
      ...{ memberId: 'member_id', role: 'role', isCore: 'is_core', affiliations: 'affiliations' },
      ...{ from: 'valid_from', to: 'valid_to' },
    },
  },
  { table: 'member', entityType: 'Member', state: {} },
  { table: 'founding_decision', entityType: 'FoundingDecision', state: { number: 'number' } },
  {
    table: 'activity',
    entityType: 'Activity',
    state: { teamId: 'team_id', kind: 'kind', status: 'status', startsAt: 'starts_at' },
  },
  {
    table: 'reported_figure',
    entityType: 'UnitFigure',
    state: { unitId: 'unit_id', revision: 'revision', supersededAt: 'superseded_at' },
  },
  { table: 'source_document', entityType: 'SourceDocument', state: { title: 'title' } },
];

/**
 * What undoing an import will change, for the audit: a select for `appendSelectedAudits`, to be run before it is undone.
 * A row that goes has no team to be seen by any more: it is told to who oversees the unit.
 */
export function changesUndone(record: Pick<ImportRecord, 'id' | 'regionIds'>): Sql {
  return sql`
    select kind.entity_type, (select string_agg(part.value, ' ' order by part.key) from jsonb_each_text(row.key) part),
      coalesce((row.latest ->> 'version')::int + 1, (row.first ->> 'version')::int + 2, 1),
      case when row.latest is not null then ${stateOf(sql`row.latest`)} end,
      case when row.first is not null then ${stateOf(sql`row.first`)} end,
      null::text, coalesce(t.unit_id, ${unitOfImport(record)}::text), case when made.id is null then t.id end, null::jsonb
    from (
      select j.table_name, j.key, (array_agg(j.new order by j.n desc))[1] as latest,
        (array_agg(j.old order by j.n))[1] as first, min(j.n) as n
      from journal_row j where j.journal_id = ${record.id}::uuid group by j.table_name, j.key
    ) row
    join (values ${join(AUDITED.map(({ table, entityType }) => sql`(${table}, ${entityType})`))})
      as kind (table_name, entity_type) on kind.table_name = row.table_name
    left join team t on t.id = case row.table_name when 'team' then row.key ->> 'id'
      when 'membership' then coalesce(row.latest, row.first) ->> 'team_id'
      when 'activity' then coalesce(row.latest, row.first) ->> 'team_id' end::uuid
    left join (
      select distinct (j.key ->> 'id')::uuid as id from journal_row j
      where j.journal_id = ${record.id}::uuid and j.table_name = 'team' and j.old is null) made on made.id = t.id
    order by row.n`;
}

/** The state of a row of any audited table, by its name. */
const stateOf = (state: Sql): Sql => {
  const cases = AUDITED.map(({ table, state: columns }) => {
    const pairs = Object.entries(columns).map(
      ([name, column]) => sql`${name}::text, ${state} -> ${column}::text`,
    );
    return sql`when ${table} then ${pairs.length === 0 ? raw(`'{}'::jsonb`) : sql`jsonb_build_object(${join(pairs)})`}`;
  });
  return sql`case row.table_name ${join(cases, ' ')} end`;
};
