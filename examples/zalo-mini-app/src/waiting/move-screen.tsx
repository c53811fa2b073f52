import { exportOutbox, importOutbox } from '@cnscd/sdk/outbox';
import { useEffect, useState } from 'react';
import { Button } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { Field } from '../record/field.tsx';
import { ShareBox } from '../share/share-box.tsx';
import { failureText } from '../sign-in/failures.ts';
import { TEXTS } from '../texts/vi.ts';

/** What waits on a phone that breaks or is given away goes on by another one, as a text. */
export function MoveScreen() {
  const { bridge } = useApp();
  const { user, status } = useWork();
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever waits is in the text
  useEffect(() => {
    exportOutbox({ user, storage: bridge.outboxStorage }).then(setText, (error) =>
      setFailure(failureText(error)),
    );
  }, [bridge, user, status.items]);
  return (
    <Screen title={TEXTS.move.title}>
      <section className="card">
        <h2>{TEXTS.move.out}</h2>
        {status.items.length === 0 ? (
          <p className="quiet">{TEXTS.move.nothing}</p>
        ) : (
          <>
            <p>{TEXTS.move.outLead}</p>
            {text !== null && <ShareBox text={text} />}
          </>
        )}
        <Alert text={failure} />
      </section>
      <TakeIn />
    </Screen>
  );
}

function TakeIn() {
  const { bridge } = useApp();
  const { user, outbox } = useWork();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | undefined>();
  const take = async () => {
    setTaken(null);
    setFailure(undefined);
    try {
      const place = { user, storage: bridge.outboxStorage };
      setTaken(TEXTS.move.taken(await importOutbox(place, text.trim())));
      void outbox.flush();
      setText('');
    } catch (error) {
      setFailure(failureText(error));
    }
  };
  return (
    <section className="card">
      <h2>{TEXTS.move.into}</h2>
      <Field
        label={TEXTS.move.intoLead}
        fault={failure}
        control={(ties) => (
          <textarea {...ties} rows={4} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      />
      <p role="status" className="said">
        {taken}
      </p>
      <Button fullWidth variant="secondary" disabled={text.trim() === ''} onClick={() => void take()}>
        {TEXTS.move.take}
      </Button>
    </section>
  );
}
