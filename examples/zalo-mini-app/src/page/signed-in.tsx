import type { Outbox, OutboxStatus } from '@cnscd/sdk/outbox';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { namesOf } from '../memory.ts';
import { loadTeams, type MyTeams, type OwnTeam, presentOf, withoutPhones } from '../team/load-team.ts';
import { NotRead } from '../waiting/not-read.tsx';
import { useApp } from './app-context.tsx';
import { type Loaded, useKept } from './use-kept.ts';

/** What the screens of somebody who has signed in share. */
export interface Work {
  user: string;
  outbox: Outbox;
  status: OutboxStatus;
  /** Null: of no team. */
  mine: Loaded<MyTeams | null>;
  /** The team that is worked for. Null: none, or not known yet. */
  present: OwnTeam | null;
  choose(teamId: string): void;
}

const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('Nobody has signed in around this.');
  return work;
}

export function SignedIn({ user, children }: { user: string; children: ReactNode }) {
  const { client, memory } = useApp();
  const opened = useOutbox(user);
  const choice = `${namesOf(user)}team`;
  const [chosenId, setChosenId] = useState(() => memory.read<string>(choice));
  const sentAt = (opened === 'NOT_READ' ? null : opened?.status.lastSyncAt)?.getTime() ?? 0;
  const mine = useKept({
    ...{ user, name: 'teams', occasion: `${sentAt} ${chosenId}`, toKeep: withoutPhones },
    load: (options) => loadTeams(client, chosenId, options),
  });
  if (opened === null) return null;
  if (opened === 'NOT_READ') return <NotRead />;
  const choose = (teamId: string) => {
    memory.keep(choice, teamId);
    setChosenId(teamId);
  };
  const present = presentOf(mine.kept?.value?.teams ?? [], chosenId);
  return (
    <WorkContext.Provider value={{ user, mine, present, choose, ...opened }}>{children}</WorkContext.Provider>
  );
}

type OpenedOutbox = Pick<Work, 'outbox' | 'status'>;

/**
 * The person's outbox while the screens are there; it goes at whatever promises a connection. Until its storage was read
 * nobody knows what waits, and no screen may take that for nothing.
 */
function useOutbox(user: string): OpenedOutbox | 'NOT_READ' | null {
  const app = useApp();
  const [opened, setOpened] = useState<OpenedOutbox | 'NOT_READ' | null>(null);
  useEffect(() => {
    const outbox = app.openOutbox(user);
    let isRead = false;
    let hasLeft = false;
    const show = () => {
      if (!hasLeft) setOpened(isRead ? { outbox, status: outbox.status } : 'NOT_READ');
    };
    const read = async () => {
      try {
        await outbox.refresh();
        isRead = true;
      } catch {
        // The screen says so.
      }
      show();
    };
    const stopTelling = outbox.subscribe(() => {
      if (isRead) show();
    });
    void read();
    const stopHoping = app.connection.onHope(() => {
      if (!isRead) void read();
      void outbox.flush();
    });
    return () => {
      hasLeft = true;
      stopHoping();
      stopTelling();
      outbox.close();
    };
  }, [app, user]);
  return opened;
}
