import {
  type AdminLevel,
  formatDate,
  formatQualified,
  type LocalDate,
  label,
  type Period,
  periodLabel,
  type Qualifier,
  type TeamKind,
  weakestQualifier,
} from '@cnscd/domain';
import { groupBy } from '../../context.ts';
import type { ReportLine } from '../../entities/merger.ts';
import type { IndicatorRow, UnitRow } from '../../entities/rows.ts';
import { linesOf } from '../../operations/merger-report.ts';
import { isStandingCount } from '../../rollup/standing-counts.ts';

/** A figure that a merged unit states. */
export interface MergedFigure extends Pick<IndicatorRow, 'nameVi' | 'nameEn' | 'unit' | 'aggregation'> {
  unitId: string;
  indicatorCode: string;
  level: AdminLevel | null;
  teamKind: TeamKind | null;
  value: number;
  qualifier: Qualifier;
  asOf: string;
  period: string | null;
}

/** More than a report is read to; what is left out is counted. */
const MOST_LINES = 100;

/**
 * The figures of merged units, side by side. What happened in a period adds up; what stands on a day, a rate or a rank
 * does not, and is only listed.
 *
 * @param figures - current revisions, for each unit and fact the latest first
 */
export function figureLines(figures: readonly MergedFigure[], units: readonly UnitRow[]): ReportLine[] {
  const groups = [...groupBy(figures, keyOf).values()];
  const lines = groups.map((group) => lineOf(group, units));
  const more = lines.length - MOST_LINES;
  if (more <= 0) return lines;
  return [...lines.slice(0, MOST_LINES), counted('FIGURES_MORE', more)];
}

const { counted } = linesOf({
  FIGURES_MORE: ['Số liệu khác không nêu ở đây', 'Further figures that are not shown'],
});

const isFlow = ({ aggregation, period, indicatorCode }: MergedFigure) =>
  aggregation === 'SUM' && period !== null && !isStandingCount(indicatorCode);

/** Figures of one key are about the same thing; of stocks each unit's latest counts, whatever its day. */
const keyOf = (figure: MergedFigure) =>
  [figure.indicatorCode, figure.level, figure.teamKind, isFlow(figure) ? figure.period : 'latest'].join('|');

function lineOf(group: readonly MergedFigure[], units: readonly UnitRow[]): ReportLine {
  const stated = units.map((unit) => ({
    unit,
    figure: latest(group.filter((figure) => figure.unitId === unit.id)),
  }));
  const present = stated.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const [first] = present;
  if (first === undefined) throw new Error('a group of figures without a figure');
  const details = stated.map(
    ({ unit, figure }) => `${unit.fullName}: ${figure === null ? 'chưa có số' : shown(figure)}`,
  );
  const flow = isFlow(first);
  return {
    kind: flow ? 'FLOW_SUMMED' : 'STOCK_LISTED',
    ...labelsOf(first, flow),
    count: present.length,
    details: flow ? [`Tổng: ${sumOf(present)}`, ...details] : details,
  };
}

const latest = (figures: readonly MergedFigure[]): MergedFigure | null =>
  figures.toSorted((one, other) => (one.asOf < other.asOf ? 1 : -1)).at(0) ?? null;

function sumOf(figures: readonly MergedFigure[]): string {
  const sum = figures.reduce((total, { value }) => total + value, 0);
  return formatQualified(sum, weakestQualifier(figures.map(({ qualifier }) => qualifier)));
}

function shown({ value, qualifier, unit, asOf }: MergedFigure): string {
  const space = unit === 'PERCENT' ? '' : ' ';
  // From the database, a real day.
  return `${formatQualified(value, qualifier)}${space}${label('measureUnit', unit, 'vi')} (${formatDate(asOf as LocalDate, 'vi')})`;
}

function labelsOf({ nameVi, nameEn, level, teamKind, period }: MergedFigure, flow: boolean) {
  const about = (language: 'vi' | 'en') =>
    [
      language === 'vi' ? nameVi : nameEn,
      ...(level === null ? [] : [label('adminLevel', level, language)]),
      ...(teamKind === null ? [] : [label('teamKind', teamKind, language)]),
      // From the database, a real period.
      ...(flow && period !== null ? [periodLabel(period as Period, language)] : []),
    ].join(', ');
  return { label: about('vi'), labelEn: about('en') };
}
