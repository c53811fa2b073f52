import { type AdminLevel, fold } from '@cnscd/domain';
import type { PlaceFinding } from '../judging/findings.ts';
import type { PlaceWords } from '../place-words.ts';
import type { IndexedUnit } from './unit-index.ts';
import { teamKeys, villageKey } from './unit-names.ts';

export interface IndexedTeam {
  id: string;
  code: string;
  name: string;
  level: AdminLevel;
  unitId: string | null;
  isOpen: boolean;
}

/** Teams that a file may mean. */
export interface TeamIndex {
  byCode: ReadonlyMap<string, IndexedTeam>;
  /** Teams in a unit, in what lies in it and in what went into it, by the unit's id. */
  inUnit: ReadonlyMap<string, readonly IndexedTeam[]>;
}

/** The team that a row means; null without a finding: there is none yet. */
export interface FoundTeam {
  team: IndexedTeam | null;
  findings: PlaceFinding[];
}

const MOST_NAMED = 5;

/**
 * The team that words mean: by code, else by name in its unit, else the only team of the village or unit.
 *
 * @param unit - as the words name it; null where they name none
 * @param isInRegion - whether the import may touch what lies in a unit
 * @param mayHaveEnded - whether a team that has ended is found nevertheless, with its finding
 */
export function findTeam(
  index: TeamIndex,
  words: PlaceWords,
  { mayHaveEnded = false, ...where }: FindingIn & { mayHaveEnded?: boolean },
): FoundTeam {
  const match = anyTeam(index, words, where);
  return mayHaveEnded || match.findings.length === 0 ? match : { ...match, team: null };
}

interface FindingIn {
  unit: IndexedUnit | null;
  isInRegion: (unitId: string | null) => boolean;
}

function anyTeam(index: TeamIndex, words: PlaceWords, { unit, isInRegion }: FindingIn): FoundTeam {
  const inUnit = unit === null ? [] : (index.inUnit.get(unit.id) ?? []);
  if (words.teamCode != null) {
    const team = index.byCode.get(words.teamCode);
    if (team !== undefined && !isInRegion(team.unitId))
      return found('UNIT_OUTSIDE', 'teamCode', { unit: team.code });
    if (team !== undefined) return open(team, 'teamCode');
  }
  if (words.teamName == null && words.teamCode != null) return { team: null, findings: [] };
  if (words.teamName == null && words.village == null) return onlyTeam(inUnit, unit);
  return byName(inUnit, words, unit);
}

function byName(
  inUnit: readonly IndexedTeam[],
  { teamName, village }: PlaceWords,
  unit: IndexedUnit | null,
): FoundTeam {
  const text = teamName ?? village ?? '';
  const keys = teamName == null ? [villageKey(text)] : teamKeys(teamName);
  const called = inUnit.filter((team) => {
    if (teamName == null && unit?.level === 'VILLAGE' && team.unitId === unit.id) return true;
    return teamKeys(team.name).some((key) => keys.includes(key));
  });
  return best(
    called,
    [
      (team) => team.isOpen,
      (team) => teamName != null && fold(team.name) === fold(teamName),
      (team) => team.unitId === unit?.id,
    ],
    { text, field: teamName == null ? 'village' : 'teamName' },
  );
}

/** Without a name or a village: the team of the unit itself, if it has but one. */
function onlyTeam(inUnit: readonly IndexedTeam[], unit: IndexedUnit | null): FoundTeam {
  if (unit === null) return { team: null, findings: [] };
  return best(
    inUnit.filter((team) => team.isOpen),
    [(team) => team.unitId === unit.id && team.level === unit.level],
    { text: unit.fullName, field: 'teamName' },
  );
}

/** Narrows down by one preference after the other, as long as any team is left. */
function best(
  called: readonly IndexedTeam[],
  preferences: readonly ((team: IndexedTeam) => boolean)[],
  { text, field }: { text: string; field: string },
): FoundTeam {
  let left = called;
  for (const prefers of preferences) {
    const preferred = left.filter(prefers);
    if (preferred.length > 0) left = preferred;
  }
  const [team] = left;
  if (team === undefined) return { team: null, findings: [] };
  if (left.length === 1) return open(team, field);
  const named = left.map(({ name, code }) => `${name} (${code})`).sort();
  const candidates = named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED), '…'] : named;
  return found('TEAM_AMBIGUOUS', field, { given: text, candidates: candidates.join('; ') });
}

const open = (team: IndexedTeam, field: string): FoundTeam =>
  team.isOpen
    ? { team, findings: [] }
    : { ...found('TEAM_ENDED', field, { team: `${team.name} (${team.code})` }), team };

function found<Finding extends PlaceFinding>(
  code: Finding['code'],
  field: string,
  facts: Finding['facts'],
): FoundTeam {
  // Code and facts belong together: each caller above names both.
  return { team: null, findings: [{ code, field, facts } as PlaceFinding] };
}
