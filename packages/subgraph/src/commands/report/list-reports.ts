import { label, type Period, periodLabel, type ReportStatus } from '@cnscd/domain';
import type { Command } from 'commander';
import { askGraph } from '../ask-graph.ts';
import { operatorContext } from '../operator-context.ts';
import { type Settings, withDatabase } from '../settings.ts';
import { textTable } from '../text-table.ts';

interface Flags {
  unit?: string;
  template?: string;
  period?: string;
  status?: string;
}

const QUERY = `query ($unitCode: String, $templateCode: String, $period: Period, $status: ReportStatus) {
  reports(unitCode: $unitCode, templateCode: $templateCode, period: $period, status: $status, first: 100) {
    totalCount nodes { id period status edition template { code } unit { fullName } } } }`;

interface Listed {
  reports: {
    totalCount: number;
    nodes: {
      id: string;
      period: Period;
      status: ReportStatus;
      edition: number;
      template: { code: string };
      unit: { fullName: string };
    }[];
  };
}

export function listReports(command: Command, settings: Settings): void {
  command
    .description('Danh sách báo cáo, mới mở trước · Lists reports, those opened last first; at most 100.')
    .option('--unit <code>', 'only of this unit and what lies in it')
    .option('--template <code>', 'only by this template, such as TEAM_ACTIVITY')
    .option('--period <period>', 'only for this period, such as 2026-Q3')
    .option('--status <status>', 'only in this status: DRAFT SUBMITTED RETURNED APPROVED LOCKED')
    .action(({ unit, template, period, status }: Flags) =>
      withDatabase(settings, async (db) => {
        const asked = { unitCode: unit, templateCode: template, period, status };
        const { reports } = await askGraph<Listed>(operatorContext(db, settings), QUERY, asked);
        if (reports.nodes.length > 0) console.log(textTable(reports.nodes.map(lineOf)));
        console.log(`${reports.totalCount} báo cáo · reports`);
      }),
    );
}

const lineOf = ({ id, unit, template, period, status, edition }: Listed['reports']['nodes'][number]) => [
  ...[id, unit.fullName, template.code, periodLabel(period, 'vi'), label('reportStatus', status, 'vi')],
  edition === 1 ? '' : `lần ${edition}`,
];
