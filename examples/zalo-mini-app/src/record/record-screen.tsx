import { useParams } from 'react-router-dom';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { TEXTS } from '../texts/vi.ts';
import { RecordForm } from './record-form.tsx';

/** An activity that was done, or one that waits and is corrected. */
export function RecordScreen() {
  const { id = null } = useParams();
  const { team, status } = useWork();
  const waiting = status.items.find((item) => item.id === id) ?? null;
  const teamId = team.kept?.value?.team.id ?? null;
  if (teamId === null) return null;
  return (
    <Screen title={id === null ? TEXTS.record.title : TEXTS.record.correct}>
      {id !== null && waiting === null ? (
        <p className="lead">{TEXTS.waiting.nothing}</p>
      ) : (
        <RecordForm key={id} teamId={teamId} waiting={waiting} />
      )}
    </Screen>
  );
}
