import {
  type Comparator,
  formatDate,
  formatNumber,
  formatQualified,
  label,
  periodLabel,
  today,
  unitEnded,
} from '@cnscd/domain';
import { groupBy } from '../../context.ts';
import type { TargetRow } from '../../entities/rows.ts';
import { named } from '../../exports/words.ts';
import { issuerOf, placeOf } from '../../papers/issuer-of.ts';
import type { Paper, PaperCell, PaperColumn, PaperRow, PaperTable } from '../../papers/paper.ts';
import { standingNumber, type ValueRow } from '../report-rows.ts';
import { annexesOf } from './report-annexes.ts';
import { isSettled, type ReportOnPaper } from './report-facts-on-paper.ts';

/** A report of a period as it is printed, signed and sent. */
export function paperOfReport(facts: ReportOnPaper): Paper {
  const { report, template, edition, unit, parent } = facts;
  return {
    issuer: issuerOf(unit, parent),
    number: null,
    place: placeOf(unit),
    date: edition.lockedAt === null ? null : today(new Date(edition.lockedAt)),
    title: 'BÁO CÁO',
    subtitles: [subjectOf(template.nameVi), periodLine(facts)],
    orientation: 'PORTRAIT',
    isDraft: !isSettled(facts),
    sections: [{ heading: null, paragraphs: opening(facts), table: mainTable(facts) }],
    signatures: [
      { role: 'NGƯỜI LẬP BIỂU', name: null },
      { role: report.level === 'VILLAGE' ? 'TỔ TRƯỞNG' : 'THỦ TRƯỞNG ĐƠN VỊ', name: null },
    ],
    recipients: [...(parent === null ? [] : [recipientOf(parent.fullName, parent.level)]), 'Lưu: VT'],
    annexes: annexesOf(facts),
  };
}

/** What the report is about: the title above it says already that it is one. */
function subjectOf(name: string): string {
  const subject = name.replace(/^Báo cáo\s+/iu, '');
  return subject.charAt(0).toLocaleUpperCase('vi') + subject.slice(1);
}

function periodLine({ report, edition }: ReportOnPaper): string {
  const period = periodLabel(report.period, 'vi');
  return edition.number === 1 ? period : `${period} (lần ${edition.number})`;
}

function recipientOf(name: string, level: ReportOnPaper['report']['level']): string {
  // Within a sentence the kind of a unit is written small.
  return level === 'NATION'
    ? name
    : `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
}

function opening({ unit, edition }: ReportOnPaper): string[] {
  const [from, to] = [edition.coversFrom, edition.coversTo].map((day) => formatDate(day, 'vi'));
  const days = `Số liệu của ${unit.fullName} từ ngày ${from} đến hết ngày ${to}.`;
  // As it was known when the report was filled: a merger that is recorded later does not change what it says.
  const hasEnded = unit.validTo === edition.coversTo;
  const ended = hasEnded ? [unitEnded(unit.fullName, formatDate(edition.coversTo, 'vi')).messages.vi] : [];
  return [days, ...ended];
}

function mainTable(facts: ReportOnPaper): PaperTable {
  const hasTargets = facts.values.some(({ indicatorCode }) => facts.targets.has(indicatorCode));
  const columns: PaperColumn[] = [
    { header: 'Chỉ tiêu', type: 'TEXT', width: 6 },
    { header: 'Đơn vị tính', type: 'TEXT', width: 1.9, align: 'CENTER' },
    ...(hasTargets ? [{ header: 'Chỉ tiêu được giao', type: 'DECIMAL' as const, width: 2.1 }] : []),
    { header: 'Kỳ trước', group: 'Kết quả', type: 'DECIMAL', width: 2 },
    { header: 'Kỳ báo cáo', group: 'Kết quả', type: 'DECIMAL', width: 2 },
    { header: 'Nguồn số liệu', type: 'TEXT', width: 3 },
  ];
  const tables = [...groupBy(facts.values, ({ tableCode }) => tableCode).values()];
  const rows = tables.flatMap((values): PaperRow[] => [
    { heading: `${values[0].tableCode}. ${values[0].tableVi}` },
    ...values.map((value) => lineOf(value, facts, hasTargets)),
  ]);
  return { unitOfMeasure: null, columns, rows, totals: null, notes: notesOf(facts), isNumbered: true };
}

function lineOf(value: ValueRow, { previous, targets }: ReportOnPaper, hasTargets: boolean): PaperRow {
  const target = targets.get(value.indicatorCode);
  return [
    value.labelVi,
    label('measureUnit', value.measureUnit, 'vi'),
    // Nobody has to be given a target: none is no missing value.
    ...(hasTargets ? [target === undefined ? '' : targetCell(target)] : []),
    previous.get(value.code) ?? null,
    valueCell(value),
    named('reportOrigin', value.isCorrected ? 'CORRECTED' : value.origin),
  ];
}

/** As a number where it is exact; with its word where it is not: "hơn 4.000". */
function valueCell(value: ValueRow): PaperCell {
  const { value: number } = standingNumber(value);
  if (number === null || value.isCorrected || value.qualifier === 'EXACT') return number;
  return formatQualified(number, value.qualifier);
}

function targetCell({ value, comparator, statement }: TargetRow): PaperCell {
  if (value === null) return statement;
  const word = TARGET_WORDS[comparator];
  return word === null ? value : `${word} ${formatNumber(value)}`;
}

/** A target is what is to be reached at least, unless it says otherwise. */
const TARGET_WORDS: Readonly<Record<Comparator, string | null>> = {
  AT_LEAST: null,
  AT_MOST: 'nhiều nhất',
  EXACTLY: 'đúng',
};

function notesOf({ values, edition }: ReportOnPaper): string[] {
  const warnings = values.flatMap((value) =>
    value.warnings.map(({ messages }) => `${value.labelVi}: ${messages.vi}`),
  );
  return [...new Set(warnings), ...(edition.lockedAt === null ? [] : [sealOf(edition)])];
}

function sealOf({ lockedAt, digest }: ReportOnPaper['edition']): string {
  const day = formatDate(today(new Date(lockedAt ?? 0)), 'vi');
  return `Số liệu khóa ngày ${day}; mã kiểm tra (sha256): ${digest ?? ''}.`;
}
