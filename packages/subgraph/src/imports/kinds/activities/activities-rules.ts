import { teamWords } from '../../place-words.ts';
import type { ImportKindRules } from '../import-kind.ts';
import { applyActivities } from './apply-activities.ts';
import { findActivities } from './find-activities.ts';
import { judgeActivityRows } from './judge-activity-rows.ts';
import { lockActivities } from './lock-activities.ts';
import { mergeActivityRows } from './merge-activity-rows.ts';
import { planActivities } from './plan-activities.ts';
import { readActivities } from './read-activities.ts';

/** What teams did: a row for each topic of an activity, or one for an activity. */
export const activitiesRules: ImportKindRules = {
  kind: 'ACTIVITIES',
  team: 'MUST',
  mayHaveEnded: true,
  placeOf: teamWords,
  keysOf: () => null,
  async judge(tx, work) {
    await readActivities(tx, work);
    await findActivities(tx);
    await judgeActivityRows(tx);
    await mergeActivityRows(tx);
    await planActivities(tx, work);
  },
  lock: lockActivities,
  apply: applyActivities,
};
