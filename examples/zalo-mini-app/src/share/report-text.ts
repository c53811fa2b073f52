import { formatDate, formatNumber, type Period, periodLabel, today } from '@cnscd/domain';
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

const COUNT_NAMES = { reached: 'tuyên truyền', assisted: 'hướng dẫn', succeeded: 'tự làm được' } as const;

/** A month in words, for a group where numbers are read on small screens. What nobody counted is not said to be 0. */
export function reportText({ teamName, period, activities, loadedAt, waitingCount }: ReportFacts): string {
  const returned = activities.filter(({ status }) => status === 'RETURNED');
  const verified = activities.filter(({ status }) => status === 'VERIFIED');
  const done = activities.filter(({ status }) => status === 'DONE' || status === 'VERIFIED');
  return [
    `BÁO CÁO ${periodLabel(period, 'vi')}`.toLocaleUpperCase('vi'),
    teamName,
    '',
    `Hoạt động đã làm: ${done.length}${done.length === 0 ? '' : ` (đã xác nhận: ${verified.length})`}`,
    ...peopleLines(done),
    ...done.map(activityLine),
    // What an officer gave back is not done before it is mended.
    ...(returned.length === 0 ? [] : [`Cán bộ trả lại, chưa tính ở trên: ${returned.length}`]),
    ...returned.map(activityLine),
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
    return known.length === 0 ? [] : [`${name} ${formatNumber(known.reduce((sum, n) => sum + n, 0))}`];
  });
  return parts.length === 0 ? [] : [`Lượt người: ${parts.join(', ')}`];
}

function activityLine({ title, startsAt }: ActivityInList): string {
  return `- ${formatDate(today(new Date(startsAt)), 'vi').slice(0, 5)} ${title}`;
}
