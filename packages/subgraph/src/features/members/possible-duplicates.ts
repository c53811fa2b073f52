import { type DuplicateReason, duplicateScore, type NameReason, sameName } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type Context, groupBy } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';

/** Two records that may be one person's. */
export interface MemberPair {
  /** Both ids, the smaller one first. */
  id: string;
  firstId: string;
  secondId: string;
  reasons: DuplicateReason[];
  score: number;
  /** Best first. */
  sortKey: string;
}

interface Candidate {
  id: string;
  displayName: string;
  nameKey: string;
  phone: string | null;
  places: string[];
}

/** Thousands bear a common name: only a rare one says anything about people of different communes. */
const RARE_NAME = 5;
/** What more people than a family give as their number is the number of an office. */
const LARGEST_FAMILY = 20;

/**
 * Pairs of records in a region that have a name or a phone number in common, best first. PostgreSQL finds who shares
 * a name's key or a number's digest with somebody; whether two names are one is then a question of Vietnamese, asked
 * once for each two spellings.
 */
export async function possibleDuplicates(ctx: Context, region: UnitRow): Promise<MemberPair[]> {
  const candidates = await readCandidates(ctx, region);
  const nameOf = rememberNames();
  const pairs = new Map<string, MemberPair>();
  for (const group of [...groupsOfName(candidates), ...groupsOfPhone(candidates)]) {
    for (const [index, first] of group.entries()) {
      for (const second of group.slice(index + 1)) {
        const id = `${first.id} ${second.id}`;
        const pair = pairs.has(id) ? null : pairOf(first, second, nameOf(first, second));
        if (pair !== null) pairs.set(id, pair);
      }
    }
  }
  return [...pairs.values()].sort((a, b) =>
    a.sortKey === b.sortKey ? (a.id < b.id ? -1 : 1) : a.sortKey < b.sortKey ? -1 : 1,
  );
}

/** Bearers of one name: all of a rare one, those of one commune of a common one. */
function groupsOfName(candidates: readonly Candidate[]): Candidate[][] {
  const named = candidates.filter(({ nameKey }) => nameKey !== '');
  const groups = [...groupBy(named, ({ nameKey }) => nameKey).values()];
  return groups.flatMap((group) => {
    if (group.length <= RARE_NAME) return [group];
    const there = group.flatMap((person) => person.places.map((place) => ({ place, person })));
    const places = [...groupBy(there, ({ place }) => place).values()];
    return places.map((each) => each.map(({ person }) => person));
  });
}

function groupsOfPhone(candidates: readonly Candidate[]): Candidate[][] {
  const withPhone = candidates.filter(({ phone }) => phone !== null);
  const groups = [...groupBy(withPhone, ({ phone }) => phone).values()];
  return groups.filter((group) => group.length <= LARGEST_FAMILY);
}

function pairOf(first: Candidate, second: Candidate, name: NameReason[] | null): MemberPair | null {
  const hasSamePhone = first.phone !== null && first.phone === second.phone;
  if (name === null && !hasSamePhone) return null;
  const isInSamePlace = first.places.some((place) => second.places.includes(place));
  const score = duplicateScore({ name, hasSamePhone, isInSamePlace });
  return {
    ...{ id: `${first.id} ${second.id}`, firstId: first.id, secondId: second.id, score },
    reasons: [...(name ?? []), ...(hasSamePhone ? (['SAME_PHONE'] as const) : [])],
    sortKey: (1 - score).toFixed(2),
  };
}

/** Each two spellings are compared once. */
function rememberNames(): (first: Candidate, second: Candidate) => NameReason[] | null {
  const found = new Map<string, NameReason[] | null>();
  return (first, second) => {
    if (first.nameKey !== second.nameKey) return null;
    if (first.displayName === second.displayName && first.nameKey !== '') return ['SAME_NAME'];
    const key = `${first.displayName}\n${second.displayName}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const name = sameName(first.displayName, second.displayName);
    found.set(key, name);
    return name;
  };
}

/**
 * People of the region who share something with another one there, by id, and the communes of today that their teams
 * lie in: parts of several old ones may be one commune now.
 */
function readCandidates(ctx: Context, { id: regionId, level }: UnitRow): Promise<Candidate[]> {
  return ctx.db.rows(sql`
    /* duplicateCandidates */
    with place as materialized (
      select s.unit_id, case when ${level === 'COMMUNE'} then ${regionId} else coalesce((
        select min(commune.id) from unit_scope around join admin_unit commune on commune.id = around.region_id
        where around.unit_id = s.unit_id and around.containment = 'WHOLE' and commune.level = 'COMMUNE' and commune.valid_to is null
      ), s.unit_id) end as commune
      from unit_scope s where s.region_id = ${regionId} and exists (select from team t where t.unit_id = s.unit_id)
    ), person as materialized (
      select ms.member_id as id, array_agg(distinct place.commune) as places
      from place join team t on t.unit_id = place.unit_id join membership ms on ms.team_id = t.id group by ms.member_id
    ), known as materialized (
      select m.id, m.display_name, m.name_key, m.phone_digest, person.places,
        count(*) over (partition by m.name_key) as namesakes,
        count(m.phone_digest) over (partition by m.phone_digest) as phonesakes
      from person join member m on m.id = person.id where m.merged_into_id is null
    )
    select id, display_name as "displayName", name_key as "nameKey", encode(phone_digest, 'hex') as phone, places
    from known where (name_key <> '' and namesakes > 1) or phonesakes > 1 order by id`);
}
