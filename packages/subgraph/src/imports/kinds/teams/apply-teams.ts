import { searchText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { TeamRow } from '../../../entities/rows.ts';
import { teamColumns } from '../../../entities/team.ts';
import { insertTeams, type TeamDraft } from '../../../features/teams/insert-teams.ts';
import { placesOf, type TeamPlace, teamSearchText } from '../../../features/teams/team-place.ts';
import { teamChange } from '../../../features/teams/team-state.ts';
import { appendAudits, type Change } from '../../../operations/audit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import type { Who } from '../../../operations/write.ts';
import type { ImportAtWork } from '../import-kind.ts';
import { settleDecisions } from './settle-decisions.ts';
import type { TeamToWrite } from './team-to-write.ts';

/** Founds and changes teams as planned, with the statements of the single writes, each for all rows together. */
export async function applyTeams(tx: Transaction, work: ImportAtWork & { who: Who }): Promise<void> {
  const rows = await tx.rows<TeamToWrite>(sql`
    /* teamsToWrite */
    select r.n, coalesce(r.team_id, gen_random_uuid()) as id, r.team_id is null as "isNew", r.code, r.name, r.kind, r.level, r.status, r.employer,
      r.unit_id as "unitId", r.founded_on as "foundedOn", r.decision_number as "decisionNumber",
      r.decision_issued_on as "decisionIssuedOn", r.decision_id as "decisionId",
      r.no_decision_reason as "noDecisionReason", r.zalo_group_url as "zaloGroupUrl"
    from import_verdict v join team_row r on r.n = v.n
    where v.import_id = ${work.id}::uuid and v.outcome in ('NEW', 'CHANGED') order by r.n`);
  const places = await placesOf(
    tx,
    rows.map(({ unitId }) => unitId),
  );
  const { decided, changes } = await settleDecisions(tx, rows, places);
  const founded = await foundTeams(
    tx,
    decided.filter(({ isNew }) => isNew),
    places,
  );
  const changed = await changeTeams(
    tx,
    decided.filter(({ isNew }) => !isNew),
    places,
  );
  await appendAudits(tx, work.who, [...changes, ...founded, ...changed]);
}

type Places = ReadonlyMap<string | null, TeamPlace>;

async function foundTeams(tx: Transaction, rows: readonly TeamToWrite[], places: Places): Promise<Change[]> {
  const drafts = rows.map(
    (row): TeamDraft => ({
      ...{
        id: row.id,
        code: row.code,
        name: row.name ?? '',
        kind: row.kind ?? 'COMMUNITY',
        level: row.level,
      },
      status: statusOf(row),
      ...{ employer: row.employer, foundedOn: row.foundedOn, decisionId: row.decisionId },
      ...{ noDecisionReason: row.noDecisionReason, place: placeIn(places, row.unitId) },
    }),
  );
  if (drafts.length === 0) return [];
  const changes = await insertTeams(tx, drafts);
  const linked = rows.filter(({ zaloGroupUrl }) => zaloGroupUrl !== null);
  if (linked.length > 0) await linkGroups(tx, linked);
  const urls = new Map(linked.map(({ id, zaloGroupUrl }) => [id, zaloGroupUrl]));
  return changes.map((change) => {
    const zaloGroupUrl = urls.get(change.entityId);
    if (zaloGroupUrl === undefined) return change;
    return { ...change, after: { ...change.after, zaloGroupUrl, zaloGroupStatus: 'LINKED' } };
  });
}

/** A new team works if there is a ground for it and nobody says that it is only planned. */
const statusOf = ({ status, decisionId, noDecisionReason }: TeamToWrite): TeamDraft['status'] =>
  status === 'PLANNED' || (decisionId === null && noDecisionReason === null) ? 'PLANNED' : 'ACTIVE';

async function linkGroups(tx: Transaction, rows: readonly TeamToWrite[]): Promise<void> {
  await tx.rows(sql`
    /* linkImportedGroups */
    update team t set zalo_group_url = g.url, zalo_group_status = 'LINKED'
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ zaloGroupUrl }) => zaloGroupUrl)}::text[]) as g (id, url)
    where t.id = g.id`);
}

async function changeTeams(tx: Transaction, rows: readonly TeamToWrite[], places: Places): Promise<Change[]> {
  if (rows.length === 0) return [];
  const before = await tx.rows<TeamRow>(sql`
    /* teamsToChange */
    select ${teamColumns} from team t where t.id = any(${rows.map(({ id }) => id)}::uuid[])`);
  const byId = new Map(before.map((team) => [team.id, team]));
  const pairs = rows.flatMap((row) => {
    const team = byId.get(row.id);
    return team === undefined ? [] : [{ before: team, after: changedTeam(team, row, places) }];
  });
  await tx.rows(sql`
    /* changeImportedTeams */
    update team t set name = c.name, kind = c.kind, employer = c.employer, founded_on = c."foundedOn", decision_id = c."decisionId",
      no_decision_reason = c."noDecisionReason", zalo_group_url = c."zaloGroupUrl", zalo_group_status = c."zaloGroupStatus",
      search_text = c."sortKey", version = t.version + 1
    from json_to_recordset(${JSON.stringify(pairs.map(({ after }) => after))}::json) as c (id uuid, name text, kind team_kind, employer text,
      "foundedOn" date, "decisionId" text, "noDecisionReason" text, "zaloGroupUrl" text, "zaloGroupStatus" zalo_group_status,
      "sortKey" text)
    where t.id = c.id`);
  return pairs.map((pair) =>
    teamChange(pair.before, pair.after, { version: pair.before.version + 1, reason: null }),
  );
}

function changedTeam(team: TeamRow, row: TeamToWrite, places: Places): TeamRow {
  const name = row.code !== null && row.name !== null ? row.name : team.name;
  const kind = row.kind ?? team.kind;
  const place = team.unitId === row.unitId ? places.get(row.unitId) : undefined;
  return {
    ...team,
    ...{ name, kind, foundedOn: row.foundedOn ?? team.foundedOn },
    employer: kind === 'ENTERPRISE' ? (row.employer ?? team.employer) : null,
    ...groundOf(team, row),
    zaloGroupUrl: row.zaloGroupUrl ?? team.zaloGroupUrl,
    zaloGroupStatus: row.zaloGroupUrl === null ? team.zaloGroupStatus : 'LINKED',
    sortKey:
      name === team.name
        ? team.sortKey
        : place === undefined
          ? searchText(name, team.sortKey)
          : teamSearchText({ name, code: team.code }, place),
  };
}

/** A decision takes the place of the reason why there was none. */
function groundOf(team: TeamRow, row: TeamToWrite): Pick<TeamRow, 'decisionId' | 'noDecisionReason'> {
  if (row.decisionId !== null) return { decisionId: row.decisionId, noDecisionReason: null };
  const { decisionId, noDecisionReason } = team;
  if (decisionId !== null || row.noDecisionReason === null) return { decisionId, noDecisionReason };
  return { decisionId: null, noDecisionReason: row.noDecisionReason };
}

function placeIn(places: Places, unitId: string): TeamPlace {
  const place = places.get(unitId);
  if (place === undefined) throw new Error(`there is no unit ${unitId}`);
  return place;
}
