import { formatNumber, localDate, today, toUtcMidnight } from '@cnscd/domain';
import type { SubjectRequest } from '@cnscd/sdk';
import { dayText } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';

const DAY_MS = 86_400_000;

/** What is due next and when, or by how many days it is late. Nothing of what is closed. */
export function DueLine({ request }: { request: SubjectRequest }) {
  const { language, texts } = usePortal();
  const { status, nextDueOn, isOverdue, isDueProvisional } = request;
  if (nextDueOn === null) return null;
  const day = dayText(nextDueOn, language);
  const left = daysUntil(nextDueOn);
  const days = formatNumber(Math.abs(left), { language });
  return (
    <>
      <span>{status === 'RECEIVED' ? texts.rights.acknowledgeBy(day) : texts.rights.answerBy(day)}</span>
      {isOverdue ? (
        <span className="late">{texts.rights.overdue(days)}</span>
      ) : (
        <span className="source-note">{left === 0 ? texts.rights.lastDay : texts.rights.daysLeft(days)}</span>
      )}
      {isDueProvisional && <span className="source-note">{texts.rights.provisional}</span>}
    </>
  );
}

/** Days of the calendar: whoever waits counts Sundays too. */
const daysUntil = (day: string): number =>
  Math.round((toUtcMidnight(localDate(day)).getTime() - toUtcMidnight(today(new Date())).getTime()) / DAY_MS);
