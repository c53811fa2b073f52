import {
  type AdminLevel,
  DomainError,
  formatDate,
  isStorableText,
  type LocalDate,
  type Period,
  periodBounds,
  unitCode,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { UnitRow } from '../entities/rows.ts';
import { standsOn, unitColumns, unitNotFound } from '../entities/unit.ts';
import type { Write } from '../operations/write.ts';
import { type ReportRights, rightsOf, standingColumns } from './report-access.ts';

/** A unit that reports, whom it reports to, and what the caller may do with its reports. */
export interface ReportingUnit extends UnitRow, ReportRights {
  aboveId: string | null;
  aboveLevel: AdminLevel | null;
}

/** A unit as an input names it: by code, or, because villages have no code and codes pass on, by id. */
export interface NamedUnit {
  unitCode?: string | null | undefined;
  unitId?: string | null | undefined;
}

export interface UnitQuestion {
  period: Period;
  /** Levels that report for the period, from the top down. */
  levels: readonly AdminLevel[];
  today: LocalDate;
}

/**
 * The unit that an input names: a code is read on the last day of the period, or today where that is earlier; a unit
 * named by id must have stood on one of its days.
 *
 * @throws {DomainError} `INPUT_INVALID` unless it is named once, `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`
 */
export async function requireReportingUnit(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  { unitCode: code, unitId: id }: NamedUnit,
  { period, levels, today }: UnitQuestion,
): Promise<ReportingUnit> {
  if ((code == null) === (id == null)) throw namedOnce();
  const { from, to } = periodBounds(period);
  const which =
    code != null
      ? sql`u.code = ${unitCode(code, 'unitCode')} and ${standsOn(to < today ? to : today)}`
      : sql`u.id = ${isStorableText(id ?? '') ? id : ''}`;
  const [row] = await tx.rows<Found>(sql`
    /* reportingUnit */
    select found.*, ${standingColumns(scope, sql`found.id`, sql`found."aboveId"`)} from (
      select ${unitColumns}, (
        select above.id from unit_scope s join admin_unit above on above.id = s.region_id
        where s.unit_id = u.id and s.reason = 'DESCENT' and s.region_id <> u.id
          and above.level = (${levels}::admin_level[])[
            array_position(${levels}::admin_level[], u.level) - 1]) as "aboveId"
      from admin_unit u where ${which}) found`);
  const [field, value] = code != null ? ['unitCode', code] : ['unitId', (id ?? '').slice(0, 60)];
  if (row === undefined) throw unitNotFound(field ?? '', value ?? '');
  if ((row.validFrom ?? from) > to || (row.validTo ?? to) < from) throw notThen(row, from, to);
  const { mayFill, mayApprove } = rightsOf(scope, row);
  return { ...row, mayFill, mayApprove };
}

type Found = UnitRow & Parameters<typeof rightsOf>[1] & { aboveId: string | null };

function notThen({ fullName, id }: UnitRow, from: LocalDate, to: LocalDate): DomainError {
  return new DomainError(
    'UNIT_NOT_FOUND',
    {
      vi: `${fullName} không tồn tại ngày nào trong kỳ từ ${formatDate(from, 'vi')} đến ${formatDate(to, 'vi')}.`,
      en: `${fullName} does not stand on any day from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}.`,
    },
    { field: 'unitId', value: id },
  );
}

function namedOnce(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Hãy ghi unitCode, hoặc unitId cho thôn (thôn không có mã) và đơn vị đã kết thúc, chỉ một trong hai.',
      en: 'Give unitCode, or unitId for a village, which has no code, and for a unit that ended: one of the two.',
    },
    { field: 'unitCode' },
  );
}
