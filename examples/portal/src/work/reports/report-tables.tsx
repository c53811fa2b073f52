import { formatPercent, label } from '@cnscd/domain';
import type { Report, ReportTable, ReportValue } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised, dayText, signedText, valueWithUnit } from '../../figure-text.ts';
import { Missing } from '../../overview/missing.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { type Column, StackedTable } from '../../page/stacked-table.tsx';
import { CorrectValue } from './correct-value.tsx';

interface ReportTablesProps {
  report: Report;
  onChanged(): void;
}

/** The values of a report, table by table; they can be corrected while it may be filled. */
export function ReportTables({ report, onChanged }: ReportTablesProps) {
  const { texts } = usePortal();
  const [corrected, setCorrected] = useState<ReportValue | null>(null);
  const settle = () => {
    setCorrected(null);
    onChanged();
  };
  return (
    <>
      {report.tables.map((table) => (
        <ValueTable key={table.code} table={table} onCorrect={report.isEditable ? setCorrected : null} />
      ))}
      {report.isEditable && <p className="hint">{texts.reports.correctHint}</p>}
      {corrected !== null && (
        <CorrectValue report={report} value={corrected} onDone={settle} onClose={() => setCorrected(null)} />
      )}
    </>
  );
}

interface ValueTableProps {
  table: ReportTable;
  /** Null: the values stand as they are. */
  onCorrect: ((value: ReportValue) => void) | null;
}

/** One table, each value with where it comes from and what a reader must know. */
export function ValueTable({ table, onCorrect }: ValueTableProps) {
  const { language, texts } = usePortal();
  const columns: Column<ReportValue>[] = [
    { heading: texts.reports.line, isHeader: true, cell: (value) => <Line value={value} /> },
    { heading: texts.value, isNumber: true, cell: (value) => <Value value={value} /> },
    { heading: texts.reports.origin, cell: (value) => <Origin value={value} /> },
  ];
  if (onCorrect !== null) {
    columns.push({
      heading: texts.reports.toDo,
      cell: (value) => (
        <button
          type="button"
          className="link"
          aria-label={`${texts.work.change}: ${value.label}`}
          onClick={() => onCorrect(value)}
        >
          {texts.work.change}
        </button>
      ),
    });
  }
  const title = language === 'vi' ? table.title : table.titleEn;
  return (
    <StackedTable
      caption={`${table.code}. ${title}`}
      rows={table.values}
      keyOf={({ code }) => code}
      columns={columns}
    />
  );
}

function Line({ value }: { value: ReportValue }) {
  const { language, texts } = usePortal();
  const { parts, measureUnit } = value;
  return (
    <>
      {language === 'vi' ? value.label : value.labelEn}
      {value.isRequired && <span className="source-note">{texts.reports.required}</span>}
      {value.warnings.map(({ code, message, messageEn }) => (
        <span className="row-warning" key={code}>
          {language === 'vi' ? message : messageEn}
        </span>
      ))}
      {parts.length > 0 && (
        <ul className="parts" aria-label={texts.reports.parts}>
          {parts.map(({ unit, from, to, value: part }) => (
            <li key={`${unit.id} ${from}`}>
              {unit.fullName}, {dayText(from, language)} – {dayText(to, language)}:{' '}
              {part === null ? (
                <Missing />
              ) : (
                valueWithUnit(rounded(part, measureUnit), 'EXACT', measureUnit, language)
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Value({ value: { value, qualifier, measureUnit, correction, filled } }: { value: ReportValue }) {
  const { language, texts } = usePortal();
  const shown = (number: number) =>
    valueWithUnit(
      rounded(number, measureUnit),
      correction === null ? qualifier : 'EXACT',
      measureUnit,
      language,
    );
  return (
    <>
      {value === null ? <Missing /> : <strong>{shown(value)}</strong>}
      {correction !== null && (
        <span className="source-note">
          {texts.reports.insteadOf(filled === null ? texts.noFigure : shown(filled))}
        </span>
      )}
    </>
  );
}

function Origin({ value }: { value: ReportValue }) {
  const { language, texts } = usePortal();
  const { origin, own, variance, completeness, correction, measureUnit } = value;
  return (
    <>
      {capitalised(label('reportOrigin', origin, language))}
      {correction !== null && <span className="source-note">{correction.reason}</span>}
      {own !== null && variance !== null && variance !== 0 && (
        <span className="source-note">
          {texts.reports.own(
            valueWithUnit(rounded(own, measureUnit), 'EXACT', measureUnit, language),
            signedText(rounded(variance, measureUnit), language),
          )}
        </span>
      )}
      {completeness < 1 && (
        <span className="source-note">
          {texts.completenessShort}: {formatPercent(completeness * 100, { decimals: 0, language })}
        </span>
      )}
    </>
  );
}

/** A rate is made of two counts: more digits than two say nothing. */
const rounded = (number: number, measureUnit: string) =>
  measureUnit === 'PERCENT' ? Math.round(number * 100) / 100 : number;
