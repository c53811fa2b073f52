import { addDays, type LocalDate, type UnitLinkKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { UnitRow } from '../../entities/rows.ts';
import { standsOn, unitColumns, unitNotFound } from '../../entities/unit.ts';
import { mergerInvalid } from '../../operations/merger.ts';
import type { Write } from '../../operations/write.ts';
import { regionsAround, roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import type { MergedUnit } from './unit-merger.ts';

/** A unit that is to be merged, as the input names it. */
export interface AskedUnit {
  /** Where it stands in the input. */
  field: string;
  kind: UnitLinkKind;
  code: string | null;
  id: string | null;
}

interface FoundUnit extends UnitRow {
  position: number;
  regionIds: string[];
  /** Something below it began only after its last day. */
  hasLaterChild: boolean;
}

/**
 * The units that are merged, kept from others until the merger is done.
 *
 * @throws {DomainError} `UNIT_NOT_FOUND`, `NOT_PERMITTED`, and `MERGER_INVALID` for what has ended, is no commune or
 * village, or is named twice
 */
export async function requireMergedUnits(
  { tx, scope }: Write,
  asked: readonly AskedUnit[],
  effectiveOn: LocalDate,
): Promise<MergedUnit[]> {
  const lastDay = addDays(effectiveOn, -1);
  const found = await tx.rows<FoundUnit>(sql`
    /* unitsForMerger */
    select asked.n - 1 as position, ${unitColumns}, ${regionsAround(scope, sql`u.id`)} as "regionIds",
      exists (select from admin_unit child where child.parent_id = u.id and child.valid_from >= ${effectiveOn}::date) as "hasLaterChild"
    from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ id }) => id)}::text[])
      with ordinality as asked (code, id, n)
    join admin_unit u on u.id = asked.id or u.code = asked.code
    where ${standsOn(lastDay)} order by u.id for no key update of u`);
  const merged = asked.map((one, position) => {
    const row = found.find((each) => each.position === position);
    if (row === undefined) throw unitNotFound(one.field, one.code ?? one.id ?? '');
    requireMergeable(row, { one, scope, lastDay });
    const { position: _, regionIds, hasLaterChild, ...unit } = row;
    return { unit, kind: one.kind };
  });
  requireAlike(merged, asked);
  return merged;
}

interface Asking {
  one: AskedUnit;
  scope: Write['scope'];
  lastDay: LocalDate;
}

function requireMergeable(unit: FoundUnit, { one: { field }, scope, lastDay }: Asking): void {
  if (!isAtLeast(roleWithin(scope, unit.regionIds, null), 'ADMINISTRATOR'))
    throw notPermitted('ADMINISTRATOR', field);
  if (unit.level !== 'COMMUNE' && unit.level !== 'VILLAGE') {
    throw mergerInvalid(field, {
      vi: `${unit.fullName} không phải cấp xã hoặc thôn; chỉ sáp nhập hai cấp này`,
      en: `${unit.fullName} is neither a commune nor a village; only these are merged here`,
    });
  }
  if (unit.validTo !== null) {
    throw mergerInvalid(field, {
      vi: `${unit.fullName} đã kết thúc ngày ${unit.validTo}; hãy chọn đơn vị kế tiếp`,
      en: `${unit.fullName} ended on ${unit.validTo}; name its successor`,
    });
  }
  if (!unit.hasLaterChild) return;
  throw mergerInvalid('effectiveOn', {
    vi: `${unit.fullName} có thôn lập sau ngày ${lastDay}; hãy chọn ngày muộn hơn`,
    en: `${unit.fullName} has a village that began after ${lastDay}; choose a later day`,
  });
}

function requireAlike(merged: readonly MergedUnit[], asked: readonly AskedUnit[]): void {
  for (const [index, { unit }] of merged.entries()) {
    const field = asked[index]?.field ?? 'fromUnits';
    const first = merged[0]?.unit ?? unit;
    if (merged.findIndex((other) => other.unit.id === unit.id) !== index) {
      throw mergerInvalid(field, {
        vi: `${unit.fullName} được ghi hai lần`,
        en: `${unit.fullName} is named twice`,
      });
    }
    if (unit.level !== first.level) {
      throw mergerInvalid(field, {
        vi: `${unit.fullName} và ${first.fullName} không cùng cấp`,
        en: `${unit.fullName} and ${first.fullName} are not of the same level`,
      });
    }
  }
}
