import { formatNumber, type Language } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { useId } from 'react';
import { usePortal } from '../../page/portal-context.tsx';

const PHASES = ['READING', 'JUDGING', 'WRITING', 'UNDOING'] as const;
/** What a job goes through, by what it was asked for. */
const OF_STATUS: Readonly<Record<string, readonly (typeof PHASES)[number][]>> = {
  APPLYING: ['JUDGING', 'WRITING'],
  UNDOING: ['UNDOING'],
};

/** The steps of the job, the one it is at with a bar; a bar without an end where the server cannot say how far. */
export function JobProgress({ found: { status, progress } }: { found: Import }) {
  const { language, texts } = usePortal();
  const id = useId();
  const steps = OF_STATUS[status] ?? ['READING', 'JUDGING'];
  const phase = PHASES.find((each) => each === progress.phase);
  const at = phase === undefined ? -1 : steps.indexOf(phase);
  const { done, total } = progress;
  const known = total !== null && total > 0;
  const text = phase === undefined ? texts.imports.waits : texts.imports.phases[phase];
  return (
    <div className="job-progress">
      <ol className="job-steps">
        {steps.map((each, index) => (
          <li key={each} {...(index === at && { 'aria-current': 'step' as const })}>
            {index < at && <span aria-hidden="true">✓ </span>}
            {texts.imports.phases[each]}
          </li>
        ))}
      </ol>
      <label htmlFor={id}>{text}</label>
      <progress id={id} {...(known && { max: total, value: Math.min(done, total) })} />
      <p className="transfer-state">
        {known ? (
          <span>
            {megabytes(done, language)} / {megabytes(total, language)}
          </span>
        ) : (
          phase !== undefined && phase !== 'READING' && <span>{texts.imports.oneStep}</span>
        )}
        <span>{texts.imports.mayLeave}</span>
      </p>
    </div>
  );
}

/** What is read is counted in bytes. */
const megabytes = (bytes: number, language: Language): string =>
  `${formatNumber(bytes / 1_000_000, { decimals: 1, language })} MB`;
