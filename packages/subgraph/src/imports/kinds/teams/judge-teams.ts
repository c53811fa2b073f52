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
      select r.n, r.sheet_row, not r.is_faulty as is_read, o.place, p.team_id, coalesce(p.unit_id, t.unit_id) as unit_id, p.unit_level, r.name_key,
        r.cells ->> 'village' as village, r.cells ->> 'teamCode' as code, r.cells ->> 'teamName' as name,
        (r.cells ->> 'kind')::team_kind as kind, (r.cells ->> 'foundedOn')::date as founded_on,
        r.cells ->> 'decisionNumber' as decision_number, (r.cells ->> 'decisionIssuedOn')::date as decision_issued_on,
        r.cells ->> 'zaloGroupUrl' as zalo_group_url,
        case when r.cells ->> 'decisionNumber' is null then r.cells ->> 'noDecisionReason' end as no_decision_reason,
        r.cells ->> 'employer' as employer, (r.cells ->> 'status')::team_status as status, (r.cells ->> 'endedOn')::date as ended_on,
        (r.cells ->> 'level')::admin_level as given_level, t.status as old_status, t.decision_id as old_decision_id
      from import_row r left join placed_row o on o.n = r.n left join matched_place p on p.place = o.place
      left join team t on t.id = p.team_id where r.import_id = ${id}::uuid)
    select row.*, d.id as decision_id, d.count as decisions, coalesce(row.given_level,
      case when row.unit_level = 'COMMUNE' and row.village is not null then 'VILLAGE' else row.unit_level end) as level
    from row left join lateral (${decisionsNamed}) d on true`);
  await tx.rows(sql`/* indexTeamRows */ create unique index on team_row (n)`);
  await tx.rows(sql`/* analyzeTeamRows */ analyze team_row`);
}

/**
 * The decision that the row means: of the unit, of what it lies in, or what the team works on already, which is meant before
 * others. Numbers begin anew each year, so that the day counts where both have one.
 */
const decisionsNamed = sql`
  select case when count(*) = 1 then min(id) end as id, count(*) as count from (
    select d.id, rank() over (order by coalesce(d.id = row.old_decision_id, false) desc,
      coalesce(d.issued_on = row.decision_issued_on, false) desc) as place
    from founding_decision d
    where ${numberKey('d.number')} = ${numberKey('row.decision_number')}
      and coalesce(d.issued_on = row.decision_issued_on, true)
      and (d.id = row.old_decision_id
        or exists (select from unit_scope s where s.region_id = d.unit_id and s.unit_id = row.unit_id))) named
  where place = 1`;

async function tellFaults(tx: Transaction, { judgedOn }: ImportAtWork): Promise<void> {
  await addFindings(
    tx,
    'TEAM_NAME_MISSING',
    sql`select n, 'teamName', '{}'::jsonb from team_row where team_id is null and name is null and place is not null`,
  );
  await addFindings(
    tx,
    'DAY_OUT_OF_RANGE',
    sql`
      select n, 'foundedOn', jsonb_build_object('day', founded_on) from team_row
      where founded_on < ${UNITS_KNOWN_FROM}::date
        or founded_on > ${judgedOn}::date and coalesce(old_status, status, case when is_read then 'ACTIVE'::team_status end) <> 'PLANNED'`,
  );
  await addFindings(
    tx,
    'TEAM_EMPLOYER_MISSING',
    sql`
      select r.n, 'employer', '{}'::jsonb from team_row r left join team t on t.id = r.team_id
      where coalesce(r.kind, t.kind) = 'ENTERPRISE' and r.employer is null and t.employer is null`,
  );
  await addFindings(
    tx,
    'TEAM_EMPLOYER_NEEDLESS',
    sql`
      select r.n, 'employer', '{}'::jsonb from team_row r left join team t on t.id = r.team_id
      where coalesce(r.kind, t.kind, 'COMMUNITY') <> 'ENTERPRISE' and r.employer is not null
        and (r.is_read or r.kind is not null)`,
  );
  await addFindings(
    tx,
    'DECISION_AMBIGUOUS',
    sql`select n, 'decisionIssuedOn', jsonb_build_object('count', decisions) from team_row where decisions > 1`,
  );
  await tellLevelsAndStatuses(tx);
  await addFindings(
    tx,
    'ROW_REPEATED',
    sql`
      select n, null::text, jsonb_build_object('row', first_row) from (
        select n, first_value(n) over w as first_n, first_value(sheet_row) over w as first_row
        from team_row cross join lateral (select case when team_id is not null then team_id::text
          when code is not null then code when unit_id is not null then concat_ws(' ', unit_id, level, name_key)
          else concat_ws(' ', 'in', coalesce(place, -n), level, name_key) end as key) k
        window w as (partition by key order by n)) repeated
      where n <> first_n`,
  );
  await addFindings(
    tx,
    'TEAM_PLANNED',
    sql`
      select r.n, 'decisionNumber', '{}'::jsonb from team_row r
      where team_id is null and is_read and decision_number is null and no_decision_reason is null
        and not exists (select from import_finding f where f.n = r.n and f.is_error)`,
  );
}

/** Teams are neither moved from level to level nor ended by an import: what a file says of it is held against the register. */
async function tellLevelsAndStatuses(tx: Transaction): Promise<void> {
  await addFindings(
    tx,
    'TEAM_LEVEL_IMPOSSIBLE',
    sql`
      select n, 'level', jsonb_build_object('level', level, 'unitLevel', unit_level) from team_row
      where team_id is null and level <> unit_level and not (level = 'VILLAGE' and unit_level = 'COMMUNE')`,
  );
  await addFindings(
    tx,
    'TEAM_LEVEL_KEPT',
    sql`
      select r.n, 'level', jsonb_build_object('level', t.level)
      from team_row r join team t on t.id = r.team_id where r.given_level <> t.level`,
  );
  await addFindings(
    tx,
    'TEAM_NEW_ENDED',
    sql`
      select n, case when status in ('MERGED', 'DISSOLVED') then 'status' else 'endedOn' end, '{}'::jsonb from team_row
      where team_id is null and unit_id is not null and (status in ('MERGED', 'DISSOLVED') or ended_on is not null)`,
  );
  await addFindings(
    tx,
    'TEAM_STATUS_KEPT',
    sql`
      select r.n, case when r.status <> t.status then 'status' else 'endedOn' end, jsonb_build_object('status', t.status)
      from team_row r join team t on t.id = r.team_id
      where r.status <> t.status or (r.ended_on is not null and r.ended_on is distinct from t.ended_on)`,
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
    cross join lateral (select case when coalesce(r.kind, t.kind) = 'ENTERPRISE' then coalesce(r.employer, t.employer) end as employer) e
    cross join lateral (select array_remove(case when t.id is not null then array[
      case when r.code is not null and r.name <> t.name
        then jsonb_build_object('field', 'teamName', 'before', t.name, 'after', r.name) end,
      case when r.kind <> t.kind then jsonb_build_object('field', 'kind', 'before', t.kind, 'after', r.kind) end,
      case when e.employer is distinct from t.employer
        then jsonb_build_object('field', 'employer', 'before', t.employer, 'after', e.employer) end,
      case when r.founded_on is not null and r.founded_on is distinct from t.founded_on
        then jsonb_build_object('field', 'foundedOn', 'before', t.founded_on, 'after', r.founded_on) end,
      case when r.decision_number is not null and r.decision_id is distinct from t.decision_id
        then jsonb_build_object('field', 'decisionNumber', 'before', d.number, 'after', r.decision_number) end,
      case when r.decision_number is not null and r.decision_id is distinct from t.decision_id
          and r.decision_issued_on is distinct from d.issued_on
        then jsonb_build_object('field', 'decisionIssuedOn', 'before', d.issued_on, 'after', r.decision_issued_on) end,
      case when r.no_decision_reason is not null and t.decision_id is null and r.no_decision_reason is distinct from t.no_decision_reason
        then jsonb_build_object('field', 'noDecisionReason', 'before', t.no_decision_reason, 'after', r.no_decision_reason) end,
      case when r.zalo_group_url is not null and r.zalo_group_url is distinct from t.zalo_group_url
        then jsonb_build_object('field', 'zaloGroupUrl', 'before', t.zalo_group_url, 'after', r.zalo_group_url) end
    ] end, null) as changes) c`);
  // An ended team may stand in the list as long as nothing of it is to be changed.
  await tx.rows(sql`
    /* forgetEndedTeamsUnchanged */
    delete from import_finding f using judged j where j.n = f.n and j.outcome = 'UNCHANGED' and f.code = 'TEAM_ENDED'`);
}
