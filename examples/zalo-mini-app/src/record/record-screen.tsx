import type { Topic } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { useParams } from 'react-router-dom';
import { useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { TEXTS } from '../texts/vi.ts';
import { ActivityForm } from './activity-form.tsx';
import { type ActivityContent, emptyActivity, type Faults, faultAt, typedFrom } from './typed-activity.ts';

/** An activity that was done, or one that waits and is corrected. */
export function RecordScreen() {
  const { id = null } = useParams();
  const { status } = useWork();
  const waiting = status.items.find((item) => item.id === id) ?? null;
  return (
    <Screen title={id === null ? TEXTS.record.title : TEXTS.record.correct}>
      {id !== null && waiting === null ? (
        <p className="lead">{TEXTS.waiting.gone}</p>
      ) : (
        <RecordForm key={id} waiting={waiting} />
      )}
    </Screen>
  );
}

function RecordForm({ waiting }: { waiting: QueuedWrite | null }) {
  const { user, outbox, team } = useWork();
  const { storage } = useApp().bridge;
  const navigate = useNavigate();
  const lastTopic = `cnscd.${user}.topic`;
  const teamId = team.kept?.value?.team.id;
  if (teamId === undefined) return <p className="lead">{TEXTS.kpi.loading}</p>;

  const start = () =>
    waiting?.input == null
      ? // The cast: a topic that this app kept; of one that is none any more the server will say so.
        emptyActivity((storage.getItem(lastTopic) || 'E_ID') as Topic, new Date())
      : typedFrom(waiting.input);
  const save = async (content: ActivityContent): Promise<Faults | null> => {
    try {
      if (waiting === null) await outbox.enqueue('recordActivity', { teamId, ...content });
      else await outbox.edit(waiting.id, { ...waiting.input, ...content });
    } catch (error) {
      if (error instanceof CnscdError) return { form: error.messages.vi };
      throw error;
    }
    try {
      storage.setItem(lastTopic, content.outcomes[0]?.topic ?? 'E_ID');
    } catch {
      // It only saves a tap the next time.
    }
    navigate('/', { replace: true });
    return null;
  };
  return (
    <ActivityForm
      draftName={`${user}.draft.${waiting?.id ?? 'new'}`}
      start={start}
      refusal={refusalOf(waiting)}
      isDetailed={waiting !== null}
      saveText={TEXTS.record.save}
      save={save}
    />
  );
}

/** Why the server did not take what waits, at its field. */
function refusalOf(waiting: QueuedWrite | null): Faults {
  const problem = waiting?.problem ?? null;
  return problem === null ? {} : faultAt(problem.field, problem.messages.vi);
}
