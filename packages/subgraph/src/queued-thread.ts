import { Worker } from 'node:worker_threads';
import { DomainError } from '@cnscd/domain';
import { threadFile } from './thread-file.ts';

export interface QueuedThreadOptions {
  /** Orders that may wait while another is carried out. @defaultValue 20 */
  mostWaiting?: number;
  /** After which an order that is still being carried out is given up. @defaultValue 60_000 */
  timeoutMs?: number;
  /** Memory of the thread. @defaultValue 512 */
  memoryMegabytes?: number;
}

/**
 * Makes files one after the other in a thread of its own, so that no request waits for another's file. The thread
 * stays for the next order and holds up no process that wants to end.
 */
export class QueuedThread<Order> {
  readonly #file: string;
  readonly #options: Required<QueuedThreadOptions>;
  #worker: Worker | null = null;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param name - of the file that the thread runs, as {@link threadFile} finds it: it answers each order with bytes */
  constructor(name: string, options: QueuedThreadOptions = {}) {
    const { mostWaiting = 20, timeoutMs = 60_000, memoryMegabytes = 512 } = options;
    this.#file = threadFile(name);
    this.#options = { mostWaiting, timeoutMs, memoryMegabytes };
  }

  /**
   * The bytes of the file.
   *
   * @param signal - an order that nobody waits for any more is not carried out
   * @throws {DomainError} `BUSY` when too many orders are waiting
   */
  run(order: Order, signal?: AbortSignal): Promise<Uint8Array> {
    if (this.#waiting > this.#options.mostWaiting) throw busy();
    this.#waiting += 1;
    const made = this.#last.then(async () => {
      signal?.throwIfAborted();
      return this.#carryOut(order);
    });
    // The next one's turn comes also after one that failed.
    this.#last = made
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
      });
    return made;
  }

  /** Ends the thread; an order that is being carried out fails. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #carryOut(order: Order): Promise<Uint8Array> {
    const worker = this.#started();
    worker.ref();
    return new Promise<Uint8Array>((resolve, reject) => {
      const { timeoutMs } = this.#options;
      const settle = (settled: () => void) => {
        clearTimeout(late);
        worker.off('message', made).off('error', fail).off('exit', ended);
        worker.unref();
        settled();
      };
      const made = (bytes: Uint8Array) => settle(() => resolve(bytes));
      const fail = (error: Error) => {
        this.#worker = null;
        settle(() => reject(error));
        void worker.terminate();
      };
      const ended = () => fail(new Error('The thread that makes files ended.'));
      const late = setTimeout(() => fail(new Error(`A file took over ${timeoutMs} ms.`)), timeoutMs);
      worker.on('message', made).on('error', fail).on('exit', ended);
      worker.postMessage(order);
    });
  }

  #started(): Worker {
    this.#worker ??= new Worker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMegabytes },
    });
    return this.#worker;
  }
}

function busy(): DomainError {
  return new DomainError('BUSY', {
    vi: 'Nhiều tệp đang được ghi cùng lúc; hãy tải lại sau ít phút.',
    en: 'Many files are being made at this moment; download again in a few minutes.',
  });
}
