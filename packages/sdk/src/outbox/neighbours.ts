/** The other tabs of the same user. */
export interface Neighbours {
  tell(): void;
  close(): void;
}

/** Tells the other tabs that the queue has changed, where the platform lets tabs talk to one another. */
export function neighboursOf(name: string, onNews: () => void): Neighbours {
  if (typeof BroadcastChannel !== 'function') return { tell() {}, close() {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = onNews;
  // In Node it would keep the process alive.
  (channel as { unref?: () => void }).unref?.();
  let isClosed = false;
  return {
    tell() {
      if (!isClosed) channel.postMessage('');
    },
    close() {
      isClosed = true;
      channel.close();
    },
  };
}
