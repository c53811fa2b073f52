import { addDays, type LocalDate } from './dates.ts';
import { type JoinableTerm, type JoinedTerm, joinedTerms } from './joined-terms.ts';
import { overlap, type Term } from './member-rules.ts';

/** A membership in a team that ends, or that its person leaves. */
export interface LeavingTerm extends JoinableTerm {
  memberId: string;
}

/** A membership in the team that goes on. */
export interface CarriedTerm extends JoinedTerm {
  memberId: string;
}

/**
 * Memberships that carry people over into another team from a day on: each person is there on every day on which he or
 * she would have been in one of the old teams, and on no day twice.
 *
 * @param there - terms in the team that people come into
 */
export function carriedTerms(
  leaving: readonly LeavingTerm[],
  there: readonly (Term & { memberId: string })[],
  day: LocalDate,
): CarriedTerm[] {
  const people = [...new Set(leaving.map((term) => term.memberId))];
  return people.flatMap((memberId) => {
    const own = leaving.filter((term) => term.memberId === memberId && (term.to === null || term.to >= day));
    const taken = there.filter((term) => term.memberId === memberId);
    return joinedTerms(own.map((term) => ({ ...term, from: term.from < day ? day : term.from }))).flatMap(
      (term) => remaining(term, taken).map((days) => ({ ...term, ...days, memberId })),
    );
  });
}

/** The days of a term that lie in none of the others. */
function remaining(term: Term, others: readonly Term[]): Term[] {
  let left: Term[] = [{ from: term.from, to: term.to }];
  for (const other of others) left = left.flatMap((part) => without(part, other));
  return left;
}

function without(part: Term, other: Term): Term[] {
  if (!overlap(part, other)) return [part];
  const before = part.from < other.from ? [{ from: part.from, to: addDays(other.from, -1) }] : [];
  const goesOn = other.to !== null && (part.to === null || part.to > other.to);
  return goesOn && other.to !== null ? [...before, { from: addDays(other.to, 1), to: part.to }] : before;
}
