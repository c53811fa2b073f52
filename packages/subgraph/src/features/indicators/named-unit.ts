import { DomainError, formatDate, isStorableText, type LocalDate, type ViewerRole } from '@cnscd/domain';
import { unitNotFound } from '../../entities/unit.ts';
import type { Write } from '../../operations/write.ts';
import { requireUnitAs, type UnitForWrite } from '../../permissions/team-role.ts';

/** A unit as an input names it: by code and day, or, because villages have no code, by id. */
export interface NamedUnit {
  unitCode?: string | null | undefined;
  unitId?: string | null | undefined;
}

export interface UnitDemand {
  atLeast: ViewerRole;
  /** The day on which the code is read, and the last one on which a unit named by id may have begun. */
  day: LocalDate;
  /** The first day on which a unit named by id may have ended. Default: the same day. */
  from?: LocalDate;
}

/**
 * The unit that an input names, of the days in question, which the caller oversees.
 *
 * @throws {DomainError} `INPUT_INVALID` unless it is named once, `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `NOT_PERMITTED`
 */
export async function requireNamedUnit(
  write: Write,
  { unitCode, unitId }: NamedUnit,
  { atLeast, day, from = day }: UnitDemand,
): Promise<UnitForWrite> {
  if ((unitCode == null) === (unitId == null)) throw namedOnce();
  if (unitCode != null) return requireUnitAs(write, { code: unitCode, day }, { atLeast, field: 'unitCode' });
  const id = unitId ?? '';
  if (!isStorableText(id)) throw unitNotFound('unitId', id.slice(0, 60));
  const unit = await requireUnitAs(write, { id }, { atLeast, field: 'unitId' });
  if ((unit.validFrom ?? day) <= day && (unit.validTo ?? from) >= from) return unit;
  throw new DomainError(
    'UNIT_NOT_FOUND',
    {
      vi: `${unit.fullName} không tồn tại vào ngày ${formatDate(day, 'vi')}.`,
      en: `${unit.fullName} does not stand on ${formatDate(day, 'en')}.`,
    },
    { field: 'unitId', value: id },
  );
}

function namedOnce(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Hãy ghi unitCode, hoặc unitId cho thôn (thôn không có mã), chỉ một trong hai.',
      en: 'Give unitCode, or unitId for a village, which has no code: one of the two.',
    },
    { field: 'unitCode' },
  );
}
