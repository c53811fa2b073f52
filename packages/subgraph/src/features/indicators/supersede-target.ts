import { DomainError, type Period, periodBounds, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { TargetRow } from '../../entities/rows.ts';
import { targetColumns } from '../../entities/target.ts';
import { VersionConflict } from '../../operations/gate.ts';
import type { Write } from '../../operations/write.ts';
import { requireReason } from './require-reason.ts';

/** The unit, or the team and its unit, that a target is set for. */
export interface Place {
  unitId: string;
  teamId: string | null;
}

/** What a target is for. */
export interface Goal extends Place {
  indicatorCode: string;
  level: TargetRow['level'];
  period: Period;
}

/**
 * Closes the revision that stands, if the caller has seen it.
 *
 * @returns code and number of the last revision, 0 where there is none, and what it said
 * @throws {VersionConflict} where there is another revision than the caller saw
 * @throws {DomainError} `TARGET_NOT_FOUND` for a change of nothing, `REASON_MISSING`, `INPUT_INVALID` where it is not
 * clear which target is meant
 */
export async function supersedeTarget(
  { tx, now }: Write,
  goal: Goal,
  { asked, expected, reason }: { asked: string | null; expected: number; reason: string | null },
): Promise<{ code: string; revision: number; state: Record<string, unknown> | null }> {
  const rows = await tx.rows<TargetRow & { isStanding: boolean }>(sql`
    /* targetForWrite */
    select ${targetColumns}, t.superseded_at is null as "isStanding" from target t
    where t.unit_id = ${goal.unitId} and t.indicator_code = ${goal.indicatorCode} and t.period = ${goal.period}
      and t.team_id is not distinct from ${goal.teamId}::uuid and t.level is not distinct from ${goal.level}::admin_level
      and (${asked}::text is null or t.code = ${asked})
    order by t.code, t.revision for no key update`);
  const codeOfOwn = codeOf(goal);
  const standing = rows.filter((row) => row.isStanding);
  if (standing.length > 1) throw severalTargets(standing);
  const [current] = standing;
  if (current === undefined) {
    if (asked !== null || (expected !== 0 && rows.length === 0)) throw targetNotFound(asked);
    if (expected !== 0) throw new VersionConflict('Target', codeOfOwn, expected);
    const revision = rows.filter((row) => row.code === codeOfOwn).at(-1)?.revision ?? 0;
    return { code: codeOfOwn, revision, state: null };
  }
  const { code, revision, comparator, value, period: of, statement } = current;
  if (revision !== expected) throw new VersionConflict('Target', code, expected);
  if (periodBounds(goal.period).from <= today(now)) {
    requireReason(reason, {
      vi: `Kỳ ${of} đã bắt đầu; hãy ghi reason là lý do đổi chỉ tiêu.`,
      en: `The period ${of} has begun; give in reason why the target is changed.`,
    });
  }
  await tx.rows(sql`
    /* supersedeTarget */
    update target set superseded_at = ${now.toISOString()}::timestamptz
    where code = ${code} and revision = ${revision}`);
  return { code, revision, state: { comparator, value, period: of, statement } };
}

/** The code of a target that is set here: what it is about. Those of imported files have codes of their own. */
const codeOf = ({ unitId, teamId, indicatorCode, level, period }: Goal) =>
  [unitId, teamId ?? '', indicatorCode, level ?? '', period].join('|');

function targetNotFound(code: string | null): DomainError {
  return new DomainError(
    'TARGET_NOT_FOUND',
    {
      vi: 'Chưa có chỉ tiêu nào như vậy cho đơn vị và kỳ này; bỏ code và expectedVersion nếu giao mới.',
      en: 'There is no such target for this unit and period; leave code and expectedVersion out to set a new one.',
    },
    { field: code === null ? 'expectedVersion' : 'code', ...(code === null ? {} : { value: code }) },
  );
}

function severalTargets(targets: readonly TargetRow[]): DomainError {
  const codes = targets.map(({ code }) => code).join(', ');
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `Có nhiều chỉ tiêu cho đơn vị và kỳ này; hãy ghi code là một trong: ${codes}.`,
      en: `There are several targets for this unit and period; give in code one of: ${codes}.`,
    },
    { field: 'code' },
  );
}
