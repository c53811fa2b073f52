/** A message for one receiver, about the work of a team. It must hold nothing that a stranger may not read. */
export interface Notice {
  /** Whom it is for, in the terms of the channel: a Zalo id, a phone number, a group. */
  to: string;
  /** What is said; channels of templates leave it out and fill `values` in. */
  text: string;
  /** Values of the channel's template, by their names. */
  values?: Readonly<Record<string, string>>;
  /** Your id of the message. A channel that knows it sends it once. */
  trackingId: string;
}

/** What became of a notice. `OFF`: the channel is not switched on, nothing left this server. */
export interface NoticeReceipt {
  status: 'SENT' | 'OFF';
  /** The id that the channel gave it; null where it gives none. */
  messageId: string | null;
}

/** A way by which notices reach people. Zalo bills most of them, so each is off until it is switched on. */
export interface Notifier {
  /** @throws {ZaloError} */
  send(notice: Notice, signal?: AbortSignal): Promise<NoticeReceipt>;
}

export interface Switch {
  /** Whether anything is sent. @defaultValue `false` */
  isOn?: boolean;
}

/** Sends nothing while it is off, whatever the channel. */
export function switchedNotifier({ isOn = false }: Switch, send: Notifier['send']): Notifier {
  const off: NoticeReceipt = { status: 'OFF', messageId: null };
  return { send: async (notice, signal) => (isOn ? send(notice, signal) : off) };
}

export interface ConsoleNotifierOptions extends Switch {
  /** @defaultValue a line on stdout */
  write?: (line: string) => void;
}

/** Writes notices down, for whoever develops. It says to whom only by the last characters. */
export function consoleNotifier(options: ConsoleNotifierOptions = {}): Notifier {
  const write = options.write ?? ((line) => process.stdout.write(`${line}\n`));
  return switchedNotifier(options, async ({ to, text, trackingId }) => {
    write(`notice ${trackingId} to …${to.slice(-3)}: ${text}`);
    return { status: 'SENT', messageId: null };
  });
}
