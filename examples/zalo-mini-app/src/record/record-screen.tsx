import type { Topic } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useNavigate } from 'zmp-ui';
import { namesOf } from '../memory.ts';
import { useApp } from '../page/app-context.tsx';
import { NotLoaded } from '../page/not-loaded.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { failureText } from '../sign-in/failures.ts';
import { TEXTS } from '../texts/vi.ts';
import { ActivityForm } from './activity-form.tsx';
import {
  type ActivityContent,
  emptyActivity,
  type Faults,
  FIRST_TOPIC,
  faultAt,
  typedFrom,
} from './typed-activity.ts';
import { draftOf, takeOverNote, useDraft } from './use-draft.ts';

/** An activity that was done, or one that waits and is corrected. */
export function RecordScreen() {
  const { id = null } = useParams();
  const { user, status, mine, present } = useWork();
  const { memory } = useApp();
  const waiting = status.items.find((item) => item.id === id) ?? null;
  const seenId = useRef<string | null>(null);
  useEffect(() => {
    if (waiting !== null) seenId.current = waiting.id;
    // It went while it was being corrected. Of what was not seen to go nobody knows whether it will be found again.
    else if (id !== null && id === seenId.current) memory.forget(draftOf(user, id));
  }, [memory, user, id, waiting]);
  const title = id === null ? TEXTS.record.title : TEXTS.record.correct;
  if (id !== null && waiting === null) {
    return (
      <Screen title={title}>
        <p className="lead" role="alert">
          {TEXTS.waiting.gone}
        </p>
      </Screen>
    );
  }
  return (
    <Screen title={title}>
      {present === null ? <NotLoaded of={mine} /> : <RecordForm key={id} waiting={waiting} />}
    </Screen>
  );
}

function RecordForm({ waiting }: { waiting: QueuedWrite | null }) {
  const { user, outbox, mine, present } = useWork();
  const { memory } = useApp();
  const navigate = useNavigate();
  const lastTopic = `${namesOf(user)}topic`;
  const topic = memory.read<Topic>(lastTopic) ?? FIRST_TOPIC;
  // Before the draft is looked for, and only here: there is a team now that it can be recorded for.
  useState(() => waiting === null && takeOverNote(memory, user));
  const draft = useDraft(draftOf(user, waiting?.id ?? null), () =>
    waiting?.input == null ? emptyActivity(topic, new Date()) : typedFrom(waiting.input, topic),
  );
  const teams = mine.kept?.value?.teams ?? [];
  // What waits is its team's, unless one is of that team no more: that may be why it was refused.
  const team = teams.find((each) => each.team.id === waiting?.input?.['teamId'])?.team ?? present?.team;

  const save = async (content: ActivityContent): Promise<Faults | null> => {
    if (team === undefined) return { form: TEXTS.kpi.nothing };
    const input = { teamId: team.id, ...content };
    try {
      if (waiting === null) await outbox.enqueue('recordActivity', input);
      else await outbox.edit(waiting.id, { ...waiting.input, ...input });
    } catch (error) {
      if (!(error instanceof CnscdError)) throw error;
      // It may have gone out meanwhile, by another tab: then there is nothing left to correct.
      await outbox.refresh().catch(() => {});
      return { form: failureText(error) };
    }
    draft.drop();
    if (waiting === null) memory.keep(lastTopic, draft.typed.topic);
    navigate('/', { replace: true });
    return null;
  };
  return (
    <>
      {teams.length > 1 && team !== undefined && <p className="quiet">{TEXTS.record.forTeam(team.name)}</p>}
      <ActivityForm
        draft={draft}
        restartText={waiting === null ? TEXTS.record.startAnew : TEXTS.record.asSaved}
        refusal={refusalOf(waiting)}
        isDetailed={waiting !== null}
        saveText={TEXTS.record.save}
        save={save}
      />
    </>
  );
}

/** Why the server did not take what waits, at its field. */
function refusalOf(waiting: QueuedWrite | null): Faults {
  const problem = waiting?.problem ?? null;
  return problem === null ? {} : faultAt(problem.field, problem.messages.vi);
}
