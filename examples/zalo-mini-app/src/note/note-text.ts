import { formatNumber, label } from '@cnscd/domain';
import type { ActivityContent } from '../record/typed-activity.ts';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';

/** An activity as a message that somebody of the team can record. */
export function noteText({ title, startsAt, place, note, outcomes }: ActivityContent): string {
  const counts = outcomes.flatMap(({ topic, reached, assisted, succeeded }) => [
    `Nội dung: ${label('topic', topic, 'vi')}`,
    ...(reached === null ? [] : [`${TEXTS.record.reached}: ${formatNumber(reached)}`]),
    ...(assisted === null ? [] : [`${TEXTS.record.assisted}: ${formatNumber(assisted)}`]),
    ...(succeeded === null ? [] : [`${TEXTS.record.succeeded}: ${formatNumber(succeeded)}`]),
  ]);
  return [
    TEXTS.note.heading,
    title,
    `Lúc: ${momentText(new Date(startsAt))}`,
    ...(place === null ? [] : [`Nơi: ${place}`]),
    ...counts,
    ...(note === null ? [] : [`Ghi chú: ${note}`]),
  ].join('\n');
}
