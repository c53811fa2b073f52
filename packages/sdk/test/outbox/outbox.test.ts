import { describe, expect, it } from 'vitest';
import { newId } from '../../src/index.ts';
import { exportOutbox, importOutbox, memoryStorage } from '../../src/outbox/index.ts';
import { htmlPage, lostAnswer, refusedWith, status } from '../../src/testing/index.ts';
import { LAN, MINH, phone, sentTitles, VISIT } from '../support/outbox-phone.ts';
import { refused, replaying, writesIn } from '../support/outbox-server.ts';

describe('a write', () => {
  it('is kept before enqueue resolves, and there after the page was closed', async () => {
    const { outbox, open, texts, server } = phone(replaying());
    const kept = await outbox.enqueue('recordActivity', VISIT);
    expect(texts.size).toBe(1);
    expect(server.requests).toHaveLength(0);
    expect((await open().refresh()).items).toEqual([kept]);
    expect(kept).toMatchObject({ state: 'WAITING', input: { ...VISIT, id: expect.any(String) } });
  });

  it('is sent once and forgotten once the server has taken it', async () => {
    const { outbox, texts, server, clock } = phone(replaying());
    await outbox.enqueue('recordActivity', VISIT);
    const after = await outbox.flush();
    expect(after).toMatchObject({ pendingCount: 0, stuckCount: 0, pause: null });
    expect(after.lastSyncAt?.getTime()).toBe(clock.now());
    await outbox.flush();
    expect(server.requests).toHaveLength(1);
    expect([...texts.keys()].filter((name) => name.includes('/item/'))).toEqual([]);
  });

  it('keeps its key, whatever becomes of its answers', async () => {
    const { outbox, server } = phone([status(503), lostAnswer, htmlPage(), replaying()]);
    await outbox.enqueue('recordActivity', VISIT);
    for (const _ of [1, 2, 3]) {
      const { pause, pendingCount, items } = await outbox.flush();
      expect(pause?.reason).toBe('NO_ANSWER');
      expect(pendingCount).toBe(1);
      expect(items[0]?.state).toBe('SENT');
    }
    expect((await outbox.flush()).pendingCount).toBe(0);
    const sent = server.requests.map((request) => JSON.stringify(request.variables));
    expect(sent).toHaveLength(4);
    expect(new Set(sent).size).toBe(1);
  });

  it('is stored in Unicode normal form C, and later changes of its input change nothing', async () => {
    const { outbox, server } = phone(replaying());
    const draft = { ...VISIT, title: 'Đi từng ngõ'.normalize('NFD') };
    await outbox.enqueue('recordActivity', draft);
    draft.title = 'khác';
    await outbox.flush();
    expect(sentTitles(server)).toEqual([['Đi từng ngõ'.normalize('NFC')]]);
  });
});

describe('a store that is full', () => {
  it('refuses at once and leaves the rest as it was', async () => {
    const texts = new Map<string, string>();
    const storage = memoryStorage({ texts, limitCharacters: 1500 });
    const { outbox } = phone(replaying(), { storage });
    await outbox.enqueue('recordActivity', VISIT);
    const before = new Map(texts);
    const large = { ...VISIT, note: 'x'.repeat(1000) };
    await expect(outbox.enqueue('recordActivity', large)).rejects.toMatchObject({ code: 'OUTBOX_FULL' });
    expect(texts).toEqual(before);
    await outbox.enqueue('recordActivity', VISIT);
    expect((await outbox.flush()).pendingCount).toBe(0);
  });
});

describe('the order', () => {
  it('of what belongs together is kept, and nothing overtakes what was set aside', async () => {
    const isBad = (input: Record<string, unknown>) =>
      input['title'] === 'xấu' ? refused('TEXT_SENSITIVE') : undefined;
    const { outbox, server } = phone(replaying(isBad));
    const { input } = await outbox.enqueue('recordActivity', { ...VISIT, title: 'xấu' });
    const id = String(input?.['id']);
    await outbox.enqueue('updateActivity', { id, expectedVersion: 1, title: 'theo sau' });
    await outbox.enqueue('recordActivity', { ...VISIT, title: 'riêng' });
    const after = await outbox.flush();
    expect(after.items.map(({ state }) => state)).toEqual(['SET_ASIDE', 'HELD']);
    expect(after).toMatchObject({ pendingCount: 0, stuckCount: 2 });
    expect(after.items[0]?.problem).toMatchObject({ code: 'TEXT_SENSITIVE', field: 'title', value: 'x' });
    expect(server.requests[0]?.variables['input']).toMatchObject({ stopOnRefusal: true });

    const edited = await outbox.edit(after.items[0]?.id ?? '', { ...input, title: 'tốt' });
    expect(edited.state).toBe('WAITING');
    expect((await outbox.flush()).items).toEqual([]);
    const keys = server.requests.map((request) => writesIn(request)[0]?.input['idempotencyKey']);
    expect(keys.at(0)).not.toBe(keys.at(-1));
    expect(sentTitles(server).at(-1)).toEqual(['tốt', 'theo sau']);
  });

  it('puts as many into a request as the server takes', async () => {
    const { outbox, server } = phone(replaying());
    await Promise.all(Array.from({ length: 60 }, () => outbox.enqueue('recordActivity', VISIT)));
    await outbox.flush();
    expect(sentTitles(server).map((titles) => titles.length)).toEqual([50, 10]);
  });
});

describe('a session that is over', () => {
  it.each([
    ['the server refuses the token', refusedWith('TOKEN_INVALID')],
    ['a gateway answers 401', status(401)],
  ])('pauses and drops nothing: %s', async (_, answer) => {
    const { outbox } = phone([answer, replaying()]);
    await outbox.enqueue('recordActivity', VISIT);
    expect(await outbox.flush()).toMatchObject({ pendingCount: 1, pause: { reason: 'SIGN_IN' } });
    expect(await outbox.flush()).toMatchObject({ pendingCount: 0, pause: null });
  });

  it('pauses where no token is to be had', async () => {
    const { outbox, server, signedIn } = phone(replaying());
    signedIn.token = null;
    await outbox.enqueue('recordActivity', VISIT);
    expect((await outbox.flush()).pause?.reason).toBe('SIGN_IN');
    expect(server.requests).toHaveLength(0);
  });
});

describe('somebody else who signs in', () => {
  it('sends nothing of the first, who gets it back', async () => {
    const { outbox, open, server, signedIn } = phone(replaying());
    await outbox.enqueue('recordActivity', VISIT);
    signedIn.token = MINH.token;
    expect(await outbox.flush()).toMatchObject({ pendingCount: 1, pause: { reason: 'OTHER_USER' } });
    const others = open({ user: MINH.user });
    expect((await others.refresh()).items).toEqual([]);
    await others.enqueue('recordActivity', { ...VISIT, title: 'của Minh' });
    await others.flush();
    expect(sentTitles(server)).toEqual([['của Minh']]);
    signedIn.token = LAN.token;
    await open().flush();
    expect(sentTitles(server)).toEqual([['của Minh'], ['Đi từng ngõ']]);
  });
});

describe('a record that was damaged', () => {
  it('is shown, exported and does not stop the others', async () => {
    const { outbox, texts, server, place } = phone(replaying());
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    const [[name, text] = ['', '']] = texts;
    texts.set(name, text.slice(0, -3));
    await outbox.enqueue('recordActivity', { ...VISIT, title: 'nguyên' });
    const after = await outbox.flush();
    expect(after.items).toMatchObject([{ id, state: 'UNREADABLE', field: 'recordActivity', input: null }]);
    expect(sentTitles(server)).toEqual([['nguyên']]);
    expect(await exportOutbox(place)).toContain('HOUSEHOLD_VISIT');
    await outbox.discard(id);
    expect(outbox.status.items).toEqual([]);
  });
});

describe('an export', () => {
  it('is taken in on another device under the same keys, once', async () => {
    const { outbox, server, place } = phone(replaying());
    await outbox.enqueue('recordActivity', VISIT);
    const text = await exportOutbox(place);
    const other = phone(replaying());
    expect(await importOutbox(other.place, text)).toBe(1);
    expect(await importOutbox(other.place, text)).toBe(0);
    await other.outbox.flush();
    await outbox.flush();
    const keys = [...server.requests, ...other.server.requests].map((request) => writesIn(request)[0]?.input);
    expect(keys[0]).toEqual(keys[1]);
  });

  it('is refused where it is somebody else’s, or none', async () => {
    const { place } = phone(replaying());
    const text = await exportOutbox(place);
    const others = { ...place, user: MINH.user };
    await expect(importOutbox(others, text)).rejects.toMatchObject({ code: 'USER_CHANGED' });
    const invalid = [
      '<html>',
      text.replace('"records":[]', '"records":[{"id":"x"}]'),
      '{"format":"cnscd-outbox/1"}',
    ];
    for (const each of invalid)
      await expect(importOutbox(place, each)).rejects.toMatchObject({ code: 'OUTBOX_TEXT_INVALID' });
  });
});

describe('what was sent and not answered', () => {
  it('is neither edited nor discarded, unless somebody insists', async () => {
    const { outbox } = phone(lostAnswer);
    const { id, input } = await outbox.enqueue('recordActivity', VISIT);
    await outbox.edit(id, { ...input, title: 'sửa trước khi gửi' });
    await outbox.flush();
    const sent = { code: 'OUTBOX_ITEM_SENT' };
    await expect(outbox.edit(id, {})).rejects.toMatchObject(sent);
    await expect(outbox.discard(id)).rejects.toMatchObject(sent);
    await outbox.discard(id, { evenIfSent: true });
    await expect(outbox.discard(id)).rejects.toMatchObject({ code: 'OUTBOX_ITEM_NOT_FOUND' });
  });
});

describe('an outbox that sends by itself', () => {
  it('rests while what is left waits for a person', async () => {
    const isBad = (input: Record<string, unknown>) =>
      input['title'] === 'xấu' ? refused('TEXT_SENSITIVE') : undefined;
    const { open, clock, server } = phone(replaying(isBad));
    const outbox = open({ isAutomatic: true });
    const { input } = await outbox.enqueue('recordActivity', { ...VISIT, title: 'xấu' });
    await outbox.enqueue('updateActivity', { id: String(input?.['id']), expectedVersion: 1, title: 'sau' });
    await clock.advance(1000);
    expect(outbox.status).toMatchObject({ pendingCount: 0, stuckCount: 2, nextTryAt: null });
    const count = server.requests.length;
    await clock.advance(86_400_000);
    expect(server.requests).toHaveLength(count);
    outbox.close();
  });

  it('sends after enqueue, and after a pause as long as the server asks', async () => {
    const wait = status(429, { 'retry-after': '60' });
    const { open, clock, server } = phone([wait, replaying()]);
    const outbox = open({ isAutomatic: true });
    await outbox.enqueue('recordActivity', VISIT);
    await clock.advance(1000);
    expect(server.requests).toHaveLength(1);
    expect(outbox.status.pause?.reason).toBe('NO_ANSWER');
    await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    await clock.advance(58_000);
    expect(server.requests).toHaveLength(1);
    await clock.advance(5_000);
    expect(server.requests).toHaveLength(2);
    expect(outbox.status).toMatchObject({ pendingCount: 0, pause: null, nextTryAt: null });
    outbox.close();
  });

  it('tells its listeners, with another object for each change', async () => {
    const { outbox } = phone(replaying());
    const seen: unknown[] = [];
    const end = outbox.subscribe((status) => seen.push(status));
    await outbox.enqueue('recordActivity', { ...VISIT, id: newId() });
    await outbox.flush();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.at(-1)).toBe(outbox.status);
    end();
    const count = seen.length;
    await outbox.refresh();
    expect(seen).toHaveLength(count);
  });
});
