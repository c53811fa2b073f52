import type { QueuedWrite } from '@cnscd/sdk/outbox';

const STUCK: readonly string[] = ['SET_ASIDE', 'UNREADABLE', 'LOST'];

/** Whether it needs a person; all else goes by itself, once what it waits for has come about. */
export const isStuck = ({ state }: Pick<QueuedWrite, 'state'>): boolean => STUCK.includes(state);
