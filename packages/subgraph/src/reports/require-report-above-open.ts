import { DomainError, isOpenReport, label, type ReportStatus } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Write } from '../operations/write.ts';
import type { ReportRow } from './report-rows.ts';

/**
 * What a report above was made of does not change below it, nor does anything come late that it is said to be made
 * without: it is returned or reopened first, from the top down. The report of a unit that went into another one is held
 * by that one's too.
 *
 * @throws {DomainError} `REPORT_PARENT_CLOSED`
 */
export async function requireReportAboveOpen(
  { tx }: Pick<Write, 'tx'>,
  {
    templateCode,
    period,
    unitId,
    parentId,
  }: Pick<ReportRow, 'templateCode' | 'period' | 'unitId' | 'parentId'>,
): Promise<void> {
  const holders = await tx.rows<{ status: ReportStatus; unitName: string }>(sql`
    /* reportAbove */
    select r.status, u.full_name as "unitName" from report r join admin_unit u on u.id = r.unit_id
    where r.template_code = ${templateCode} and r.period = ${period}
      and (r.unit_id = ${parentId} or r.unit_id in (select l.to_id from unit_link l where l.from_id = ${unitId}))
    order by r.id for share of r`);
  const above = holders.find(({ status }) => !isOpenReport(status));
  if (above === undefined) return;
  const status = (language: 'vi' | 'en') => label('reportStatus', above.status, language);
  throw new DomainError(
    'REPORT_PARENT_CLOSED',
    {
      vi: `Báo cáo cấp trên của ${above.unitName} ${status('vi')}, không thay đổi theo báo cáo này được nữa; hãy trả lại hoặc mở lại báo cáo đó trước`,
      en: `The report above, of ${above.unitName}, is ${status('en')} and can no longer follow this one; return or reopen that one first`,
    },
    { field: 'id', value: above.status },
  );
}
