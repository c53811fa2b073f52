import { formatDate, type LocalDate, label, type ReportStanding } from '@cnscd/domain';
import type { Command } from 'commander';
import { askGraph } from '../ask-graph.ts';
import { operatorContext } from '../operator-context.ts';
import { type Settings, withDatabase } from '../settings.ts';
import { textTable } from '../text-table.ts';
import { DUE_UNKNOWN } from './due-unknown.ts';

const QUERY = `query ($templateCode: String!, $period: Period!, $unitCode: String!) {
  reportProgress(templateCode: $templateCode, period: $period, unitCode: $unitCode) {
    dueOn expected approved submitted returned drafts missing waived late report { status }
    children { unit { fullName } standing dueOn submittedOn daysLate waiver { reason } } } }`;

interface Progress {
  reportProgress: {
    dueOn: LocalDate | null;
    expected: number;
    approved: number;
    submitted: number;
    returned: number;
    drafts: number;
    missing: number;
    waived: number;
    late: number;
    children: Child[];
  };
}

interface Child {
  unit: { fullName: string };
  standing: ReportStanding;
  dueOn: LocalDate | null;
  submittedOn: LocalDate | null;
  daysLate: number | null;
  waiver: { reason: string } | null;
}

export function showReportProgress(command: Command, settings: Settings): void {
  command
    .description('Tiến độ báo cáo: ai đã gửi, chậm, thiếu · Who has reported, who is late, who is missing.')
    .argument('<template>', 'code of the template, such as TEAM_ACTIVITY')
    .argument('<period>', 'such as 2026-Q3')
    .argument('<unit>', 'code of the unit that the others report to; VN is the nation')
    .action((templateCode: string, period: string, unitCode: string) =>
      withDatabase(settings, async (db) => {
        const asked = { templateCode, period, unitCode };
        const { reportProgress } = await askGraph<Progress>(operatorContext(db, settings), QUERY, asked);
        if (reportProgress.children.length > 0) console.log(textTable(reportProgress.children.map(lineOf)));
        console.log(sumOf(reportProgress));
        const days = [reportProgress, ...reportProgress.children];
        if (days.some(({ dueOn }) => dueOn === null)) console.log(DUE_UNKNOWN);
      }),
    );
}

const lineOf = ({ unit, standing, dueOn, submittedOn, daysLate, waiver }: Child) => [
  ...[unit.fullName, label('reportStanding', standing, 'vi')],
  ...[`hạn ${dayOf(dueOn)}`, submittedOn === null ? '' : `gửi ${dayOf(submittedOn)}`],
  standing === 'WAIVED'
    ? (waiver?.reason ?? '')
    : (daysLate ?? 0) > 0
      ? `chậm ${daysLate} ngày làm việc`
      : '',
];

const dayOf = (day: LocalDate | null): string => (day === null ? '–' : formatDate(day, 'vi'));

function sumOf(progress: Progress['reportProgress']): string {
  const { expected, approved, submitted, returned, drafts, missing, waived, late } = progress;
  return `${expected} đơn vị: ${approved} đã duyệt, ${submitted} đã gửi, ${returned} cần sửa, ${drafts} nháp, ${missing} chưa lập, ${waived} được miễn; ${late} chậm`;
}
