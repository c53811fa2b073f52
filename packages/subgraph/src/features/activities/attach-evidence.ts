import { DomainError, optionalText, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../../context.ts';
import { activityNotFound, activitySeen } from '../../entities/activity.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { personOf, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { ActivityResult } from './activity.ts';
import { requireActivityAs } from './activity-for-write.ts';
import { type DrawnImage, drawAnew, imageInvalid } from './draw-image.ts';
import { MOST_EVIDENCE } from './evidence.ts';
import { requireOpen, writeEvidenceChange } from './evidence-for-write.ts';
import { AttachEvidenceInput } from './evidence-inputs.ts';

type Input = typeof AttachEvidenceInput.$inferInput;

writeField({
  field: 'attachEvidence',
  description: `Adds a photograph to an activity that is planned, done or returned; the version of the activity rises. For the
members of the team and officers. Errors: \`IMAGE_INVALID\`, \`ACTIVITY_NOT_FOUND\`, \`ACTIVITY_STATE\`, \`INPUT_INVALID\` beyond ${MOST_EVIDENCE}.`,
  input: AttachEvidenceInput,
  result: ActivityResult,
  prepare: drawEvidence,
  operation: attachEvidence,
});

/** Drawing takes a tenth of a second: nobody waits for it in a transaction, and only who sees the activity may ask for it. */
async function drawEvidence(ctx: Context, input: Input): Promise<DrawnImage> {
  if (!input.confirmsNoIdentityDocument) throw notConfirmed();
  optionalText(input.caption, 'caption');
  newId(input.id);
  const activityId = requireUuid(input.activityId, 'activityId');
  const activity = await activitySeen(ctx).load(activityId);
  if (activity === null) throw activityNotFound(activityId, 'activityId');
  return drawAnew(input.contentBase64, 'contentBase64');
}

async function attachEvidence(write: Write, input: Input, image: DrawnImage) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const caption = optionalText(input.caption, 'caption');
  const activity = await requireActivityAs(write, { id: input.activityId, field: 'activityId' }, 'MEMBER');
  requireOpen(activity);
  // The activity is locked: nobody adds to it meanwhile.
  const [row] = await tx.rows<{ count: number }>(sql`
    /* countEvidence */
    select count(*) as count from activity_evidence where activity_id = ${activity.id}::uuid`);
  if ((row?.count ?? 0) >= MOST_EVIDENCE) throw tooMuchEvidence();
  const inserted = await tx.rows(sql`
    /* insertEvidence */
    insert into activity_evidence (id, activity_id, caption, width, height, sha256, image, thumbnail, recorded_by, recorded_at)
    values (${id}::uuid, ${activity.id}::uuid, ${caption}, ${image.width}, ${image.height}, ${image.sha256}, ${image.image},
      ${image.thumbnail}, ${personOf(who)}, ${now.toISOString()}::timestamptz)
    on conflict (id) do nothing returning id`);
  if (inserted.length === 0) throw idTaken(id);
  const after = { evidence: { id, sha256: image.sha256, width: image.width, height: image.height } };
  return writeEvidenceChange(write, activity, { before: {}, after });
}

const notConfirmed = (): DomainError =>
  imageInvalid('confirmsNoIdentityDocument', {
    vi: 'hãy xem lại ảnh và xác nhận ảnh không chụp căn cước, hộ chiếu hay giấy tờ tùy thân nào; ảnh như vậy không được lưu',
    en: 'look at the photograph and confirm that it shows no identity card, passport or other personal document; such a one is never stored',
  });

function tooMuchEvidence(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `Hoạt động đã có ${MOST_EVIDENCE} ảnh, là tối đa; hãy bỏ bớt một ảnh rồi gửi lại bằng khóa mới.`,
      en: `The activity has ${MOST_EVIDENCE} photographs, the most there can be; remove one and send this again under a new key.`,
    },
    { field: 'activityId' },
  );
}
