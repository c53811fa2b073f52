import { fold, nameKey } from '@cnscd/domain';
import { teamWords } from '../../place-words.ts';
import type { ImportKindRules } from '../import-kind.ts';
import { applyRoster } from './apply-roster.ts';
import { findPeople } from './find-people.ts';
import { judgeTerms } from './judge-terms.ts';
import { lockRoster } from './lock-roster.ts';
import { planRoster } from './plan-roster.ts';
import { readRoster } from './read-roster.ts';

/** Members of teams, one in each row: who they are, in which team, since when and as what. */
export const rosterRules: ImportKindRules = {
  kind: 'ROSTER',
  team: 'MUST',
  placeOf: teamWords,
  keysOf: ({ fullName }) =>
    typeof fullName === 'string' ? { searchText: fold(fullName), nameKey: nameKey(fullName) } : null,
  async judge(tx, work) {
    await readRoster(tx, work);
    await findPeople(tx);
    await judgeTerms(tx, work);
    await planRoster(tx);
  },
  lock: lockRoster,
  apply: applyRoster,
};
