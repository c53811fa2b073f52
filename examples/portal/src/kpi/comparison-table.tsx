import { periodText, valueWithUnit } from '../figure-text.ts';
import { levelBelow } from '../overview/level-below.ts';
import { Missing } from '../overview/missing.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { type Column, StackedTable } from '../page/stacked-table.tsx';
import type { ComparedUnit } from './compared-units.ts';

interface ComparisonTableProps {
  units: readonly ComparedUnit[];
  period: string;
  other: string | null;
  measureUnit: string;
  onChoose(unit: ComparedUnit): void;
}

/** What the bars show, with the way down for who has no mouse. */
export function ComparisonTable({ units, period, other, measureUnit, onChoose }: ComparisonTableProps) {
  const { state, language, texts } = usePortal();
  const shown = (reading: ComparedUnit['before']) => {
    if (reading === null) return <Missing />;
    if (reading === 'ANOTHER_UNIT') return <Missing text={texts.charts.anotherUnit} />;
    return valueWithUnit(reading.value, reading.qualifier, measureUnit, language);
  };
  const columns: Column<ComparedUnit>[] = [
    {
      heading: texts.unit,
      isHeader: true,
      cell: (row) =>
        row.unit.code === null || levelBelow(row.unit.level, state.asOf) === null ? (
          row.unit.fullName
        ) : (
          <button type="button" className="link" onClick={() => onChoose(row)}>
            {row.unit.fullName}
          </button>
        ),
    },
    { heading: periodText(period, language), isNumber: true, cell: ({ now }) => shown(now) },
    ...(other === null
      ? []
      : [
          {
            heading: periodText(other, language),
            isNumber: true,
            cell: ({ before }: ComparedUnit) => shown(before),
          },
        ]),
  ];
  return (
    <StackedTable caption={texts.charts.table} columns={columns} rows={units} keyOf={({ unit }) => unit.id} />
  );
}
