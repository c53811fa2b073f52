import { formatNumber, label } from '@cnscd/domain';
import type { Warning } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';

/** What a reader must know about the figures above, with its number. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const { texts } = usePortal();
  if (warnings.length === 0) return null;
  return (
    <div className="warnings">
      <h3>{texts.warnings}</h3>
      <ul>
        {warnings.map((warning) => (
          <WarningItem key={`${warning.code} ${warning.message}`} warning={warning} />
        ))}
      </ul>
      <p className="hint">{texts.warningsHint}</p>
    </div>
  );
}

function WarningItem({ warning }: { warning: Warning }) {
  const { language } = usePortal();
  const { code, message, messageEn, shortfall } = warning;
  return (
    <li>
      {shortfall !== null && (
        <span className="shortfall" aria-hidden="true">
          {formatNumber(shortfall, { language })}
        </span>
      )}
      <p>
        <strong className="warning-name">{label('warningCode', code, language)}</strong>
        {language === 'vi' ? message : messageEn}
      </p>
    </li>
  );
}
