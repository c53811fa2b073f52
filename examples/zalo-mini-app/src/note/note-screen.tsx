import { useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { ActivityForm } from '../record/activity-form.tsx';
import { type ActivityContent, emptyActivity, FIRST_TOPIC } from '../record/typed-activity.ts';
import { NOTE, useDraft } from '../record/use-draft.ts';
import { ShareBox } from '../share/share-box.tsx';
import { useStore } from '../store.ts';
import { TEXTS } from '../texts/vi.ts';
import { noteText } from './note-text.ts';

/** For who cannot or will not sign in: the same form, and a message that somebody of the team can record. */
export function NoteScreen() {
  const { session } = useApp();
  const [wasSignedIn] = useState(() => session.read().user !== null);
  const draft = useDraft(NOTE, () => emptyActivity(FIRST_TOPIC, new Date()));
  const [content, setContent] = useState<ActivityContent | null>(null);
  if (content !== null) {
    const another = () => {
      draft.restart();
      setContent(null);
    };
    return (
      <Screen title={TEXTS.note.title}>
        {/* Until it has gone out it is kept: whoever is called away finds it again. */}
        <ShareBox text={noteText(content)} onSent={draft.drop} />
        <Button fullWidth variant="secondary" onClick={() => setContent(null)}>
          {TEXTS.note.edit}
        </Button>
        <Button fullWidth variant="tertiary" onClick={another}>
          {TEXTS.note.another}
        </Button>
        {!wasSignedIn && <SignedInMeanwhile />}
      </Screen>
    );
  }
  return (
    <Screen title={TEXTS.note.title}>
      <p className="lead">{TEXTS.note.lead}</p>
      {!wasSignedIn && <SignedInMeanwhile />}
      <ActivityForm
        draft={draft}
        restartText={TEXTS.record.startAnew}
        saveText={TEXTS.note.make}
        save={async (next) => {
          setContent(next);
          return null;
        }}
      />
    </Screen>
  );
}

/** Zalo may answer while somebody writes: then the same activity can go where it belongs. */
function SignedInMeanwhile() {
  const { user } = useStore(useApp().session);
  const navigate = useNavigate();
  if (user === null) return null;
  return (
    <section className="card">
      <p role="status">{TEXTS.note.signedIn}</p>
      <Button fullWidth onClick={() => navigate('/record')}>
        {TEXTS.note.toRegister}
      </Button>
    </section>
  );
}
