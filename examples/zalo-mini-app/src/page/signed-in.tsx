import type { Outbox, OutboxStatus } from '@cnscd/sdk/outbox';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { namesOf } from '../memory.ts';
import { takeOverNote } from '../record/use-draft.ts';
import { loadTeams, type MyTeams, type OwnTeam, presentOf, withoutPhones } from '../team/load-team.ts';
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
  const sentAt = opened?.status.lastSyncAt?.getTime() ?? 0;
  const mine = useKept({
    ...{ user, name: 'teams', occasion: `${sentAt} ${chosenId}`, toKeep: withoutPhones },
    load: (options) => loadTeams(client, chosenId, options),
  });
  useEffect(() => takeOverNote(memory, user), [memory, user]);
  if (opened === null) return null;
  const choose = (teamId: string) => {
    memory.keep(choice, teamId);
    setChosenId(teamId);
  };
  const present = presentOf(mine.kept?.value?.teams ?? [], chosenId);
  return (
    <WorkContext.Provider value={{ user, mine, present, choose, ...opened }}>{children}</WorkContext.Provider>
  );
}

/** The person's outbox while the screens are there; it goes at whatever promises a connection. */
function useOutbox(user: string): { outbox: Outbox; status: OutboxStatus } | null {
  const app = useApp();
  const [opened, setOpened] = useState<{ outbox: Outbox; status: OutboxStatus } | null>(null);
  useEffect(() => {
    const outbox = app.openOutbox(user);
    const show = () => setOpened({ outbox, status: outbox.status });
    const leave = outbox.subscribe(show);
    outbox.refresh().then(show, show);
    const stop = app.connection.onHope(() => void outbox.flush());
    return () => {
      stop();
      leave();
      outbox.close();
    };
  }, [app, user]);
  return opened;
}
