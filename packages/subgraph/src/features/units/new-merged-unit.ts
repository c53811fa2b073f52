import { DomainError, fold, fullUnitName, type LocalDate, requireUnitKind, unitCode } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { UnitRow } from '../../entities/rows.ts';
import { mergerInvalid } from '../../operations/merger.ts';
import type { Write } from '../../operations/write.ts';
import { unitId } from './loading/unit-ids.ts';
import type { MergeUnitsInput } from './merge-units-input.ts';
import type { MergedUnit } from './unit-merger.ts';

type Input = typeof MergeUnitsInput.$inferInput;

/** What the new unit follows from. */
export interface Frame {
  from: MergedUnit[];
  effectiveOn: LocalDate;
}

/**
 * The unit that comes of a merger.
 *
 * @throws {DomainError} `INPUT_INVALID`, `UNIT_CODE_INVALID`
 */
export function newUnit(
  input: Input,
  { name, parent, from, effectiveOn }: Frame & { name: string; parent: UnitRow },
): UnitRow {
  const level = from[0]?.unit.level ?? 'COMMUNE';
  const kind = requireUnitKind(input.kind, level);
  const fullName = fullUnitName(kind, name);
  const code = codeOf(input, level);
  const key = { level, code, fullName, provinceCode: null, validFrom: effectiveOn };
  const id = level === 'VILLAGE' ? villageId(parent.id, key) : unitId(key);
  return {
    ...{ id, code, name, fullName, kind, level, parentId: parent.id, validFrom: effectiveOn, validTo: null },
    ...{ aliases: [], isSynthetic: from.every(({ unit }) => unit.isSynthetic), sortKey: '' },
  };
}

/** As the ids of villages that files name, and the day from which this one stands. */
const villageId = (parentId: string, { fullName, validFrom }: { fullName: string; validFrom: string }) =>
  ['village', parentId.slice(parentId.indexOf(':') + 1), fold(fullName).replaceAll(' ', '-'), validFrom].join(
    ':',
  );

function codeOf({ code }: Input, level: UnitRow['level']): string | null {
  if (level === 'VILLAGE' && code == null) return null;
  if (level === 'COMMUNE' && code != null && unitCode(code).length === 5) return code;
  throw new DomainError(
    'UNIT_CODE_INVALID',
    level === 'VILLAGE'
      ? { vi: 'Thôn, tổ dân phố không có mã; hãy bỏ code.', en: 'Villages have no code; leave it out.' }
      : {
          vi: 'code của xã, phường, đặc khu mới gồm 5 chữ số, kể cả số 0 ở đầu.',
          en: 'The code of a new commune has 5 digits, leading zeros included.',
        },
    { field: 'code', ...(code == null ? {} : { value: code.slice(0, 60) }) },
  );
}

/**
 * A code is borne by one unit at a time.
 *
 * @throws {DomainError} `MERGER_INVALID`
 */
export async function requireFree(
  { tx }: Write,
  { id, code, validFrom }: UnitRow,
  from: MergedUnit[],
): Promise<void> {
  const [other] = await tx.rows<{ fullName: string }>(sql`
    /* unitInTheWay */
    select u.full_name as "fullName" from admin_unit u
    where u.id = ${id} or (u.code = ${code} and (u.valid_to is null or u.valid_to >= ${validFrom}::date)
      and u.id <> all(${from.map(({ unit }) => unit.id)}::text[]))
    order by u.id limit 1`);
  if (other === undefined) return;
  throw mergerInvalid(
    code === null ? 'name' : 'code',
    {
      vi: `Từ ngày ${validFrom}, ${code === null ? 'tên' : `mã ${code}`} là của ${other.fullName}; hãy chọn ${code === null ? 'tên' : 'mã'} khác`,
      en: `From ${validFrom} the ${code === null ? 'name' : `code ${code}`} is that of ${other.fullName}; choose another one`,
    },
    ...(code === null ? [] : [code]),
  );
}
