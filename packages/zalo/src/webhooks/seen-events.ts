/** Remembers events, so that one that comes again has no effect. */
export interface SeenEvents {
  /** Takes the event for this server. False when it was taken before. Of two that ask at once only one is told true. */
  claim(id: string, forgetAfter: Date): Promise<boolean>;
  /** Gives an event back whose handling failed: Zalo sends it again. */
  release(id: string): Promise<void>;
}

const MOST_EVENTS = 10_000;

/** Remembers in this process, the newest 10,000: for one server, until it is started anew. */
export function memoryOfEvents(clock: () => Date = () => new Date()): SeenEvents {
  const kept = new Map<string, number>();
  return {
    async claim(id, forgetAfter) {
      if ((kept.get(id) ?? 0) > clock().getTime()) return false;
      const oldest = kept.size < MOST_EVENTS ? undefined : kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(id, forgetAfter.getTime());
      return true;
    },
    async release(id) {
      kept.delete(id);
    },
  };
}
