/** Remembers events, so that one that comes again has no effect. */
export interface SeenEvents<Event = unknown> {
  /**
   * Takes the event in hand until then. False when it is in hand or was handled. Of two that ask at once only one is told
   * true; what was never settled, because its server died, can be taken again afterwards.
   *
   * @param event - Once this returns, Zalo may be told that it was taken, and does not send it again: who must not lose
   * it keeps with the claim what is needed to do it later, and does what nobody settled
   */
  claim(id: string, until: Date, event: Event): Promise<boolean>;
  /** It was handled: nobody is to take it before it is forgotten. */
  settle(id: string, forgetAfter: Date): Promise<void>;
  /** Gives an event back whose handling failed: it can be taken again at once. */
  release(id: string): Promise<void>;
}

const MOST_EVENTS = 10_000;

/** Remembers in this process, the newest 10,000: for one server, until it is started anew. */
export function memoryOfEvents(clock: () => Date = () => new Date()): SeenEvents {
  const kept = new Map<string, number>();
  return {
    async claim(id, until) {
      if ((kept.get(id) ?? 0) > clock().getTime()) return false;
      const oldest = kept.size < MOST_EVENTS ? undefined : kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(id, until.getTime());
      return true;
    },
    async settle(id, forgetAfter) {
      kept.set(id, forgetAfter.getTime());
    },
    async release(id) {
      kept.delete(id);
    },
  };
}
