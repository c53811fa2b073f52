import { addDays, type LocalDate } from './dates.ts';
import { overlap, type Term } from './member-rules.ts';
import { AFFILIATIONS, type Affiliation, MEMBER_ROLES, type MemberRole } from './vocabulary.ts';

/** One of several memberships of one person in one team. */
export interface JoinableTerm extends Term {
  id: string;
  role: MemberRole;
  isCore: boolean;
  affiliations: readonly Affiliation[];
}

/** What came of joining: days with the same facts. */
export interface JoinedTerm extends Term {
  role: MemberRole;
  isCore: boolean;
  affiliations: readonly Affiliation[];
  /** The memberships that it was made of. */
  madeOf: readonly string[];
}

/**
 * Memberships of one person in one team, so that nobody is there twice on a day. Those that share no day with another
 * stay as they are. Of those that do, each day keeps exactly what was written down for it: the leading role, the core
 * flag and the affiliations of all memberships of that day, and no day gets what was written down for others.
 */
export function joinedTerms(terms: readonly JoinableTerm[]): JoinedTerm[] {
  const sorted = [...terms].sort((a, b) =>
    a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1,
  );
  return clusters(sorted).flatMap(joinCluster);
}

/** Terms that hang together by days that they share. */
function clusters(sorted: readonly JoinableTerm[]): JoinableTerm[][] {
  const found: JoinableTerm[][] = [];
  for (const term of sorted) {
    const last = found.at(-1);
    if (last?.some((other) => overlap(other, term))) last.push(term);
    else found.push([term]);
  }
  return found;
}

function joinCluster(cluster: readonly JoinableTerm[]): JoinedTerm[] {
  if (cluster.length === 1) return cluster.map(({ id, ...term }) => ({ ...term, madeOf: [id] }));
  const begins = cluster.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const days = [...new Set(begins)].sort();
  const parts = days.flatMap((from, index) => partOf(cluster, from, days[index + 1]));
  const joined: JoinedTerm[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last === undefined || factsOf(last) !== factsOf(part)) joined.push(part);
    else
      joined.splice(-1, 1, { ...last, to: part.to, madeOf: [...new Set([...last.madeOf, ...part.madeOf])] });
  }
  return joined;
}

/** The days from one begin to the next; none where nobody was there, which is only after the last. */
function partOf(
  cluster: readonly JoinableTerm[],
  from: LocalDate,
  next: LocalDate | undefined,
): JoinedTerm[] {
  const there = cluster.filter((term) => overlap(term, { from, to: from }));
  if (there.length === 0) return [];
  return [
    {
      ...{ from, to: next === undefined ? null : addDays(next, -1) },
      role: MEMBER_ROLES.find((role) => there.some((term) => term.role === role)) ?? 'MEMBER',
      isCore: there.some((term) => term.isCore),
      affiliations: AFFILIATIONS.filter((each) => there.some((term) => term.affiliations.includes(each))),
      madeOf: there.map((term) => term.id),
    },
  ];
}

const factsOf = ({ role, isCore, affiliations }: JoinedTerm) => JSON.stringify([role, isCore, affiliations]);
