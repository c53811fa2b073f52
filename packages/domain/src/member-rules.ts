import { addDays, formatDate, type LocalDate, localDate } from './dates.ts';
import { requireDayWithin } from './days-within.ts';
import { DomainError, type Messages } from './errors.ts';
import type { MemberRole } from './vocabulary.ts';

/** Days of a membership, both included. */
export interface Term {
  from: LocalDate;
  /** Null: it lasts. */
  to: LocalDate | null;
}

/** A membership as the rules of a team see it. */
export interface TeamTerm extends Term {
  id: string;
  memberId: string;
  role: MemberRole;
}

/** Whether two terms have a day in common. */
export function overlap(one: Term, other: Term): boolean {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}

/** How far ahead a membership may begin or end. */
const FURTHEST_AHEAD_DAYS = 366;

/**
 * The day on which a membership begins, changes or ends: since 2022, and at most a year ahead.
 *
 * @throws {DomainError} `DATE_INVALID`
 */
export function membershipDay(text: string, field: string, today: LocalDate): LocalDate {
  return requireDayWithin(localDate(text, field), field, { today, daysAhead: FURTHEST_AHEAD_DAYS });
}

/**
 * The terms of a team with one more, or one that has changed.
 *
 * @param terms - of the team; one with the id of `next` is what it was before
 * @throws {DomainError} `MEMBER_ALREADY_IN_TEAM` where the person is there on one of its days, `TEAM_HAS_LEADER` where
 * somebody else leads the team on one of them
 */
export function requireFits(terms: readonly TeamTerm[], next: TeamTerm, field = 'from'): void {
  const others = terms.filter((term) => term.id !== next.id && overlap(term, next));
  const own = others.find((term) => term.memberId === next.memberId);
  if (own !== undefined) throw alreadyInTeam(own, field);
  if (next.role !== 'LEADER') return;
  const leader = others.find((term) => term.role === 'LEADER');
  if (leader !== undefined) throw hasLeader(leader);
}

/** What a change of a membership from a day does. */
export interface DatedChange {
  /** The days that stay as they were; null where the change begins with the membership and mends it. */
  before: Term | null;
  after: Term;
}

/**
 * A membership that is something else from a day on: it ends the day before, and another one begins. From its own first
 * day on it is corrected in place.
 *
 * @throws {DomainError} `DATE_INVALID` for a day before it began, `MEMBERSHIP_ENDED` for one after its last
 */
export function changeFrom(term: Term, day: LocalDate, field = 'from'): DatedChange {
  if (term.to !== null && day > term.to) throw hasEnded(term.to, field);
  requireSince(day, field, term.from);
  if (day === term.from) return { before: null, after: term };
  return { before: { from: term.from, to: addDays(day, -1) }, after: { from: day, to: term.to } };
}

/**
 * A membership with its last day. One that has ended may only be found to have ended earlier.
 *
 * @throws {DomainError} `DATE_INVALID` for a day before it began, `MEMBERSHIP_ENDED`
 */
export function endOn(term: Term, lastDay: LocalDate, field = 'lastDay'): Term {
  if (term.to !== null && lastDay >= term.to) throw hasEnded(term.to, field);
  requireSince(lastDay, field, term.from);
  return { from: term.from, to: lastDay };
}

function requireSince(day: LocalDate, field: string, begin: LocalDate): void {
  if (day >= begin) return;
  throw new DomainError(
    'DATE_INVALID',
    {
      vi: `${field} là ${day}; phải từ ngày ${formatDate(begin, 'vi')}`,
      en: `${field} is ${day}; it must be ${formatDate(begin, 'en')} or later`,
    },
    { field, value: day },
  );
}

function alreadyInTeam(own: Term, field: string): DomainError {
  const [vi, en] = [daysOf(own, 'vi'), daysOf(own, 'en')];
  return new DomainError(
    'MEMBER_ALREADY_IN_TEAM',
    {
      vi: `Người này đã ở trong tổ ${vi}; hãy dùng changeMembership, hoặc chọn ngày khác.`,
      en: `This person is in the team already, ${en}; use changeMembership, or choose another day.`,
    },
    { field, value: own.from },
  );
}

function hasLeader(leader: TeamTerm): DomainError {
  const [vi, en] = [daysOf(leader, 'vi'), daysOf(leader, 'en')];
  return new DomainError(
    'TEAM_HAS_LEADER',
    {
      vi: `Tổ đã có tổ trưởng ${vi} (tham gia tổ ${leader.id}); hãy đổi vai trò hoặc kết thúc tham gia của người đó trước.`,
      en: `The team has a leader ${en} (membership ${leader.id}); change that role or end that membership first.`,
    },
    { field: 'role', value: 'LEADER' },
  );
}

function hasEnded(to: LocalDate, field: string): DomainError {
  const messages: Messages = {
    vi: `Tham gia tổ đã kết thúc ngày ${formatDate(to, 'vi')}; hãy chọn ngày sớm hơn, hoặc dùng addMember cho lần mới.`,
    en: `The membership ended on ${formatDate(to, 'en')}; choose an earlier day, or use addMember for a new one.`,
  };
  return new DomainError('MEMBERSHIP_ENDED', messages, { field, value: to });
}

function daysOf({ from, to }: Term, language: 'vi' | 'en'): string {
  const first = formatDate(from, language);
  if (to === null) return language === 'vi' ? `từ ngày ${first}` : `since ${first}`;
  const last = formatDate(to, language);
  return language === 'vi' ? `từ ngày ${first} đến hết ngày ${last}` : `from ${first} until ${last}`;
}
