import type { Outbox, OutboxStatus } from '@cnscd/sdk/outbox';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { loadTeam, type MyTeam } from '../team/load-team.ts';
import { useApp } from './app-context.tsx';
import { type Loaded, useKept } from './use-kept.ts';

/** What the screens of somebody who has signed in share. */
export interface Work {
  user: string;
  outbox: Outbox;
  status: OutboxStatus;
  /** Null: of no team. */
  team: Loaded<MyTeam | null>;
}

const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('Nobody has signed in around this.');
  return work;
}

export function SignedIn({ user, children }: { user: string; children: ReactNode }) {
  const app = useApp();
  const opened = useOutbox(user);
  const sentAt = opened?.status.lastSyncAt?.getTime() ?? 0;
  const team = useKept(`${user}.team`, () => loadTeam(app.client), sentAt);
  if (opened === null) return null;
  return <WorkContext.Provider value={{ user, team, ...opened }}>{children}</WorkContext.Provider>;
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
