import {
  type AdminLevel,
  DomainError,
  formatDate,
  isStorableText,
  kindOfPeriod,
  type LocalDate,
  label,
  neighbouringLevels,
  type Period,
  periodBounds,
  periodLabel,
  reportingLevels,
  shown,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Readable } from '../../database/client.ts';
import { type TemplateRow, templateColumns } from '../report-rows.ts';

/**
 * The version of a template that is in force on a day.
 *
 * @throws {DomainError} `REPORT_TEMPLATE_NOT_FOUND`
 */
export async function requireTemplateOn(
  { db }: Readable,
  code: string,
  day: LocalDate,
  field = 'templateCode',
): Promise<TemplateRow> {
  const [row] = isStorableText(code)
    ? await db.rows<TemplateRow>(sql`
        /* templateOn */
        select ${templateColumns} from report_template t
        where t.code = ${code} and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)`)
    : [];
  if (row !== undefined) return row;
  throw new DomainError(
    'REPORT_TEMPLATE_NOT_FOUND',
    {
      vi: `Không có mẫu báo cáo ${shown(code)} có hiệu lực vào ngày ${formatDate(day, 'vi')}; xem reportTemplates.`,
      en: `There is no report template ${shown(code)} in force on ${formatDate(day, 'en')}; see reportTemplates.`,
    },
    { field, value: shown(code) },
  );
}

/** The levels above and below a level, of a period. */
export const levelsAround = (template: Pick<TemplateRow, 'levels'>, level: AdminLevel, period: Period) =>
  neighbouringLevels(template.levels, level, periodBounds(period).to);

/**
 * Whether units of a level report by a template for a period.
 *
 * @throws {DomainError} `REPORT_NOT_OF_UNIT`
 */
export function requireReporting(template: TemplateRow, level: AdminLevel, period: Period): void {
  const kind = kindOfPeriod(period);
  if (!template.periods.includes(kind)) {
    const kinds = (language: 'vi' | 'en') =>
      template.periods.map((each) => label('periodKind', each, language)).join(', ');
    throw notOfUnit('period', period, {
      vi: `Mẫu ${template.code} chỉ báo cáo theo ${kinds('vi')}; ${periodLabel(period, 'vi')} không thuộc loại đó.`,
      en: `By ${template.code} one reports each ${kinds('en')}; ${periodLabel(period, 'en')} is none of them.`,
    });
  }
  const levels = reportingLevels(template.levels, periodBounds(period).to);
  if (levels.includes(level)) return;
  const named = (language: 'vi' | 'en') =>
    levels.map((each) => label('adminLevel', each, language)).join(', ');
  throw notOfUnit('unitCode', level, {
    vi: `Mẫu ${template.code} trong kỳ này dành cho: ${named('vi')}.`,
    en: `By ${template.code} those who report for this period are: ${named('en')}.`,
  });
}

const notOfUnit = (field: string, value: string, messages: { vi: string; en: string }) =>
  new DomainError('REPORT_NOT_OF_UNIT', messages, { field, value });
