import { fold } from '@cnscd/domain';
import { teamKey } from '../../matching/unit-names.ts';
import { teamWords } from '../../place-words.ts';
import type { ImportKindRules } from '../import-kind.ts';
import { applyTeams } from './apply-teams.ts';
import { judgeTeams } from './judge-teams.ts';
import { lockTeams } from './lock-teams.ts';

/** Teams, one in each row: new ones, and what has changed of those that are there. */
export const teamsRules: ImportKindRules = {
  kind: 'TEAMS',
  team: 'MAY',
  mayHaveEnded: true,
  placeOf: teamWords,
  keysOf: ({ teamName }) =>
    typeof teamName === 'string' ? { searchText: fold(teamName), nameKey: teamKey(teamName) } : null,
  judge: judgeTeams,
  lock: lockTeams,
  apply: applyTeams,
};
