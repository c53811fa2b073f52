import { setInterval } from 'node:timers';
import type pg from 'pg';
import type { Database } from '../../src/database/client.ts';

const SAMPLE_MS = 20;

/** What a part of the work took. */
export interface Measured {
  name: string;
  seconds: number;
  /** CPU seconds of this process, all threads together; the database's own are not in it. */
  cpuSeconds: number;
  /** Largest resident memory of this process meanwhile. */
  peakRssMb: number;
}

/** Runs a part of the work, and says what it took. */
export async function measured<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; measure: Measured }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  try {
    const result = await work();
    const { user, system } = process.cpuUsage(cpu);
    const measure = {
      ...{ name, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 },
      peakRssMb: Math.max(peak, process.memoryUsage.rss()) / 2 ** 20,
    };
    return { result, measure };
  } finally {
    clearInterval(timer);
  }
}

/** Seconds that each statement of a database took, by its name, since this was asked for. */
export function statementSeconds(db: Database): Map<string, number> {
  const seconds = new Map<string, number>();
  db.pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const timed = async (...args: unknown[]) => {
      const started = performance.now();
      try {
        return await query(...args);
      } finally {
        const name = nameOf(args[0]);
        seconds.set(name, (seconds.get(name) ?? 0) + (performance.now() - started) / 1000);
      }
    };
    // The pool and our own code use the form that answers a promise; any other goes through as it is.
    client.query = ((...args: unknown[]) =>
      typeof args.at(-1) === 'function' ? query(...args) : timed(...args)) as typeof client.query;
  });
  return seconds;
}

/** Statements begin with their names; what has none is known by its first words. */
function nameOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : String((statement as { text?: unknown }).text);
  return /\/\*\s*(\w+)\s*\*\//.exec(text)?.[1] ?? text.trim().slice(0, 30);
}
