import type { LogEntry } from '../errors.ts';

/**
 * Passes on the first entry of each key in a minute: who can cause an entry must not be able to fill the log with it.
 *
 * @returns takes keys of which there are few
 */
export function sparingly(
  log: (entry: LogEntry) => void,
  clock: () => Date,
): (key: string, entry: LogEntry) => void {
  const minutes = new Map<string, number>();
  return (key, entry) => {
    const minute = Math.floor(clock().getTime() / 60_000);
    if (minutes.get(key) === minute) return;
    minutes.set(key, minute);
    log(entry);
  };
}
