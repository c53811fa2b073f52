import { type AdminLevel, DomainError, type TeamKind, type TeamStatus } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Change } from '../../operations/audit.ts';
import { idTaken } from '../../operations/new-id.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { type TeamPlace, teamSearchText } from './team-place.ts';
import { teamState } from './team-state.ts';

/** A team that is about to be founded. */
export interface TeamDraft {
  id: string;
  /** Null: the code of its place and the next number. */
  code: string | null;
  name: string;
  kind: TeamKind;
  level: AdminLevel;
  status: TeamStatus;
  employer: string | null;
  foundedOn: string | null;
  decisionId: string | null;
  noDecisionReason: string | null;
  place: TeamPlace;
}

/**
 * Writes new teams by one statement.
 *
 * @returns their changes for the audit, in the same order
 * @throws {DomainError} `ID_TAKEN`, `TEAM_CODE_TAKEN`
 */
export async function insertTeams(tx: Transaction, drafts: readonly TeamDraft[]): Promise<Change[]> {
  const teams = (await withCodes(tx, drafts)).map(({ place, ...team }) => ({
    ...team,
    unitId: place.unitId,
    searchText: teamSearchText(team, place),
  }));
  const made = await tx.rows<{ id: string }>(sql`
    /* insertTeams */
    insert into team (id, code, name, kind, status, level, unit_id, employer, founded_on, decision_id,
      no_decision_reason, search_text)
    select id, code, name, kind, status, level, "unitId", employer, "foundedOn", "decisionId", "noDecisionReason",
      "searchText"
    from json_to_recordset(${JSON.stringify(teams)}::json) as row (id uuid, code text, name text, kind team_kind,
      status team_status, level admin_level, "unitId" text, employer text, "foundedOn" date, "decisionId" text,
      "noDecisionReason" text, "searchText" text)
    on conflict do nothing returning id`);
  if (made.length < teams.length) throw await whatIsTaken(tx, teams, made);
  return teams.map((team) => ({
    ...{ entityType: 'Team', entityId: team.id, version: 1, teamId: team.id, unitId: team.unitId },
    before: null,
    after: teamState({ ...team, endedOn: null, zaloGroupUrl: null, zaloGroupStatus: 'NONE' }),
    reason: null,
  }));
}

/** Numbers behind the code of a place are given out one after the other: who founds a team there waits for the others. */
async function withCodes(
  tx: Transaction,
  drafts: readonly TeamDraft[],
): Promise<(TeamDraft & { code: string })[]> {
  const places = [
    ...new Set(drafts.filter(({ code }) => code === null).map(({ place }) => place.code)),
  ].sort();
  if (places.length === 0) return drafts.map((draft) => ({ ...draft, code: draft.code ?? '' }));
  await tx.rows(sql`
    /* lockTeamCodes */
    select pg_advisory_xact_lock(hashtext('team code'), hashtext(place)) from unnest(${places}::text[]) as place`);
  const last = await tx.rows<{ place: string; number: number }>(sql`
    /* lastTeamCodes */
    select place, coalesce(max(substring(t.code from '-([0-9]{1,6})$')::int), 0) as number
    from unnest(${places}::text[]) as place left join team t
      on starts_with(t.code, place || '-') and t.code ~ ('^' || place || '-[0-9]{1,6}$')
    group by place`);
  const numbers = new Map(last.map(({ place, number }) => [place, number]));
  return drafts.map((draft) => {
    if (draft.code !== null) return { ...draft, code: draft.code };
    const number = (numbers.get(draft.place.code) ?? 0) + 1;
    numbers.set(draft.place.code, number);
    return { ...draft, code: `${draft.place.code}-${String(number).padStart(2, '0')}` };
  });
}

async function whatIsTaken(
  tx: Transaction,
  teams: readonly { id: string; code: string }[],
  made: readonly { id: string }[],
): Promise<DomainError> {
  const left = teams.filter(({ id }) => !made.some((row) => row.id === id));
  const rows = await tx.rows<{ id: string }>(sql`
    /* teamsTaken */
    select id from team where id = any(${left.map(({ id }) => id)}::uuid[])`);
  const id = left.find((team) => rows.some((row) => row.id === team.id))?.id;
  return id === undefined ? codeTaken(left[0]?.code ?? '') : idTaken(id);
}

const codeTaken = (code: string) =>
  new DomainError(
    'TEAM_CODE_TAKEN',
    {
      vi: `Mã ${code} đã có tổ khác dùng; hãy chọn mã khác, hoặc bỏ trống để hệ thống đặt.`,
      en: `Another team has the code ${code}; choose another one, or leave it out to be given one.`,
    },
    { field: 'code', value: code },
  );
