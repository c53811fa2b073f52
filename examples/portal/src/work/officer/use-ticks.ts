import { useEffect, useState } from 'react';

/**
 * Counts up every so often while somebody can see the page, and at once when it comes into sight again.
 *
 * @param isRunning - false: there is nothing to wait for
 */
export function useTicks(everyMs: number, isRunning = true): number {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const tick = () => {
      if (document.visibilityState === 'visible') setTicks((count) => count + 1);
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs, isRunning]);
  return ticks;
}
