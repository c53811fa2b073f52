/** Time and chance as a client sees them. Tests give their own: see `@cnscd/sdk/testing`. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
  /** From 0 up to 1, for pauses: clients that failed together do not come back together. */
  random(): number;
}

/** The clock of the machine. Its functions are looked up with each call, as tests put others in their place. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>), // what setTimeout gave above
  random: () => Math.random(),
};
