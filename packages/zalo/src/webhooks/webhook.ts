import { parseExactly } from '../exact-json.ts';
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
  /** What the event calls itself, for the same log: nobody vouches for it where it was refused. Null: no name. */
  name: string | null;
}

/**
 * - `HANDLED`: a signed event, handled
 * - `ACCEPTED`: a signed event whose handling takes longer than Zalo waits, and goes on
 * - `REPEATED`: a signed event that was handled before; nothing was done
 * - `PROBE`: the unsigned `{}` by which Zalo looks whether the address answers; nothing was done
 * - `UNREADABLE`, `TOO_LARGE`, `UNSIGNED`, `TOO_OLD`: refused; nothing was done
 * - `OTHER_APP`: refused although signed: it names another app than this one
 * - `UNKNOWN_SHAPE`: refused although signed: about consent, and not as Zalo documents it
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
  | 'OTHER_APP'
  | 'UNKNOWN_SHAPE'
  | 'FAILED';

export interface WebhookOptions<Event> {
  /** Does what the event asks for. It may be given the same event again after it threw, or its server died. */
  onEvent(event: Event): Promise<void> | void;
  /** Remembers what was handled. Several servers need one that they share. @defaultValue the memory of this process */
  seen?: SeenEvents<Event>;
  /** Told of a handler that failed, and of a memory of events that did. @defaultValue nobody */
  onFailure?(error: unknown, event: Event): void;
  /** Given what goes on after Zalo was answered, for a host that ends to wait for. @defaultValue nobody */
  waitUntil?(work: Promise<unknown>): void;
  /** Milliseconds after which Zalo is answered although the handler still works; Zalo waits 2,000. @defaultValue `1_500` */
  answerWithinMs?: number;
  /** @defaultValue the clock of the machine */
  clock?: () => Date;
}

export type Webhook = (request: WebhookRequest) => Promise<WebhookReply>;

/** An event that is to be handled, or the reason why a request is none. */
export type Judged<Event> =
  | { event: Event; id: string; sentAt: Date | null }
  | { refused: 'UNSIGNED' | 'OTHER_APP' | 'UNKNOWN_SHAPE'; name: string | null };

export type Json = Readonly<Record<string, unknown>>;

/** Larger than any event that Zalo documents. */
const MOST_BYTES = 256 * 1024;
/** Zalo repeats an event for up to twelve hours; who kept one for longer is not Zalo. */
const OLDEST_MS = 24 * 3_600_000;
/** Longer than a handler takes, shorter than the half minute after which Zalo sends an event again that got no answer. */
const IN_HAND_MS = 20_000;
const REFUSALS = {
  PROBE: 200,
  UNREADABLE: 400,
  TOO_LARGE: 413,
  UNSIGNED: 401,
  TOO_OLD: 401,
  OTHER_APP: 401,
  UNKNOWN_SHAPE: 400,
} as const;

/** A webhook, once it is known how its events are signed. */
export function webhookOf<Event extends { name: string }>(
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
    if ('refused' in judged) return refuse(judged.refused, judged.name);
    const [name, now] = [nameIn(judged.event.name), clock()];
    if (judged.sentAt === null || Math.abs(now.getTime() - judged.sentAt.getTime()) > OLDEST_MS)
      return refuse('TOO_OLD', name);
    return { ...(await handle({ ...options, seen, clock }, judged)), name };
  };
}

/** What an event calls itself, where it looks like a name: it goes into logs. */
export const nameIn = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w.]{1,60}$/.test(value) ? value : null;

const refuse = (outcome: keyof typeof REFUSALS, name: string | null = null): WebhookReply => ({
  ...{ status: REFUSALS[outcome], outcome, name },
});

type Handling<Event> = WebhookOptions<Event> & Required<Pick<WebhookOptions<Event>, 'seen' | 'clock'>>;
type Outcome = Omit<WebhookReply, 'name'>;

/** Answers within the time that Zalo waits, also where the memory of events does not answer in time. */
async function handle<Event>(
  options: Handling<Event>,
  { event, id }: { event: Event; id: string },
): Promise<Outcome> {
  const progress = { isTaken: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = takeAndHandle(options, { event, id, progress });
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      options.waitUntil?.(work);
      resolve(progress.isTaken ? ACCEPTED : FAILED);
    }, options.answerWithinMs ?? 1_500);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const ACCEPTED: Outcome = { status: 200, outcome: 'ACCEPTED' };
const FAILED: Outcome = { status: 500, outcome: 'FAILED' };

interface Taking<Event> {
  event: Event;
  id: string;
  /** Whether it is this server's to handle: what fails to be taken must come again, and is not told to have been. */
  progress: { isTaken: boolean };
}

async function takeAndHandle<Event>(
  { seen, clock, onEvent, onFailure }: Handling<Event>,
  { event, id, progress }: Taking<Event>,
): Promise<Outcome> {
  const from = (ms: number) => new Date(clock().getTime() + ms);
  try {
    if (!(await seen.claim(id, from(IN_HAND_MS), event))) return { status: 200, outcome: 'REPEATED' };
    progress.isTaken = true;
    await onEvent(event);
    await seen.settle(id, from(2 * OLDEST_MS));
    return { status: 200, outcome: 'HANDLED' };
  } catch (error) {
    if (progress.isTaken) {
      progress.isTaken = false;
      // Where it cannot be given back either, it can be taken again when it is no longer in hand.
      await seen.release(id).catch(() => {});
    }
    onFailure?.(error, event);
    return FAILED;
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
    const body = parseExactly(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : null;
  } catch {
    return null;
  }
}
