import { DomainError } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { groupedBy, inOrder, perRequest } from '../../context.ts';
import { required } from '../../entities/required.ts';
import { HELD } from '../../permissions/access.ts';

/** Photographs of one activity, at most. */
export const MOST_EVIDENCE = 10;

/** A photograph without its pictures, which are read only where they are asked for. */
interface EvidenceRow {
  id: string;
  activityId: string;
  caption: string | null;
  width: number;
  height: number;
  sizeBytes: number;
  sha256: string;
  recordedAt: Date;
}

// Pictures go through memory and into one answer.
const MOST_THUMBNAILS = 400;
const MOST_IMAGES = 20;

const ActivityEvidence = builder.objectRef<EvidenceRow>('ActivityEvidence').implement({
  description:
    'A photograph of an activity [ảnh minh chứng], drawn anew: it holds no location, camera or other metadata.',
  extensions: HELD,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'What it shows, in words.' }),
    width: t.exposeInt('width', { description: 'Pixels of the image, at most 1600.' }),
    height: t.exposeInt('height', { description: 'Pixels of the image, at most 1600.' }),
    sizeBytes: t.exposeInt('sizeBytes', { description: 'Bytes of the image.' }),
    sha256: t.exposeString('sha256', {
      description: 'SHA-256 of the image: the same photograph sent twice has the same one.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When the server took it in.' }),
    thumbnailUrl: t.string({
      description: `A small JPEG as a \`data:\` URL, at most 320 pixels long. At most ${MOST_THUMBNAILS} in one request: \`QUERY_TOO_COMPLEX\`.`,
      resolve: ({ id }, _, ctx) => thumbnailOf(ctx).load(id),
    }),
    imageUrl: t.string({
      description: `The JPEG as a \`data:\` URL. At most ${MOST_IMAGES} in one request: \`QUERY_TOO_COMPLEX\`.`,
      resolve: ({ id }, _, ctx) => imageOf(ctx).load(id),
    }),
  }),
});

builder.objectField('Activity', 'evidence', (t) =>
  t.field({
    type: [ActivityEvidence],
    description: `Photographs, earliest first, at most ${MOST_EVIDENCE}.`,
    listSize: { assumedSize: MOST_EVIDENCE },
    resolve: (activity, _, ctx) => evidenceOf(ctx).load(activity.id),
  }),
);

builder.objectField('Activity', 'evidenceCount', (t) =>
  t.int({
    description: 'How many photographs it has.',
    resolve: async (activity, _, ctx) => (await evidenceOf(ctx).load(activity.id)).length,
  }),
);

const evidenceOf = perRequest<string, EvidenceRow[]>(async (ctx, activityIds) => {
  const rows = await ctx.db.rows<EvidenceRow>(sql`
    /* evidenceOf */
    select id, activity_id as "activityId", caption, width, height, octet_length(image) as "sizeBytes", sha256,
      recorded_at as "recordedAt"
    from activity_evidence where activity_id = any(${activityIds}::uuid[]) order by recorded_at, id`);
  return groupedBy(activityIds, rows, (row) => row.activityId);
});

const thumbnailOf = pictures(
  MOST_THUMBNAILS,
  'thumbnailUrl',
  (ids) => sql`
  /* thumbnailOf */ select id, thumbnail as jpeg from activity_evidence where id = any(${ids}::uuid[])`,
);

const imageOf = pictures(
  MOST_IMAGES,
  'imageUrl',
  (ids) => sql`
  /* imageOf */ select id, image as jpeg from activity_evidence where id = any(${ids}::uuid[])`,
);

function pictures(most: number, field: string, statement: (ids: readonly string[]) => Sql) {
  return perRequest<string, string>(async (ctx, ids) => {
    if (ids.length > most) throw tooManyPictures(field, ids.length, most);
    const rows = await ctx.db.rows<{ id: string; jpeg: Buffer }>(statement(ids));
    return inOrder(ids, rows, (row) => row.id).map(
      (row, index) =>
        `data:image/jpeg;base64,${required(row, `evidence ${ids[index]}`).jpeg.toString('base64')}`,
    );
  });
}

function tooManyPictures(field: string, count: number, most: number): DomainError {
  return new DomainError(
    'QUERY_TOO_COMPLEX',
    {
      vi: `Truy vấn hỏi ${field} của ${count} ảnh; tối đa ${most}. Hãy hỏi từng hoạt động.`,
      en: `The query asks for ${field} of ${count} photographs; at most ${most}. Ask activity by activity.`,
    },
    { field, value: String(count) },
  );
}
