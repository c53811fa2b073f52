import { DomainError, type ImportKind } from '@cnscd/domain';
import { activitiesRules } from './activities/activities-rules.ts';
import { figuresRules } from './figures/figures-rules.ts';
import type { ImportKindRules } from './import-kind.ts';
import { measurementsRules } from './measurements/measurements-rules.ts';
import { rosterRules } from './roster/roster-rules.ts';
import { teamsRules } from './teams/teams-rules.ts';

/** Every kind that can be imported. */
const KINDS: readonly ImportKindRules[] = [
  ...[rosterRules, teamsRules, activitiesRules],
  ...[figuresRules, measurementsRules],
];

/** @throws {DomainError} `INPUT_INVALID` for a kind that cannot be imported yet */
export function rulesOf(kind: ImportKind): ImportKindRules {
  const rules = KINDS.find((each) => each.kind === kind);
  if (rules !== undefined) return rules;
  const known = KINDS.map((each) => each.kind).join(', ');
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `kind là ${kind}; hiện nhập được: ${known}`,
      en: `kind is ${kind}; what can be imported: ${known}`,
    },
    { field: 'kind', value: kind },
  );
}
