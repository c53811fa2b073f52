import {
  formatDate,
  type LocalDate,
  label,
  type MeasureUnit,
  type Period,
  periodLabel,
  type ReportAction,
  type ReportOrigin,
  type ReportStatus,
  today,
} from '@cnscd/domain';
import type { Command } from 'commander';
import { askGraph } from '../ask-graph.ts';
import { operatorContext } from '../operator-context.ts';
import { type Settings, withDatabase } from '../settings.ts';
import { textTable } from '../text-table.ts';
import { DUE_UNKNOWN } from './due-unknown.ts';

const QUERY = `query ($id: ID!) {
  report(id: $id) {
    period status edition dueOn submittedOn daysLate completeness isStale
    template { name } unit { fullName }
    tables { code title values { label value measureUnit origin correction { reason } } }
    trail { action at reason } } }`;

interface Shown {
  report: {
    period: Period;
    status: ReportStatus;
    edition: number;
    dueOn: LocalDate | null;
    submittedOn: LocalDate | null;
    daysLate: number | null;
    completeness: number;
    isStale: boolean;
    template: { name: string };
    unit: { fullName: string };
    tables: { code: string; title: string; values: ShownValue[] }[];
    trail: { action: ReportAction; at: string | Date; reason: string | null }[];
  };
}

interface ShownValue {
  label: string;
  value: number | null;
  measureUnit: MeasureUnit;
  origin: ReportOrigin;
  correction: { reason: string } | null;
}

export function showReport(command: Command, settings: Settings): void {
  command
    .description('Xem một báo cáo · Shows a report.')
    .argument('<id>', 'of the report, as `report list` shows it')
    .action((id: string) =>
      withDatabase(settings, async (db) => {
        const { report } = await askGraph<Shown>(operatorContext(db, settings), QUERY, { id });
        console.log(textOf(report));
      }),
    );
}

function textOf(report: Shown['report']): string {
  const { template, unit, period, edition, tables, trail } = report;
  const edited = edition === 1 ? '' : ` (lần ${edition})`;
  return [
    template.name,
    `${unit.fullName} · ${periodLabel(period, 'vi')}${edited}`,
    standingOf(report),
    ...tables.flatMap(({ code, title, values }) => ['', `${code}. ${title}`, textTable(values.map(lineOf))]),
    '',
    textTable(
      trail.map(({ action, at, reason }) => [dayOf(at), label('reportAction', action, 'vi'), reason ?? '']),
    ),
  ].join('\n');
}

function standingOf({
  status,
  dueOn,
  submittedOn,
  daysLate,
  completeness,
  isStale,
}: Shown['report']): string {
  return [
    label('reportStatus', status, 'vi'),
    dueOn === null ? DUE_UNKNOWN : `hạn ${formatDate(dueOn, 'vi')}`,
    ...(submittedOn === null ? [] : [`gửi ${formatDate(submittedOn, 'vi')}`]),
    ...(daysLate === null || daysLate === 0 ? [] : [`chậm ${daysLate} ngày làm việc`]),
    `đủ ${Math.round(completeness * 100)}%`,
    ...(isStale ? ['số liệu cấp dưới đã đổi'] : []),
  ].join(' · ');
}

const lineOf = ({ label: text, value, measureUnit, origin, correction }: ShownValue) => [
  ...[`  ${text}`, value, label('measureUnit', measureUnit, 'vi'), label('reportOrigin', origin, 'vi')],
  correction?.reason ?? '',
];

const dayOf = (at: string | Date): string => formatDate(today(new Date(at)), 'vi');
