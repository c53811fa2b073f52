import { periodText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';

interface PeriodFieldProps {
  periods: readonly string[];
  period: string;
  other: string | null;
  onChoose(period: string | null): void;
}

/** The period to compare with: those with figures, and the same one a year before; the newest first. */
export function PeriodField({ periods, period, other, onChoose }: PeriodFieldProps) {
  const { language, texts } = usePortal();
  const yearBefore = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
  const others = [...new Set([yearBefore, ...periods])].filter((offer) => offer !== period);
  const offered = others.sort().reverse();
  return (
    <div className="field">
      <label htmlFor="chart-other">{texts.charts.other}</label>
      <select id="chart-other" value={other ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{texts.charts.noOther}</option>
        {offered.map((offer) => (
          <option key={offer} value={offer}>
            {periodText(offer, language)}
          </option>
        ))}
      </select>
    </div>
  );
}
