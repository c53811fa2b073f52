import { DomainError, isApprovedReport, periodBounds } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { required } from '../entities/required.ts';
import type { Write } from '../operations/write.ts';
import { staleReports } from './current-basis.ts';
import { reportsBelow } from './filling/reports-below.ts';
import { type EditionRow, editionColumns, type ReportRow } from './report-rows.ts';
import { reportedUnit } from './reported-unit.ts';
import { levelsAround } from './templates/template-on.ts';

/**
 * What must hold before a report goes up: all units below have an approved report or are waived, and the report is
 * filled from these. Keeps the reports below from being moved until the write is done.
 *
 * @throws {DomainError} `REPORT_CHILDREN_OPEN`, `REPORT_STALE`
 */
export async function requireReportsBelow({ tx }: Pick<Write, 'tx'>, report: ReportRow): Promise<void> {
  const { id, unitId, templateCode, period, level } = report;
  await tx.rows(sql`
    /* lockReportsBelow */
    select r.id from report r
    where r.template_code = ${templateCode} and r.period = ${period}
      and (r.parent_id = ${unitId} or r.unit_id in (select l.from_id from unit_link l where l.to_id = ${unitId}))
    order by r.id for share of r`);
  const { template } = await reportedUnit({ db: tx }, report);
  const { below } = levelsAround(template, level, period);
  if (below !== null) {
    const question = { parentId: unitId, level: below, templateCode, period, day: periodBounds(period).to };
    const children = await reportsBelow({ db: tx }, question);
    const open = children.filter(
      ({ status, waiverId }) => waiverId === null && (status === null || !isApprovedReport(status)),
    );
    if (open.length > 0) throw childrenOpen(open.map(({ unitName }) => unitName));
  }
  const [edition] = await tx.rows<EditionRow>(sql`
    /* editionForWrite */
    select ${editionColumns} from report_edition e where e.report_id = ${id}::uuid and e.number = ${report.edition}`);
  const stale = await staleReports({ db: tx }, [
    { report, edition: required(edition ?? null, `report_edition ${id}`) },
  ]);
  if (stale.has(id)) throw isStale(id);
}

const MOST_NAMED = 5;

function childrenOpen(names: readonly string[]): DomainError {
  const named = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return new DomainError(
    'REPORT_CHILDREN_OPEN',
    {
      vi: `Còn ${names.length} đơn vị chưa có báo cáo được duyệt và chưa được miễn: ${named}${more > 0 ? ` và ${more} đơn vị khác` : ''}`,
      en: `${names.length} units have no approved report and are not waived: ${named}${more > 0 ? ` and ${more} more` : ''}`,
    },
    { field: 'id', value: String(names.length) },
  );
}

const isStale = (id: string) =>
  new DomainError(
    'REPORT_STALE',
    {
      vi: 'Báo cáo cấp dưới hoặc đơn vị đã thay đổi sau khi lấy số; hãy cập nhật số liệu rồi gửi lại',
      en: 'A report below or the unit has changed since it was filled; fill it again, then submit',
    },
    { field: 'id', value: id },
  );
