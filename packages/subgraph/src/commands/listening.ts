import { Refusal } from '../refusal.ts';

const MAX_PORT = 65_535;

/** @throws {Refusal} for what is no port */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port;
  throw new Refusal({
    vi: `--port là "${text}": phải là số nguyên từ 0 (cổng trống bất kỳ) đến ${MAX_PORT}.`,
    en: `--port is "${text}": it must be a whole number from 0 (any free port) to ${MAX_PORT}.`,
  });
}

/**
 * Waits for a server to listen, and closes it when the process is told to end.
 *
 * @throws {Refusal} where it cannot listen there
 */
export async function listenUntilSignal<Server extends { close(): Promise<void> }>(
  starting: Promise<Server>,
  at: { host: string; port: number },
): Promise<Server> {
  const server = await starting.catch((error: unknown) => Promise.reject(listenRefusal(error, at) ?? error));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
  return server;
}

/** Undefined for what has nothing to do with the address to listen on. */
function listenRefusal(error: unknown, { host, port }: { host: string; port: number }): Refusal | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException; // absent on other errors
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  const messages =
    code === 'EADDRINUSE'
      ? {
          vi: `Cổng ${port} của ${host} đã có chương trình khác dùng: hãy chọn --port khác.`,
          en: `Port ${port} of ${host} is taken: choose another --port.`,
        }
      : {
          vi: `Không mở được cổng ${port} ở ${host} (${code}): hãy chọn --host hoặc --port khác.`,
          en: `Cannot listen on port ${port} of ${host} (${code}): choose another --host or --port.`,
        };
  return new Refusal(messages, { cause: error });
}
