import { type ActivityStatus, DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type AuditState, appendAudit } from '../../operations/audit.ts';
import type { Outcome } from '../../operations/gate.ts';
import { done, personOf, type Write } from '../../operations/write.ts';
import { type ActivityForWrite, activityChange } from './activity-for-write.ts';

/**
 * What was verified was verified with these photographs, and what was cancelled needs none.
 *
 * @throws {DomainError} `ACTIVITY_STATE`
 */
export function requireOpen({ status }: { status: ActivityStatus }): void {
  if (status !== 'VERIFIED' && status !== 'CANCELLED') return;
  throw new DomainError(
    'ACTIVITY_STATE',
    {
      vi: `Hoạt động đang ở trạng thái ${status}; chỉ thêm hoặc bỏ ảnh khi là PLANNED, DONE hoặc RETURNED.`,
      en: `The activity is ${status}; photographs are added and removed while it is PLANNED, DONE or RETURNED.`,
    },
    { field: 'status', value: status },
  );
}

/**
 * Tells that the photographs of an activity have changed: whoever was about to verify it looks again, and whoever
 * changed them does not verify it.
 */
export async function writeEvidenceChange(
  { tx, who }: Pick<Write, 'tx' | 'who'>,
  activity: ActivityForWrite,
  { before, after }: { before: AuditState; after: AuditState },
): Promise<Outcome> {
  const version = activity.version + 1;
  await tx.rows(sql`
    /* writeEvidenceChange */
    update activity set version = ${version},
      contributors = array(select distinct unnest(contributors || ${personOf(who)}::text) order by 1)
    where id = ${activity.id}::uuid`);
  await appendAudit(tx, who, activityChange(activity, { before, after, reason: null }));
  return done('Activity', activity.id, version);
}
