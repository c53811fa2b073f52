import { builder } from '../../builder.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { MOST_EVIDENCE } from './evidence.ts';

export const AttachEvidenceInput = builder.inputType('AttachEvidenceInput', {
  description: `A photograph of an activity [ảnh minh chứng], at most ${MOST_EVIDENCE} each.`,
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID, best a UUIDv7. Left out: the server makes one." }),
    activityId: t.id({ required: true, description: 'The activity. Error: `ACTIVITY_NOT_FOUND`.' }),
    contentBase64: t.string({
      required: true,
      description:
        'A JPEG, PNG or WebP as base64, at most 1.4 MB and 25 megapixels. It is drawn anew, so that location and camera are not kept. Error: `IMAGE_INVALID`.',
    }),
    caption: t.string({ description: 'What it shows, at most 300 characters, nothing sensitive.' }),
    confirmsNoIdentityDocument: t.boolean({
      required: true,
      description:
        'True: who sends it has looked and says that it shows no identity card, passport or other document of a person [không chụp giấy tờ tùy thân]. Otherwise `IMAGE_INVALID`.',
    }),
  }),
});

export const RemoveEvidenceInput = builder.inputType('RemoveEvidenceInput', {
  description: 'A photograph that goes, for ever.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the photograph. Error: `EVIDENCE_NOT_FOUND`.' }),
    activityId: t.id({ required: true, description: 'Its activity. Error: `ACTIVITY_NOT_FOUND`.' }),
    expectedVersion: t.int({ required: true, description: 'The version of the activity that you saw.' }),
  }),
});
