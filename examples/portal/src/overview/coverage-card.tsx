import { formatNumber, formatPercent, label } from '@cnscd/domain';
import type { Coverage } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { CoveragePicture } from './coverage-picture.tsx';

/** How many units have a team, of how many. As reported first; the register's count is small print. */
export function CoverageCard({ coverage }: { coverage: readonly Coverage[] }) {
  const { texts } = usePortal();
  const reported = coverage.filter(({ basis }) => basis === 'REPORTED');
  const registered = coverage.filter(({ basis, total }) => basis === 'REGISTERED' && total > 0);
  return (
    <article className="card coverage">
      <h3>{texts.coverage}</h3>
      {reported.length === 0 && <p className="missing">{texts.noCoverage}</p>}
      {reported.map((entry) => (
        <CoverageLine key={entry.level} coverage={entry} />
      ))}
      {registered.length > 0 && (
        <p className="as-of">
          {texts.registered}: <RegisteredCoverage coverage={registered} />
        </p>
      )}
    </article>
  );
}

function CoverageLine({ coverage }: { coverage: Coverage }) {
  const { language, texts } = usePortal();
  const { level, covered, total, ratio } = coverage;
  const count = texts.coverageOf(formatNumber(covered, { language }), formatNumber(total, { language }));
  return (
    <div className="coverage-line">
      <p>
        <strong className="ratio">{formatPercent(ratio * 100, { language })}</strong>{' '}
        <span>
          {count} {label('adminLevel', level, language)}
        </span>
      </p>
      <CoveragePicture coverage={coverage} />
    </div>
  );
}

function RegisteredCoverage({ coverage }: { coverage: readonly Coverage[] }) {
  const { language, texts } = usePortal();
  return coverage
    .map(({ level, covered, total }) => {
      const count = texts.coverageOf(formatNumber(covered, { language }), formatNumber(total, { language }));
      return `${count} ${label('adminLevel', level, language)}`;
    })
    .join(' · ');
}
