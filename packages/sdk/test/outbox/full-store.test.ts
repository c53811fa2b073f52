import { describe, expect, it } from 'vitest';
import { memoryStorage, type OutboxStorage } from '../../src/outbox/index.ts';
import { lostAnswer } from '../../src/testing/index.ts';
import { phone, VISIT } from '../support/outbox-phone.ts';
import { refused, replaying } from '../support/outbox-server.ts';

describe('a store that is full while something waits', () => {
  /** No text may become longer than it is. */
  const fullStore = (texts: Map<string, string>): OutboxStorage => ({
    ...memoryStorage({ texts }),
    async write(name, text) {
      if (text.length > (texts.get(name)?.length ?? 0)) throw new DOMException('full', 'QuotaExceededError');
      texts.set(name, text);
    },
  });

  it('shows what was refused for good, without the words for which there is no room', async () => {
    const { open, outbox, texts, clock } = phone(replaying(() => refused('TEXT_SENSITIVE')));
    await outbox.enqueue('recordActivity', VISIT);
    const full = open({ storage: fullStore(texts), isAutomatic: true });
    await clock.advance(1_000);
    expect(full.status.items).toMatchObject([{ state: 'SET_ASIDE', problem: null }]);
    full.close();
  });

  it('neither stops sending nor forgets what is out', async () => {
    const answers = [replaying(() => refused('NOT_PERMITTED', true)), lostAnswer, replaying()];
    const { open, outbox, texts, server } = phone(answers);
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    const full = open({ storage: fullStore(texts) });
    await full.flush();
    expect(server.requests).toHaveLength(2);
    // The answer of the second one is lost: nobody may change it.
    await expect(full.edit(id, VISIT)).rejects.toMatchObject({ code: 'OUTBOX_ITEM_SENT' });
    expect((await full.flush()).items).toEqual([]);
  });

  it('is asked again by itself for what it could not note', async () => {
    const { open, outbox, clock, texts, server } = phone([
      replaying(() => refused('NOT_PERMITTED', true)),
      replaying(),
    ]);
    await outbox.enqueue('recordActivity', VISIT);
    const full = open({ storage: fullStore(texts), isAutomatic: true });
    await clock.advance(1_000);
    expect(server.requests).toHaveLength(1);
    await clock.advance(310_000);
    expect(full.status).toMatchObject({ items: [], nextTryAt: null });
    full.close();
  });
});
