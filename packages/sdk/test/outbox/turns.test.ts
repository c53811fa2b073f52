import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../src/outbox/index.ts';
import { leaseTurns } from '../../src/outbox/turns.ts';
import { fakeClock } from '../../src/testing/index.ts';

const OPEN = new AbortController().signal;

describe('turns by a lease in the storage', () => {
  it('wait for one that stands, and take it once it is over', async () => {
    const clock = fakeClock();
    const storage = memoryStorage();
    const untilMs = clock.now() + 8_000;
    await storage.write('lease', JSON.stringify({ owner: 'killed tab', untilMs }));
    let takenAtMs = 0;
    const turn = leaseTurns(storage, 'lease', clock).take(async () => {
      takenAtMs = clock.now();
    }, OPEN);
    await clock.advance(20_000);
    await turn;
    expect(takenAtMs).toBeGreaterThanOrEqual(untilMs);
    expect((await storage.readAll('lease')).texts.size).toBe(0);
  });

  it('go on in a full store that has only room for an old lease', async () => {
    const clock = fakeClock();
    const texts = new Map([['lease', JSON.stringify({ owner: 'x', untilMs: clock.now() - 1 })]]);
    const storage = memoryStorage({ texts, limitCharacters: 60 });
    let isTaken = false;
    const turn = leaseTurns(storage, 'lease', clock).take(async () => {
      isTaken = true;
    }, OPEN);
    await clock.advance(2_000);
    expect(isTaken).toBe(true);
    await turn;
  });
});
