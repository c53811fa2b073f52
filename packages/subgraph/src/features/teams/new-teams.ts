import { requireTeamCode, requireText, requireUuid, TEXT_LIMITS } from '@cnscd/domain';
import { mergerInvalid, requireSize } from '../../operations/merger.ts';
import { newId } from '../../operations/new-id.ts';
import type { SplitTeamInput } from './team-inputs.ts';
import type { PlaceInput } from './team-place.ts';

/** A team that is to be split off, as the input gives it. */
export interface NewTeam {
  id: string;
  code: string | null;
  name: string;
  place: PlaceInput;
  memberIds: string[];
  leaderId: string | null;
}

const MOST_TEAMS = 10;
const MOST_MEMBERS = 100;

/**
 * The teams of an input, each person in one of them.
 *
 * @throws {DomainError} `MERGER_INVALID`, `ID_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`, `INPUT_INVALID`
 */
export function readNewTeams({ newTeams }: typeof SplitTeamInput.$inferInput): NewTeam[] {
  requireSize(newTeams, 'newTeams', MOST_TEAMS);
  const named = new Set<string>();
  return newTeams.map((team, index) => {
    const at = `newTeams[${index}]`;
    requireSize(team.memberIds, `${at}.memberIds`, MOST_MEMBERS);
    const memberIds = team.memberIds.map((text, position) => {
      const field = `${at}.memberIds[${position}]`;
      const id = requireUuid(text, field);
      if (named.has(id)) throw twice(id, field);
      named.add(id);
      return id;
    });
    const leaderId = team.leaderId == null ? null : requireUuid(team.leaderId, `${at}.leaderId`);
    if (leaderId !== null && !memberIds.includes(leaderId)) throw notAmong(leaderId, `${at}.leaderId`);
    return {
      ...{ memberIds, leaderId, id: newId(team.id, `${at}.id`) },
      code: team.code == null ? null : requireTeamCode(team.code, `${at}.code`),
      name: requireText(team.name, `${at}.name`, TEXT_LIMITS.name),
      place: { unitCode: team.unitCode, unitId: team.unitId, prefix: `${at}.` },
    };
  });
}

const twice = (id: string, field: string) =>
  mergerInvalid(
    field,
    {
      vi: `${field} đã được nêu ở trên; mỗi người chỉ sang một tổ`,
      en: `${field} is named above; each person goes to one team`,
    },
    id,
  );

const notAmong = (id: string, field: string) =>
  mergerInvalid(
    field,
    {
      vi: `${field} phải là một trong memberIds của tổ đó`,
      en: `${field} must be one of the memberIds of that team`,
    },
    id,
  );
