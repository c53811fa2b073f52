import type { Database } from '../../src/database/client.ts';
import type { MortalProcess } from './process.ts';

/** Kills processes and connections while a storm goes on. */
export interface Reaper {
  /** Kills what is due when this share of the storm is over; resolves when it does not lag behind. */
  keepPace(share: number): Promise<void>;
  counts(): { kills: number; terminatedBackends: number };
  stop(): Promise<void>;
}

/** Kills that may be waiting for their turn. */
const MOST_BEHIND = 1;
const BETWEEN_TERMINATIONS_MS = 100;

/** SIGKILLs the victims in turn, spread evenly over the storm, and ends a working backend ten times a second. */
export function startReaper(db: Database, victims: readonly MortalProcess[], kills: number): Reaper {
  const state = { kills: 0, terminatedBackends: 0, isOver: false };
  let [restarted, killing] = [0, Promise.resolve()];
  const terminating = terminateBackends(db, state);
  return {
    keepPace(share) {
      const due = Math.min(kills, Math.floor(share * (kills + 1)));
      for (; state.kills < due; state.kills++) {
        const victim = victims[state.kills % victims.length];
        killing = killing.then(async () => {
          await victim?.killAndRestart();
          restarted += 1;
        });
      }
      // The other servers go on answering in the meantime, but not for so long that the storm is over before the kills.
      return state.kills - restarted > MOST_BEHIND ? killing : Promise.resolve();
    },
    counts: () => ({ kills: state.kills, terminatedBackends: state.terminatedBackends }),
    async stop() {
      state.isOver = true;
      await killing;
      await terminating;
    },
  };
}

async function terminateBackends(
  db: Database,
  state: { terminatedBackends: number; isOver: boolean },
): Promise<void> {
  while (!state.isOver) {
    const { rowCount } = await db.pool.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and application_name <> 'storm'
      order by random() limit 1`);
    state.terminatedBackends += rowCount ?? 0;
    await new Promise((done) => setTimeout(done, BETWEEN_TERMINATIONS_MS));
  }
}
