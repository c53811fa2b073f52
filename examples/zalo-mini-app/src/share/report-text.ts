import { formatDate, type LocalDate, label, localDate, type Period, periodLabel } from '@cnscd/domain';
import type { ActivityInList } from '@cnscd/sdk';
import { momentText } from '../texts/moment-text.ts';

export interface ReportFacts {
  teamName: string;
  period: Period;
  activities: readonly ActivityInList[];
  loadedAt: Date;
  /** Activities that are on this phone only. */
  waitingCount: number;
}

const COUNTED = ['DONE', 'VERIFIED', 'RETURNED'];
const COUNT_NAMES = { reached: 'tuyên truyền', assisted: 'hướng dẫn', succeeded: 'tự làm được' } as const;

/** A month in words, for a group where numbers are read on small screens. What nobody counted is not said to be 0. */
export function reportText({ teamName, period, activities, loadedAt, waitingCount }: ReportFacts): string {
  const done = activities.filter(({ status }) => COUNTED.includes(status));
  const verified = done.filter(({ status }) => status === 'VERIFIED');
  return [
    `BÁO CÁO ${periodLabel(period, 'vi')}`.toLocaleUpperCase('vi'),
    teamName,
    '',
    `Hoạt động đã làm: ${done.length}${done.length === 0 ? '' : ` (đã xác nhận: ${verified.length})`}`,
    ...peopleLines(done),
    ...done.map(activityLine),
    '',
    `Số liệu lúc ${momentText(loadedAt)}.`,
    ...(waitingCount === 0 ? [] : [`Còn ${waitingCount} hoạt động trên máy chưa đồng bộ, chưa tính ở trên.`]),
  ].join('\n');
}

function peopleLines(activities: readonly ActivityInList[]): string[] {
  const outcomes = activities.flatMap((activity) => activity.outcomes);
  const parts = Object.entries(COUNT_NAMES).flatMap(([count, name]) => {
    // The cast: the names above are the counts of an outcome.
    const known = outcomes
      .map((outcome) => outcome[count as keyof typeof COUNT_NAMES])
      .filter((n) => n !== null);
    return known.length === 0 ? [] : [`${name} ${known.reduce((sum, n) => sum + n, 0)}`];
  });
  return parts.length === 0 ? [] : [`Lượt người: ${parts.join(', ')}`];
}

function activityLine({ title, startsAt, status }: ActivityInList): string {
  const returned = status === 'RETURNED' ? ` (${label('activityStatus', status, 'vi')})` : '';
  return `- ${formatDate(dayOf(startsAt), 'vi').slice(0, 5)} ${title}${returned}`;
}

/** The day of an instant in Việt Nam. */
const dayOf = (instant: string): LocalDate =>
  localDate(new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10));
