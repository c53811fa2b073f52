import { label } from '@cnscd/domain';
import { useState } from 'react';
import { Button } from 'zmp-ui';
import { Screen } from '../page/screen.tsx';
import { ActivityForm } from '../record/activity-form.tsx';
import { type ActivityContent, emptyActivity } from '../record/typed-activity.ts';
import { ShareBox } from '../share/share-box.tsx';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';

/** For who cannot or will not sign in: the same form, and a message that somebody of the team can record. */
export function NoteScreen() {
  const [content, setContent] = useState<ActivityContent | null>(null);
  if (content !== null) {
    return (
      <Screen title={TEXTS.note.title}>
        <ShareBox text={noteText(content)} />
        <Button fullWidth variant="tertiary" onClick={() => setContent(null)}>
          {TEXTS.note.edit}
        </Button>
      </Screen>
    );
  }
  return (
    <Screen title={TEXTS.note.title}>
      <p className="lead">{TEXTS.note.lead}</p>
      <ActivityForm
        draftName="note"
        start={() => emptyActivity('E_ID', new Date())}
        saveText={TEXTS.note.make}
        save={async (next) => {
          setContent(next);
          return null;
        }}
      />
    </Screen>
  );
}

function noteText({ title, startsAt, place, note, outcomes }: ActivityContent): string {
  const counts = outcomes.flatMap(({ topic, reached, assisted, succeeded }) => [
    `Nội dung: ${label('topic', topic, 'vi')}`,
    ...(reached === null ? [] : [`${TEXTS.record.reached}: ${reached}`]),
    ...(assisted === null ? [] : [`${TEXTS.record.assisted}: ${assisted}`]),
    ...(succeeded === null ? [] : [`${TEXTS.record.succeeded}: ${succeeded}`]),
  ]);
  return [
    TEXTS.note.heading,
    title,
    `Lúc: ${momentText(new Date(startsAt))}`,
    ...(place === null ? [] : [`Nơi: ${place}`]),
    ...counts,
    ...(note === null ? [] : [`Ghi chú: ${note}`]),
  ].join('\n');
}
