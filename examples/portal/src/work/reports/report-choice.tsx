import { type Period, periodLabel } from '@cnscd/domain';
import type { ReportTemplate, UnitSummary } from '@cnscd/sdk';
import { Choice } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';

export interface ReportChoiceState {
  templateCode: string;
  period: string;
  unitCode: string;
}

interface ReportChoiceProps {
  units: readonly UnitSummary[];
  templates: readonly ReportTemplate[];
  periods: readonly Period[];
  chosen: ReportChoiceState;
  onChoose(patch: Partial<ReportChoiceState>): void;
}

/** Which report: of whom, about what, for when. */
export function ReportChoice({ units, templates, periods, chosen, onChoose }: ReportChoiceProps) {
  const { language, texts } = usePortal();
  const template = templates.find(({ code }) => code === chosen.templateCode);
  return (
    <>
      <h3>{texts.reports.title}</h3>
      <div className="form-grid export-fields">
        <Choice
          name={texts.reports.template}
          value={chosen.templateCode}
          onChange={(templateCode) => onChoose({ templateCode })}
          options={templates.map(({ code, name, nameEn }) => [code, language === 'vi' ? name : nameEn])}
        />
        <Choice
          name={texts.reports.period}
          value={chosen.period}
          onChange={(period) => onChoose({ period })}
          options={periods.map((each) => [each, periodLabel(each, language)])}
        />
        {units.length > 1 && (
          <Choice
            name={texts.files.ofUnit}
            value={chosen.unitCode}
            onChange={(unitCode) => onChoose({ unitCode })}
            options={units.map(({ code, fullName }) => [code ?? '', fullName])}
          />
        )}
      </div>
      {template?.note != null && <p className="hint">{template.note}</p>}
    </>
  );
}
