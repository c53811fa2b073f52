import { type Language, label, type Period, periodLabel, type ReportStanding } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import type { NamedBlockedRow } from '../../operations/undo-blocked.ts';
import type { BlockedRow } from '../../operations/undo-journal.ts';

interface ReportInTheWay {
  id: string;
  unitName: string;
  period: Period;
  standing: ReportStanding;
}

const HOLDING = ['report', 'report_waiver'];

/** The unit that an undo would take away, where period reports refer to it: told as the reports that officers know. */
export async function nameReportsInTheWay(
  tx: Transaction,
  blocked: readonly BlockedRow[],
): Promise<NamedBlockedRow[]> {
  const isHeld = ({ table }: BlockedRow) => HOLDING.includes(table);
  const unitIds = blocked.filter(isHeld).flatMap(({ key }) => Object.values(key));
  if (unitIds.length === 0) return [...blocked];
  const reports = await tx.rows<ReportInTheWay>(sql`
    /* reportsInTheWay */
    select held.id, u.full_name as "unitName", held.period, held.standing
    from (
      select id, unit_id, parent_id, period, status::text as standing from report
      union all select id, unit_id, parent_id, period, 'WAIVED' from report_waiver) held
    join admin_unit u on u.id = held.unit_id
    where held.unit_id = any(${unitIds}::text[]) or held.parent_id = any(${unitIds}::text[])
    order by held.period, u.id, held.id`);
  return [
    ...blocked.filter((row) => !isHeld(row)),
    ...reports.map(
      ({ id, ...report }): NamedBlockedRow => ({
        ...{ table: 'report', key: { id }, reason: 'REFERENCED' },
        named: { vi: named(report, 'vi'), en: named(report, 'en') },
      }),
    ),
  ];
}

function named({ unitName, period, standing }: Omit<ReportInTheWay, 'id'>, language: Language): string {
  const [when, how] = [periodLabel(period, language), label('reportStanding', standing, language)];
  return language === 'vi'
    ? `báo cáo ${when} của ${unitName}: ${how}`
    : `report of ${unitName} for ${when}: ${how}`;
}
