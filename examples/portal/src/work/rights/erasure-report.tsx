import { formatNumber, label } from '@cnscd/domain';
import type { Erasure } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';

interface ErasureReportProps {
  title: string;
  lines: Erasure['report'];
}

/** What happens to one part of what is held; what is to be looked at by hand, with where it is. */
export function ErasureReport({ title, lines }: ErasureReportProps) {
  const { language } = usePortal();
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="erasure-lines">
        {lines.map((line) => (
          <li key={line.kind} data-line={line.kind}>
            <strong>{formatNumber(line.count, { language })}</strong>{' '}
            {language === 'vi' ? line.label : line.labelEn}{' '}
            <span className="tag">{label('erasureAction', line.action, language)}</span>
            {line.details.length > 0 && <span className="source-note">{line.details.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
