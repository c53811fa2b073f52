const TICK_MS = 2000;

/** Tells how far a step is, in a few words. */
export type Say = (text: string) => void;

/** Seconds since the process began, one decimal. */
export function elapsedSeconds(): string {
  return process.uptime().toFixed(1);
}

/** Runs one step and says what it is, how far it is while it takes long, and how long it took. */
export async function step<Result>(label: string, work: (say: Say) => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  let latest = '';
  let spoken = '';
  const ticker = setInterval(() => {
    spoken = latest;
    console.log(`${clock()} ${label} … ${seconds()} s${latest === '' ? '' : ` · ${latest}`}`);
  }, TICK_MS);
  try {
    const result = await work((text) => {
      latest = text;
    });
    console.log(
      `${clock()} ${label}: ${seconds()} s${latest === '' || latest === spoken ? '' : ` · ${latest}`}`,
    );
    return result;
  } finally {
    clearInterval(ticker);
  }
}

function clock(): string {
  return `[${elapsedSeconds().padStart(5)} s]`;
}
