import { BridgeError, bridgeError } from './zalo-bridge.ts';

/** How long somebody may be kept waiting. Zalo's SDK has calls that never settle. */
export const PATIENCE_MS = 3_000;

/**
 * The answer of a call to Zalo, or a {@link BridgeError} after three seconds at the latest.
 *
 * Somebody may still be reading Zalo's question then: `onLate` gets an answer that comes after the time.
 *
 * @throws {BridgeError} `NO_ANSWER`, and whatever else kept Zalo from answering
 */
export function answerOf<Answer>(
  ask: () => Promise<Answer>,
  { patienceMs = PATIENCE_MS, onLate }: { patienceMs?: number; onLate?: (answer: Answer) => void } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new BridgeError('NO_ANSWER'));
    }, patienceMs);
    const settle = (tell: () => void) => {
      clearTimeout(timer);
      tell();
    };
    // Within a promise: some calls of the SDK throw instead of rejecting.
    Promise.resolve()
      .then(ask)
      .then(
        (answer) => settle(() => (isLate ? onLate?.(answer) : resolve(answer))),
        (error) => settle(() => reject(bridgeError(error))),
      );
  });
}
