import { label, type ReportStanding } from '@cnscd/domain';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';

const SIGNS: Readonly<Record<ReportStanding, string>> = {
  MISSING: '–',
  DRAFT: '…',
  SUBMITTED: '→',
  RETURNED: '↩',
  APPROVED: '✓',
  LOCKED: '■',
  WAIVED: '○',
};

/** Where a report stands: by sign, word and colour. */
export function ReportTag({ standing }: { standing: ReportStanding }) {
  const { language } = usePortal();
  return (
    <span className={`tag standing-${standing.toLowerCase()}`}>
      <span aria-hidden="true">{SIGNS[standing]} </span>
      {capitalised(label('reportStanding', standing, language))}
    </span>
  );
}
