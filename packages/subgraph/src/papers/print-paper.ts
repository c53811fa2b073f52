import { Worker } from 'node:worker_threads';
import { DomainError } from '@cnscd/domain';
import { threadFile } from '../thread-file.ts';
import type { Paper, PaperFormat } from './paper.ts';
import type { PaperOrder } from './paper-worker.ts';

export interface PrinterOptions {
  /** Papers that may wait while another is drawn. @defaultValue 20 */
  mostWaiting?: number;
  /** After which a paper that is still being drawn is given up. @defaultValue 60_000 */
  timeoutMs?: number;
  /** Memory of the thread. @defaultValue 512 */
  memoryMegabytes?: number;
}

/**
 * Draws papers one after the other in a thread of its own, so that no request waits for another's paper. The thread
 * stays for the next paper and holds up no process that wants to end.
 */
export class PaperPrinter {
  readonly #options: Required<PrinterOptions>;
  #worker: Worker | null = null;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ mostWaiting = 20, timeoutMs = 60_000, memoryMegabytes = 512 }: PrinterOptions = {}) {
    this.#options = { mostWaiting, timeoutMs, memoryMegabytes };
  }

  /**
   * The bytes of the file.
   *
   * @param signal - a paper that nobody waits for any more is not drawn
   * @throws {DomainError} `BUSY` when too many papers are waiting
   */
  print(paper: Paper, format: PaperFormat, signal?: AbortSignal): Promise<Uint8Array> {
    if (this.#waiting > this.#options.mostWaiting) throw busy();
    this.#waiting += 1;
    const printed = this.#last.then(async () => {
      signal?.throwIfAborted();
      return this.#draw({ paper, format });
    });
    // The next one's turn comes also after one that failed.
    this.#last = printed
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
      });
    return printed;
  }

  /** Ends the thread; a paper that is being drawn fails. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #draw(order: PaperOrder): Promise<Uint8Array> {
    const worker = this.#started();
    worker.ref();
    return new Promise<Uint8Array>((resolve, reject) => {
      const { timeoutMs } = this.#options;
      const settle = (settled: () => void) => {
        clearTimeout(late);
        worker.off('message', drawn).off('error', fail).off('exit', ended);
        worker.unref();
        settled();
      };
      const drawn = (bytes: Uint8Array) => settle(() => resolve(bytes));
      const fail = (error: Error) => {
        this.#worker = null;
        settle(() => reject(error));
        void worker.terminate();
      };
      const ended = () => fail(new Error('The thread that draws papers ended.'));
      const late = setTimeout(() => fail(new Error(`A paper took over ${timeoutMs} ms.`)), timeoutMs);
      worker.on('message', drawn).on('error', fail).on('exit', ended);
      worker.postMessage(order);
    });
  }

  #started(): Worker {
    this.#worker ??= new Worker(threadFile('papers/paper-worker'), {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMegabytes },
    });
    return this.#worker;
  }
}

/** For the whole process, because its processors are what papers compete for. */
const printer = new PaperPrinter();

/** The bytes of the file, drawn in another thread. See {@link PaperPrinter.print}. */
export function printPaper(paper: Paper, format: PaperFormat, signal?: AbortSignal): Promise<Uint8Array> {
  return printer.print(paper, format, signal);
}

function busy(): DomainError {
  return new DomainError('BUSY', {
    vi: 'Nhiều tệp đang được in cùng lúc; hãy tải lại sau ít phút.',
    en: 'Many files are being drawn at this moment; download again in a few minutes.',
  });
}
