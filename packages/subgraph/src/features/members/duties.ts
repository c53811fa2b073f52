import {
  DomainError,
  isStorableText,
  optionalText,
  type ResponsibilityKind,
  requireText,
  TEXT_LIMITS,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { unitNotFound } from '../../entities/unit.ts';
import type { Transaction } from '../../operations/transaction.ts';

/** A responsibility as it is stored. */
// A type, not an interface: the audit takes any record.
export type Duty = {
  kind: ResponsibilityKind;
  name: string;
  unitId: string | null;
};

/** A responsibility as the input names it: where there is a unit, its name may be missing. */
export interface DutyDraft {
  kind: ResponsibilityKind;
  name: string | null;
  unitId: string | null;
}

interface DutyInput {
  kind: ResponsibilityKind;
  name?: string | null | undefined;
  unitId?: string | null | undefined;
}

const MOST_DUTIES = 20;
const LONGEST_UNIT_ID = 200;

/** @throws {DomainError} `INPUT_INVALID` for more than 20, `TEXT_INVALID`, `TEXT_SENSITIVE`, `UNIT_NOT_FOUND` */
export function readDuties(inputs: readonly DutyInput[] | null | undefined): DutyDraft[] {
  const drafts = inputs ?? [];
  if (drafts.length > MOST_DUTIES) throw tooMany(drafts.length);
  return drafts.map(({ kind, name, unitId = null }, index) => {
    const at = `responsibilities[${index}]`;
    if (unitId !== null && !(unitId.length <= LONGEST_UNIT_ID && isStorableText(unitId)))
      throw unitNotFound(`${at}.unitId`, JSON.stringify(unitId.slice(0, 60)));
    const read = unitId === null ? requireText : optionalText;
    return { kind, unitId, name: read(name ?? '', `${at}.name`, TEXT_LIMITS.name) };
  });
}

/**
 * The same with the names of their units, each once.
 *
 * @throws {DomainError} `UNIT_NOT_FOUND` for a unit that neither lies in the team's own nor holds it, `INPUT_INVALID`
 * for a hamlet that is none
 */
export async function settleDuties(
  tx: Transaction,
  drafts: readonly DutyDraft[],
  teamUnitId: string | null,
): Promise<Duty[]> {
  const unitIds = drafts.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const units = unitIds.length === 0 ? [] : await dutyUnits(tx, unitIds, teamUnitId);
  const duties = drafts.map(({ kind, name, unitId }, index): Duty => {
    const unit = units.find(({ id }) => id === unitId);
    if (unitId !== null && unit === undefined)
      throw unitNotFound(`responsibilities[${index}].unitId`, unitId);
    if (kind === 'VILLAGE' && unit !== undefined && unit.level !== 'VILLAGE') throw noVillage(index, unit);
    return { kind, name: name ?? unit?.fullName ?? '', unitId };
  });
  return distinctDuties(duties);
}

/** Each responsibility once. */
export function distinctDuties(duties: readonly Duty[]): Duty[] {
  const keyOf = ({ kind, name, unitId }: Duty) => JSON.stringify([kind, unitId ?? name]);
  return [...new Map(duties.map((duty) => [keyOf(duty), duty])).values()];
}

interface DutyUnit {
  id: string;
  level: string;
  fullName: string;
}

function dutyUnits(tx: Transaction, ids: readonly string[], teamUnitId: string | null): Promise<DutyUnit[]> {
  return tx.rows(sql`
    /* dutyUnits */
    select u.id, u.level, u.full_name as "fullName" from admin_unit u
    where u.id = any(${ids}::text[]) and (${teamUnitId}::text is null or exists (
      select from unit_scope s where (s.region_id = ${teamUnitId} and s.unit_id = u.id)
        or (s.region_id = u.id and s.unit_id = ${teamUnitId})))`);
}

function tooMany(count: number): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `responsibilities có ${count} mục; nhiều nhất ${MOST_DUTIES}`,
      en: `responsibilities has ${count} items; at most ${MOST_DUTIES}`,
    },
    { field: 'responsibilities', value: String(count) },
  );
}

function noVillage(index: number, { id, fullName }: DutyUnit): DomainError {
  const field = `responsibilities[${index}].unitId`;
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field} là ${fullName}, không phải thôn, ấp hay tổ dân phố; hãy chọn thôn, hoặc bỏ unitId`,
      en: `${field} is ${fullName}, which is no village; name a village, or leave unitId out`,
    },
    { field, value: id },
  );
}
