import { usePortal } from '../../page/portal-context.tsx';
import { WriteError } from '../form/write-error.tsx';
import { useOpenReport } from './use-open-report.ts';

interface VillageReportProps {
  village: { id: string; fullName: string };
  about: { templateCode: string; period: string };
}

/** What the leader of a village's team reports for the village. */
export function VillageReport({ village, about }: VillageReportProps) {
  const { texts } = usePortal();
  const { isSending, error, open } = useOpenReport();
  return (
    <div data-village={village.id}>
      <h4>{village.fullName}</h4>
      <p className="form-buttons">
        <button
          type="button"
          className="button is-main"
          disabled={isSending}
          onClick={() => open({ ...about, unitId: village.id })}
        >
          {texts.reports.openOrLook}
        </button>
      </p>
      <WriteError error={error} />
    </div>
  );
}
