import { builder } from '../../builder.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { handOutEvidence } from '../../rights/record/hand-out-evidence.ts';
import type { EvidenceSection, PersonalEvidence } from '../../rights/record/personal-evidence.ts';

const Section = builder.objectRef<EvidenceSection>('EvidenceSection').implement({
  extensions: HELD,
  description: 'What one part of the register holds about a person.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Stable name: `MEMBERSHIPS`. More may come.' }),
    title: t.exposeString('title', { description: 'The same for people, in Vietnamese.' }),
    columns: t.exposeStringList('columns', {
      description: 'Headings, in Vietnamese.',
      listSize: { assumedSize: 8 },
    }),
    rows: t.field({
      type: t.listRef(t.listRef('String', { nullable: true })),
      tag: ['pii'],
      description: 'Rows, a text for each column; null is nothing.',
      listSize: { assumedSize: 50 },
      resolve: ({ rows }) => rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
    }),
  }),
});

const Evidence = builder.objectRef<PersonalEvidence>('PersonalEvidence').implement({
  extensions: HELD,
  description: 'All that is held about a person [dữ liệu đang lưu về một người], to be handed to him or her.',
  fields: (t) => ({
    memberId: t.exposeID('memberId', { description: 'The record.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When it was put together.' }),
    sections: t.expose('sections', {
      type: [Section],
      description: 'Part by part; a part without rows holds nothing.',
      listSize: { assumedSize: 8 },
    }),
  }),
});

builder.queryField('personalEvidence', (t) =>
  t.field({
    type: Evidence,
    extensions: SCOPED,
    description:
      'All that is held about a person, for the person and for officers who handle him or her; that it was handed out is recorded in the audit. Errors: `SIGN_IN_REQUIRED`, `MEMBER_NOT_FOUND`, `NOT_PERMITTED`.',
    args: { memberId: t.arg.id({ required: true, description: 'UUID of the person.' }) },
    resolve: (_, { memberId }, ctx) => handOutEvidence(ctx, memberId),
  }),
);
