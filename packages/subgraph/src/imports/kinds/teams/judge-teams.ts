import { UNITS_KNOWN_FROM } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** Numbers of decisions are typed with and without spaces, in either case. */
const numberKey = (text: string) => sql([`upper(regexp_replace(${text}, '\\s', '', 'g'))`]);

/** Holds the rows of a list of teams against the register. What a row leaves out stays as it is. */
export async function judgeTeams(tx: Transaction, work: ImportAtWork): Promise<void> {
  await readTeams(tx, work);
  await tellFaults(tx, work);
  await planTeams(tx);
}

async function readTeams(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* readTeamRows */
    create temp table team_row on commit drop as
    with row as (
      select r.n, r.sheet_row, p.team_id, coalesce(p.unit_id, t.unit_id) as unit_id, p.unit_level, r.name_key,
        r.cells ->> 'teamCode' as code, r.cells ->> 'teamName' as name,
        (r.cells ->> 'kind')::team_kind as kind, (r.cells ->> 'foundedOn')::date as founded_on,
        r.cells ->> 'decisionNumber' as decision_number, (r.cells ->> 'decisionIssuedOn')::date as decision_issued_on,
        r.cells ->> 'zaloGroupUrl' as zalo_group_url,
        case when r.cells ->> 'decisionNumber' is null then r.cells ->> 'noDecisionReason' end as no_decision_reason,
        case when p.unit_level = 'COMMUNE' and r.cells ->> 'village' is not null then 'VILLAGE' else p.unit_level end as level
      from import_row r join matched_place p on p.place = r.place left join team t on t.id = p.team_id
      where r.import_id = ${id}::uuid and not r.is_faulty)
    select row.*, (
      select min(d.id) from founding_decision d
      where ${numberKey('d.number')} = ${numberKey('row.decision_number')}
        and exists (select from unit_scope s where s.region_id = d.unit_id and s.unit_id = row.unit_id)) as decision_id
    from row`);
  await tx.rows(sql`/* indexTeamRows */ create unique index on team_row (n)`);
  await tx.rows(sql`/* analyzeTeamRows */ analyze team_row`);
}

async function tellFaults(tx: Transaction, { judgedOn }: ImportAtWork): Promise<void> {
  await addFindings(
    tx,
    'TEAM_NAME_MISSING',
    sql`select n, 'teamName', '{}'::jsonb from team_row where team_id is null and name is null`,
  );
  await addFindings(
    tx,
    'DAY_OUT_OF_RANGE',
    sql`
      select n, 'foundedOn', jsonb_build_object('day', founded_on) from team_row
      where founded_on < ${UNITS_KNOWN_FROM}::date or founded_on > ${judgedOn}::date`,
  );
  await addFindings(
    tx,
    'TEAM_EMPLOYER_MISSING',
    sql`
      select r.n, 'kind', '{}'::jsonb from team_row r left join team t on t.id = r.team_id
      where (r.kind = 'ENTERPRISE') is distinct from (t.kind = 'ENTERPRISE') and r.kind is not null
        and 'ENTERPRISE' in (r.kind, coalesce(t.kind, r.kind))`,
  );
  await addFindings(
    tx,
    'ROW_REPEATED',
    sql`
      select n, null::text, jsonb_build_object('row', first_row) from (
        select n, first_value(n) over w as first_n, first_value(sheet_row) over w as first_row
        from team_row cross join lateral (select case when team_id is not null then team_id::text
          when code is not null then code else concat_ws(' ', unit_id, level, name_key) end as key) k
        window w as (partition by key order by n)) repeated
      where n <> first_n`,
  );
  await addFindings(
    tx,
    'TEAM_PLANNED',
    sql`
      select r.n, 'decisionNumber', '{}'::jsonb from team_row r
      where team_id is null and decision_number is null and no_decision_reason is null
        and not exists (select from import_finding f where f.n = r.n and f.is_error)`,
  );
}

async function planTeams(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* planTeams */
    insert into judged (n, outcome, changes, plan)
    select r.n, (case when r.team_id is null then 'NEW' when cardinality(c.changes) > 0 then 'CHANGED' else 'UNCHANGED' end)::import_outcome,
      case when cardinality(c.changes) > 0 then to_jsonb(c.changes) end,
      jsonb_build_object('teamId', r.team_id, 'version', t.version, 'unitId', r.unit_id, 'level', r.level,
        'decisionId', r.decision_id)
    from team_row r left join team t on t.id = r.team_id left join founding_decision d on d.id = t.decision_id
    cross join lateral (select array_remove(case when t.id is not null then array[
      case when r.code is not null and r.name <> t.name
        then jsonb_build_object('field', 'teamName', 'before', t.name, 'after', r.name) end,
      case when r.kind <> t.kind then jsonb_build_object('field', 'kind', 'before', t.kind, 'after', r.kind) end,
      case when r.founded_on is not null and r.founded_on is distinct from t.founded_on
        then jsonb_build_object('field', 'foundedOn', 'before', t.founded_on, 'after', r.founded_on) end,
      case when r.decision_number is not null and ${numberKey('r.decision_number')} is distinct from ${numberKey('d.number')}
        then jsonb_build_object('field', 'decisionNumber', 'before', d.number, 'after', r.decision_number) end,
      case when r.no_decision_reason is not null and t.decision_id is null and r.no_decision_reason is distinct from t.no_decision_reason
        then jsonb_build_object('field', 'noDecisionReason', 'before', t.no_decision_reason, 'after', r.no_decision_reason) end,
      case when r.zalo_group_url is not null and r.zalo_group_url is distinct from t.zalo_group_url
        then jsonb_build_object('field', 'zaloGroupUrl', 'before', t.zalo_group_url, 'after', r.zalo_group_url) end
    ] end, null) as changes) c`);
}
