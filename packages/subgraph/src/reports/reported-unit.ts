import sql from 'sql-template-tag';
import type { Readable } from '../database/client.ts';
import { required } from '../entities/required.ts';
import type { UnitRow } from '../entities/rows.ts';
import { unitColumns } from '../entities/unit.ts';
import { type ReportRow, type TemplateRow, templateColumns } from './report-rows.ts';

/** The unit of a report as it stands now, and the template that the report follows: one statement. */
export async function reportedUnit(
  { db }: Readable,
  { unitId, templateId }: Pick<ReportRow, 'unitId' | 'templateId'>,
): Promise<{ unit: UnitRow; template: TemplateRow }> {
  const [row] = await db.rows<{ unit: UnitRow; template: TemplateRow }>(sql`
    /* reportedUnit */
    select (select to_json(u) from (select ${unitColumns} from admin_unit u where u.id = ${unitId}) u) as unit,
      (select to_json(t) from (select ${templateColumns} from report_template t where t.id = ${templateId}) t) as template`);
  return required(row ?? null, `admin_unit ${unitId}`);
}
