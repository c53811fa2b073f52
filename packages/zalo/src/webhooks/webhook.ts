import { setTimeout as pause } from 'node:timers/promises';
import { memoryOfEvents, type SeenEvents } from './seen-events.ts';

/** A request of Zalo, as the host of the server has it. */
export interface WebhookRequest {
  /** The bytes of the body as they came, before anything parsed them. */
  rawBody: Uint8Array;
  /** Value of a header, null where there is none; the name in any case. */
  header(name: string): string | null;
}

/** What the host answers. */
export interface WebhookReply {
  status: 200 | 400 | 401 | 413 | 500;
  /** What became of the request, for the log of the host. The answer itself may be empty. */
  outcome: WebhookOutcome;
}

/**
 * - `HANDLED`: a signed event, handled
 * - `ACCEPTED`: a signed event whose handling takes longer than Zalo waits, and goes on
 * - `REPEATED`: a signed event that was handled before; nothing was done
 * - `PROBE`: the unsigned `{}` by which Zalo looks whether the address answers; nothing was done
 * - `UNREADABLE`, `TOO_LARGE`, `UNSIGNED`, `TOO_OLD`: refused; nothing was done
 * - `FAILED`: the handler threw; Zalo sends the event again
 */
export type WebhookOutcome =
  | 'HANDLED'
  | 'ACCEPTED'
  | 'REPEATED'
  | 'PROBE'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'UNSIGNED'
  | 'TOO_OLD'
  | 'FAILED';

export interface WebhookOptions<Event> {
  /** Does what the event asks for. It may be given the same event again after it threw, or its server died. */
  onEvent(event: Event): Promise<void>;
  /** Remembers what was handled. Several servers need one that they share. @defaultValue the memory of this process */
  seen?: SeenEvents;
  /**
   * Told of a handler that failed; after Zalo had its answer only when three more tries failed too, which Zalo does not
   * repeat. @defaultValue nobody
   */
  onFailure?(error: unknown, event: Event): void;
  /** Milliseconds after which Zalo is answered although the handler still works; Zalo waits 2,000. @defaultValue `1_500` */
  answerWithinMs?: number;
  /** @defaultValue the clock of the machine */
  clock?: () => Date;
}

export type Webhook = (request: WebhookRequest) => Promise<WebhookReply>;

/** An event whose signature holds, or the reason why a request has none. */
export type Judged<Event> = { event: Event; id: string; sentAt: Date | null } | { refused: 'UNSIGNED' };

export type Json = Readonly<Record<string, unknown>>;

/** Larger than any event that Zalo documents. */
const MOST_BYTES = 256 * 1024;
/** Zalo repeats an event for up to twelve hours; who kept one for longer is not Zalo. */
const OLDEST_MS = 24 * 3_600_000;
/** Longer than a handler takes, shorter than the half minute after which Zalo sends an event again that got no answer. */
const IN_HAND_MS = 20_000;
/** What fails once Zalo has its answer does not come again: it is tried again here. */
const RETRY_AFTER_MS: readonly number[] = [1_000, 5_000, 10_000];
const REPLIES = { PROBE: 200, UNREADABLE: 400, TOO_LARGE: 413, UNSIGNED: 401, TOO_OLD: 401 } as const;

/** A webhook, once it is known how its events are signed. */
export function webhookOf<Event>(
  options: WebhookOptions<Event>,
  judge: (body: Json, rawBody: string, request: WebhookRequest) => Judged<Event>,
): Webhook {
  const clock = options.clock ?? (() => new Date());
  const seen = options.seen ?? memoryOfEvents(clock);
  return async (request) => {
    if (request.rawBody.byteLength > MOST_BYTES) return refuse('TOO_LARGE');
    const rawBody = textOf(request.rawBody);
    const body = rawBody === null ? null : objectIn(rawBody);
    if (rawBody === null || body === null) return refuse('UNREADABLE');
    if (Object.keys(body).length === 0) return refuse('PROBE');
    const judged = judge(body, rawBody, request);
    if ('refused' in judged) return refuse(judged.refused);
    const now = clock();
    if (judged.sentAt === null || Math.abs(now.getTime() - judged.sentAt.getTime()) > OLDEST_MS)
      return refuse('TOO_OLD');
    return handle({ ...options, seen, clock }, judged);
  };
}

const refuse = (outcome: keyof typeof REPLIES): WebhookReply => ({ status: REPLIES[outcome], outcome });

type Handling<Event> = WebhookOptions<Event> & Required<Pick<WebhookOptions<Event>, 'seen' | 'clock'>>;

/** Answers within the time that Zalo waits, also where the memory of events does not answer in time. */
async function handle<Event>(
  options: Handling<Event>,
  { event, id }: { event: Event; id: string },
): Promise<WebhookReply> {
  const progress = { isTaken: false, isAnswered: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<WebhookReply>((resolve) => {
    timer = setTimeout(() => {
      progress.isAnswered = progress.isTaken;
      resolve(progress.isTaken ? ACCEPTED : FAILED);
    }, options.answerWithinMs ?? 1_500);
  });
  const work = takeAndHandle(options, { event, id, progress });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

interface Progress {
  /** It is this server's to handle. */
  isTaken: boolean;
  /** Zalo was told that it was taken, and does not send it again. */
  isAnswered: boolean;
}

const ACCEPTED: WebhookReply = { status: 200, outcome: 'ACCEPTED' };
const FAILED: WebhookReply = { status: 500, outcome: 'FAILED' };

async function takeAndHandle<Event>(
  { seen, clock, onEvent, onFailure }: Handling<Event>,
  { event, id, progress }: { event: Event; id: string; progress: Progress },
): Promise<WebhookReply> {
  const from = (ms: number) => new Date(clock().getTime() + ms);
  for (let tries = 0; ; tries += 1) {
    try {
      if (!progress.isTaken && !(await seen.claim(id, from(IN_HAND_MS))))
        return { status: 200, outcome: 'REPEATED' };
      progress.isTaken = true;
      await onEvent(event);
      await seen.settle(id, from(2 * OLDEST_MS));
      return { status: 200, outcome: 'HANDLED' };
    } catch (error) {
      const pauseMs = progress.isAnswered ? RETRY_AFTER_MS[tries] : undefined;
      if (pauseMs !== undefined) {
        await pause(pauseMs, undefined, { ref: false });
        continue;
      }
      // Where it cannot be given back either, it can be taken again when it is no longer in hand.
      if (progress.isTaken) await seen.release(id).catch(() => {});
      onFailure?.(error, event);
      return FAILED;
    }
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function objectIn(text: string): Json | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : null;
  } catch {
    return null;
  }
}
