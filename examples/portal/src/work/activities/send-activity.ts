import { type Activity, type ActivitySummary, type Client, CnscdError } from '@cnscd/sdk';
import type { Writing } from '../form/use-write.ts';
import { contentOf } from './activity-draft.ts';
import type { Draft } from './use-draft.ts';

interface ActivityToSend {
  client: Client;
  writing: Writing;
  teamId: string;
  draft: Draft;
  /** What is corrected; null for a new one. */
  activity: ActivitySummary | null;
}

/**
 * Records or corrects an activity.
 *
 * An answer may get lost on the way although the activity was recorded. Sent again unchanged, the write is the same one;
 * changed meanwhile, the id is taken, by the activity that it then corrects. Either way it is there once.
 *
 * @returns null when it was not written: `writing.error` says why
 */
export function sendActivity({
  client,
  writing,
  teamId,
  draft,
  activity,
}: ActivityToSend): Promise<Activity | null> {
  const content = contentOf(draft.typed);
  const { isDone } = draft.typed;
  if (activity !== null) {
    const { id, version: expectedVersion, status } = activity;
    const step = status === 'PLANNED' && isDone ? { status: 'DONE' as const } : {};
    return writing.send({ id, expectedVersion, ...content, ...step }, client.activities.update);
  }
  return writing.send({ id: draft.id, teamId, ...content }, async (input) => {
    try {
      return await client.activities.record(input);
    } catch (error) {
      if (!(error instanceof CnscdError) || error.code !== 'ID_TAKEN') throw error;
      const { version: expectedVersion } = await client.activities.get({ id: draft.id });
      return client.activities.update({ id: draft.id, expectedVersion, ...content });
    }
  });
}
