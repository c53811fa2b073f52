import { DomainError, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import { ActivityResult } from './activity.ts';
import { type ActivityForWrite, requireActivityAs } from './activity-for-write.ts';
import { requireOpen, writeEvidenceChange } from './evidence-for-write.ts';
import { RemoveEvidenceInput } from './evidence-inputs.ts';

type Input = typeof RemoveEvidenceInput.$inferInput;

writeField({
  field: 'removeEvidence',
  description: `Removes a photograph for ever; the version of the activity rises. For who attached it, the leader of the team and
officers, while the activity is planned, done or returned. Errors: \`EVIDENCE_NOT_FOUND\`, \`ACTIVITY_NOT_FOUND\`, \`ACTIVITY_STATE\`.`,
  input: RemoveEvidenceInput,
  result: ActivityResult,
  operation: removeEvidence,
});

async function removeEvidence(write: Write, { expectedVersion, ...input }: Input) {
  const id = requireUuid(input.id, 'id');
  const activityId = requireUuid(input.activityId, 'activityId');
  const activity = await requireActivityAs(
    write,
    { id: activityId, expectedVersion, field: 'activityId' },
    'MEMBER',
  );
  const { recordedBy, ...evidence } = await requireEvidence(write, activity, id);
  if (recordedBy !== personOf(write.who) && !isAtLeast(activity.role, 'LEADER'))
    throw notPermitted('LEADER', 'id');
  requireOpen(activity);
  await write.tx.rows(sql`
    /* deleteEvidence */
    delete from activity_evidence where id = ${evidence.id}::uuid`);
  return writeEvidenceChange(write, activity, { before: { evidence }, after: {} });
}

interface KnownEvidence {
  id: string;
  sha256: string;
  width: number;
  height: number;
  recordedBy: string;
}

async function requireEvidence(
  { tx }: Write,
  activity: ActivityForWrite,
  id: string,
): Promise<KnownEvidence> {
  const [row] = await tx.rows<KnownEvidence>(sql`
    /* evidenceForWrite */
    select id, sha256, width, height, recorded_by as "recordedBy" from activity_evidence
    where id = ${id}::uuid and activity_id = ${activity.id}::uuid`);
  if (row !== undefined) return row;
  throw new DomainError(
    'EVIDENCE_NOT_FOUND',
    {
      vi: `Hoạt động không có ảnh nào với id ${id}.`,
      en: `The activity has no photograph with the id ${id}.`,
    },
    { field: 'id', value: id },
  );
}
