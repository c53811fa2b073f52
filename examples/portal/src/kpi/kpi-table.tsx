import { formatNumber, formatPercent, formatQualified, label } from '@cnscd/domain';
import { valueWithUnit } from '../figure-text.ts';
import { Bar } from '../overview/coverage-picture.tsx';
import { Missing } from '../overview/missing.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { type Column, StackedTable } from '../page/stacked-table.tsx';
import type { KpiEntry } from './kpi-entry.ts';

interface KpiTableProps {
  caption: string;
  values: readonly KpiEntry[];
  isRanked?: boolean;
  /** Shows what activities, the register and sources say side by side, and how complete that is. */
  isDetailed?: boolean;
}

export function KpiTable({ caption, values, isRanked = false, isDetailed = false }: KpiTableProps) {
  const { language, texts } = usePortal();
  const rank: Column<KpiEntry> = {
    heading: texts.rank,
    isNumber: true,
    cell: ({ value }) => (value.rank === null ? '–' : formatNumber(value.rank, { language })),
  };
  const completeness: Column<KpiEntry> = {
    heading: texts.completenessShort,
    isNumber: true,
    // Of the nation it is a share of those that report: "all" beside a warning that most do not.
    cell: ({ value }) =>
      value.value === null || value.warnings.some(({ code }) => code === 'UNITS_NOT_REPORTING')
        ? '–'
        : formatPercent(value.completeness * 100, { decimals: 0, language }),
  };
  const columns: Column<KpiEntry>[] = [
    {
      heading: isRanked ? texts.unit : texts.indicator,
      isHeader: true,
      cell: (entry) => <Name entry={entry} />,
    },
    { heading: texts.value, isNumber: true, cell: (entry) => <Value entry={entry} /> },
    ...(isDetailed ? FACTS.map((fact) => factColumn(fact, texts[fact])) : []),
    ...(isRanked ? [rank] : []),
    { heading: texts.target, isNumber: true, cell: (entry) => <TargetValue entry={entry} /> },
    { heading: texts.attainment, cell: (entry) => <Attainment entry={entry} /> },
    ...(isDetailed ? [completeness] : []),
  ];
  return <StackedTable caption={caption} columns={columns} rows={values} keyOf={({ key }) => key} />;
}

/** Three facts that are never mixed: what verified activities give, what the register holds, what sources state. */
const FACTS = ['computed', 'registered', 'reported'] as const;

const factColumn = (fact: (typeof FACTS)[number], heading: string): Column<KpiEntry> => ({
  heading,
  isNumber: true,
  cell: (entry) => <Fact entry={entry} fact={fact} />,
});

function Fact({ entry: { value, measureUnit }, fact }: { entry: KpiEntry; fact: (typeof FACTS)[number] }) {
  const { language } = usePortal();
  const known = value[fact];
  if (known === null) return '–';
  const isBasis = value.basis === fact.toUpperCase();
  return valueWithUnit(known, isBasis ? value.qualifier : 'EXACT', measureUnit, language);
}

function Name({ entry }: { entry: KpiEntry }) {
  const { language } = usePortal();
  const { warnings } = entry.value;
  return (
    <>
      {language === 'vi' ? entry.name : (entry.nameEn ?? entry.name)}
      {warnings.map(({ code, message, messageEn }) => (
        <span className="row-warning" key={code}>
          {language === 'vi' ? message : messageEn}
        </span>
      ))}
    </>
  );
}

function Value({ entry: { value, measureUnit } }: { entry: KpiEntry }) {
  const { language } = usePortal();
  if (value.value === null) return <Missing />;
  return <strong>{valueWithUnit(value.value, value.qualifier, measureUnit, language)}</strong>;
}

function TargetValue({ entry: { value } }: { entry: KpiEntry }) {
  const { language, texts } = usePortal();
  const { target } = value;
  if (target === null) return <span className="missing">{texts.noTarget}</span>;
  const withUnit = (goal: number) => valueWithUnit(goal, 'EXACT', target.measureUnit, language);
  const unit = target.unit.level === 'NATION' ? target.unit.name : target.unit.fullName;
  return (
    <span title={target.statement}>
      {target.value === null
        ? texts.targetReadings(target.readings.map(withUnit).join(' / '))
        : `${label('comparator', target.comparator, language)} ${withUnit(target.value)}`}
      <span className="source-note">{texts.targetOf(unit, target.period)}</span>
    </span>
  );
}

function Attainment({ entry: { value } }: { entry: KpiEntry }) {
  const { language, texts } = usePortal();
  if (value.target === null) return null;
  if (value.attainment === null) return <span className="missing">{texts.notComparable}</span>;
  return (
    <span className="attainment">
      <Bar ratio={value.attainment} />
      {texts.attained(formatPercent(value.attainment * 100, { decimals: 0, language }))}
      {value.qualifier !== 'EXACT' && ` (${formatQualified(value.value ?? 0, value.qualifier, language)})`}
    </span>
  );
}
