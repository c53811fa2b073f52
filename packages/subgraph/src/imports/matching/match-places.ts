import { IMPORT_FINDING_SEVERITIES } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import type { PlaceFinding } from '../judging/findings.ts';
import type { ImportAtWork, ImportKindRules } from '../kinds/import-kind.ts';
import type { PlaceWords } from '../place-words.ts';
import { type FoundTeam, findTeam, type IndexedTeam, type TeamIndex } from './find-team.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { type IndexedLink, type IndexedUnit, indexUnits, type UnitIndex } from './unit-index.ts';
import { teamKeys } from './unit-names.ts';

interface Place {
  number: number;
  words: PlaceWords;
}

/** What was found for a place. */
interface MatchedPlace {
  place: number;
  unitId: string | null;
  unitLevel: string | null;
  teamId: string | null;
  findings: PlaceFinding[];
}

/**
 * Looks up every place of an import, each once however many rows name it, and leaves the answers in the temporary table
 * `matched_place`; the units that the import may touch are in `region_unit`.
 */
export async function matchPlaces(
  tx: Transaction,
  work: ImportAtWork,
  rules: ImportKindRules,
): Promise<void> {
  await tx.rows(sql`
    /* regionUnits */
    create temp table region_unit on commit drop as
    select distinct s.unit_id from unit_scope s where s.region_id = any(${work.regionIds}::text[])`);
  await tx.rows(sql`/* indexRegionUnits */ create unique index on region_unit (unit_id)`);
  await tx.rows(sql`/* analyzeRegionUnits */ analyze region_unit`);
  const places = await tx.rows<Place>(sql`
    /* placesOfImport */
    select number, words from import_place where import_id = ${work.id}::uuid order by number`);
  const index = await readUnits(tx, work.regionIds);
  const units = places.map(({ words }) => findUnit(index, words, words.day ?? work.judgedOn));
  const matched =
    rules.team === 'NONE'
      ? places.map((place, n) => matchOf(place, units[n], undefined))
      : await withTeams(tx, { places, units, index, rules });
  await writePlaces(tx, matched);
}

async function readUnits(tx: Transaction, regionIds: readonly string[]): Promise<UnitIndex> {
  const units = await tx.rows<IndexedUnit>(sql`
    /* unitsToMatch */
    select id, code, name, full_name as "fullName", kind, level, parent_id as "parentId", valid_from as "validFrom",
      valid_to as "validTo", aliases
    from admin_unit order by id`);
  const links = await tx.rows<IndexedLink>(sql`
    /* linksToMatch */ select from_id as "fromId", to_id as "toId", kind from unit_link order by from_id, to_id`);
  const inRegion = await tx.rows<{ unitId: string }>(sql`
    /* unitsInRegion */ select unit_id as "unitId" from region_unit order by unit_id`);
  return indexUnits(units, links, { ids: regionIds, unitIds: inRegion.map(({ unitId }) => unitId) });
}

async function withTeams(
  tx: Transaction,
  {
    places,
    units,
    index,
    rules,
  }: { places: readonly Place[]; units: readonly FoundUnit[]; index: UnitIndex; rules: ImportKindRules },
): Promise<MatchedPlace[]> {
  const hasLostUnit = units.some(({ unit }, n) => unit === null && places[n]?.words.teamName != null);
  const teams = await readTeams(
    tx,
    places.flatMap(({ words }) => words.teamCode ?? []),
    [...units.flatMap(({ unit }) => unit?.id ?? []), ...(hasLostUnit ? index.regionIds : [])],
  );
  const isInRegion = (unitId: string | null) => unitId !== null && index.inRegion.has(unitId);
  return places.map((place, n) => {
    const unit = units[n] ?? { unit: null, findings: [] };
    // A code alone names a team, whatever the file says or does not say of its unit.
    const byCode = teams.byCode.get(place.words.teamCode ?? '');
    if (byCode === undefined && unit.unit === null) {
      if (rules.team === 'MAY') return matchOf(place, unit, undefined);
      const isOnlyCode =
        place.words.teamCode != null && unit.findings.every(({ code }) => code === 'UNIT_MISSING');
      if (isOnlyCode) return matchOf(place, { unit: null, findings: [] }, unknownTeam(place.words, null));
      return matchOf(
        place,
        unit,
        isNowhere(place.words, unit, { teams, index }) ? unknownTeam(place.words, null) : undefined,
      );
    }
    const found = findTeam(teams, place.words, {
      ...{ unit: unit.unit, isInRegion },
      mayHaveEnded: rules.mayHaveEnded === true,
    });
    return matchOf(place, unit, settled(found, { place, unit, teams, rules, index }));
  });
}

/** Whether no team is meant wherever the unit may be: none has the code, or none of the region the name. */
function isNowhere(
  words: PlaceWords,
  { findings }: FoundUnit,
  { teams, index }: { teams: TeamIndex; index: UnitIndex },
): boolean {
  if (words.teamCode != null) return true;
  if (words.teamName == null || findings.some(({ code }) => code === 'UNIT_OUTSIDE')) return false;
  const keys = teamKeys(words.teamName);
  return !index.regionIds
    .flatMap((id) => teams.inUnit.get(id) ?? [])
    .some(({ name }) => teamKeys(name).some((key) => keys.includes(key)));
}

/** A team that must be there and is not; one that is elsewhere than the file says. */
function settled(
  found: FoundTeam,
  {
    place: { words },
    unit: { unit },
    teams,
    rules,
    index,
  }: { place: Place; unit: FoundUnit; teams: TeamIndex; rules: ImportKindRules; index: UnitIndex },
): FoundTeam {
  const { team, findings } = found;
  if (team !== null && unit !== null && !isThere(team, unit, teams)) {
    const at = index.byId.get(team.unitId ?? '')?.fullName ?? '';
    const facts = { team: `${team.name} (${team.code})`, unit: at };
    return { team: null, findings: [{ code: 'TEAM_ELSEWHERE', field: 'teamCode', facts }] };
  }
  if (team !== null || findings.length > 0 || rules.team === 'MAY') return found;
  return unknownTeam(words, unit);
}

function unknownTeam(words: PlaceWords, unit: IndexedUnit | null): FoundTeam {
  const [field, given] = givenName(words, unit);
  return { team: null, findings: [{ code: 'TEAM_UNKNOWN', field, facts: { given } }] };
}

const isThere = (team: IndexedTeam, unit: IndexedUnit, teams: TeamIndex) =>
  team.unitId === unit.parentId || (teams.inUnit.get(unit.id) ?? []).some(({ id }) => id === team.id);

function givenName(words: PlaceWords, unit: IndexedUnit | null): [field: string, given: string] {
  if (words.teamCode != null) return ['teamCode', words.teamCode];
  if (words.teamName != null) return ['teamName', words.teamName];
  return words.village == null ? ['teamName', unit?.fullName ?? ''] : ['village', words.village];
}

/** Teams by their codes, and all that lie in units or in the communes of villages. */
async function readTeams(
  tx: Transaction,
  codes: readonly string[],
  unitIds: readonly string[],
): Promise<TeamIndex> {
  const columns = sql`t.id, t.code, t.name, t.level, t.unit_id as "unitId", t.status in ('PLANNED', 'ACTIVE') as "isOpen"`;
  const byCode = await tx.rows<IndexedTeam>(sql`
    /* teamsByCodeToMatch */
    select ${columns} from team t where t.code = any(${[...new Set(codes)]}::text[]) order by t.id`);
  const rows = await tx.rows<IndexedTeam & { of: string }>(sql`
    /* teamsInUnitsToMatch */
    select asked.id as "of", ${columns}
    from unnest(${[...new Set(unitIds)]}::text[]) as asked (id)
    join admin_unit u on u.id = asked.id
    join unit_scope s on s.region_id = case when u.level = 'VILLAGE' then u.parent_id else u.id end
    join team t on t.unit_id = s.unit_id order by asked.id, t.id`);
  const inUnit = new Map<string, IndexedTeam[]>();
  for (const { of, ...team } of rows) {
    const list = inUnit.get(of);
    if (list === undefined) inUnit.set(of, [team]);
    else list.push(team);
  }
  return { byCode: new Map(byCode.map((team) => [team.code, team])), inUnit };
}

function matchOf(
  { number, words }: Place,
  unit: FoundUnit | undefined,
  team: FoundTeam | undefined,
): MatchedPlace {
  const isByCode = team?.team != null && team.team.code === words.teamCode;
  const isNamedByTeam = team?.team != null && unit?.unit === null;
  const ofUnit = unit?.findings ?? [];
  return {
    place: number,
    unitId: unit?.unit?.id ?? team?.team?.unitId ?? null,
    unitLevel: unit?.unit?.level ?? null,
    teamId: team?.team?.id ?? null,
    findings: [
      // Where its code says which team it is, the unit may be left out, or bear the name that it had.
      ...ofUnit.filter(
        ({ code }) =>
          !(isNamedByTeam && code === 'UNIT_MISSING') && !(isByCode && code === 'UNIT_FROM_LINEAGE'),
      ),
      ...(team?.findings ?? []),
    ],
  };
}

async function writePlaces(tx: Transaction, places: readonly MatchedPlace[]): Promise<void> {
  const findings = places.flatMap(({ place, findings }) =>
    findings.map(({ code, field, facts }) => ({
      ...{ place, code, field, facts },
      isError: IMPORT_FINDING_SEVERITIES[code] === 'ERROR',
    })),
  );
  await tx.rows(sql`
    /* matchedPlaces */
    create temp table matched_place (place int primary key, unit_id text, unit_level admin_level, team_id uuid) on commit drop`);
  await tx.rows(sql`
    /* insertMatchedPlaces */
    insert into matched_place select * from unnest(${places.map(({ place }) => place)}::int[],
      ${places.map(({ unitId }) => unitId)}::text[], ${places.map(({ unitLevel }) => unitLevel)}::text[]::admin_level[],
      ${places.map(({ teamId }) => teamId)}::uuid[])`);
  await tx.rows(sql`/* analyzeMatchedPlaces */ analyze matched_place`);
  await tx.rows(sql`
    /* placeFindings */
    insert into import_finding (n, code, is_error, field, facts)
    select r.n, f.code, f."isError", f.field, f.facts
    from json_to_recordset(${JSON.stringify(findings)}::json)
      as f (place int, code text, field text, facts jsonb, "isError" boolean)
    join placed_row r on r.place = f.place`);
}
