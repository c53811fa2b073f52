/** Bounds what closing may take, so that no process stays behind. */
const CLOSE_TIMEOUT_MS = 20_000;

type Close = () => unknown;

/** What a command has opened, and the one way in which all of it is closed again. */
export interface Lifetime {
  /** Takes charge of something open. Closed last in, first out; at once when the end has begun. */
  own(close: Close): void;
  /** Closes everything and ends the process. Only the first call counts. */
  end(exitCode: number): Promise<never>;
  readonly isEnding: boolean;
}

/**
 * Ends the process in order on Ctrl-C, SIGTERM, when the terminal is closed, and when the process that started
 * this one is killed.
 */
export function beginLifetime(): Lifetime {
  const open: Close[] = [];
  let ending: Promise<never> | undefined;

  async function closeAll(exitCode: number): Promise<never> {
    setTimeout(() => process.exit(exitCode || 1), CLOSE_TIMEOUT_MS);
    for (let close = open.pop(); close !== undefined; close = open.pop()) await attempt(close);
    process.exit(exitCode);
  }

  const lifetime: Lifetime = {
    own(close) {
      if (ending === undefined) open.push(close);
      else void attempt(close);
    },
    end(exitCode) {
      ending ??= closeAll(exitCode);
      return ending;
    },
    get isEnding() {
      return ending !== undefined;
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void lifetime.end(0));
  process.on('disconnect', () => void lifetime.end(0));
  // A closed terminal makes every line an error: that must not keep the database from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void lifetime.end(0));
  return lifetime;
}

/** One thing that does not close must not keep the others open. */
async function attempt(close: Close): Promise<void> {
  try {
    await close();
  } catch (error) {
    if (process.env['CNSCD_DEBUG']) console.error(error);
  }
}
