/** The other tabs of the same user. */
export interface Neighbours {
  tell(): void;
  close(): void;
}

/** Tells the other tabs that the queue has changed, where the platform lets tabs talk to one another. */
export function neighboursOf(name: string, onNews: () => void): Neighbours {
  let channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  if (channel !== null) {
    channel.onmessage = onNews;
    // In Node it would keep the process alive.
    (channel as { unref?: () => void }).unref?.();
  }
  return {
    tell: () => channel?.postMessage(''),
    close() {
      channel?.close();
      channel = null;
    },
  };
}
