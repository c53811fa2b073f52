import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect, it } from 'vitest';
import type { PaperOrder } from '../../src/papers/paper-worker.ts';
import { printPaper } from '../../src/papers/print-paper.ts';
import { QueuedThread, type QueuedThreadOptions } from '../../src/queued-thread.ts';
import { samplePaper, sampleRows } from './sample-paper.ts';

const small = samplePaper();
const printerOf = (options?: QueuedThreadOptions) =>
  new QueuedThread<PaperOrder>('papers/paper-worker', options);
const printer = printerOf();
afterAll(() => printer.close());

it('draws a PDF of 2,000 rows without holding up this thread', async () => {
  await printPaper(small, 'PDF');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const bytes = await printPaper(samplePaper({}, sampleRows(2000)), 'PDF');
  delay.disable();
  const lastedMs = performance.now() - started;
  expect(bytes.subarray(0, 5)).toEqual(new TextEncoder().encode('%PDF-'));
  // Drawn in this thread, it would have stood still for all of the time.
  expect(delay.max / 1e6).toBeLessThan(lastedMs / 4);
}, 60_000);

it('refuses a paper when too many are waiting, and takes it later', async () => {
  const narrow = printerOf({ mostWaiting: 1 });
  const taken = [narrow.run({ paper: small, format: 'XLSX' }), narrow.run({ paper: small, format: 'XLSX' })];
  expect(() => narrow.run({ paper: small, format: 'XLSX' })).toThrow(
    expect.objectContaining({ code: 'BUSY' }),
  );
  await Promise.all(taken);
  await expect(narrow.run({ paper: small, format: 'XLSX' })).resolves.toBeInstanceOf(Uint8Array);
  await narrow.close();
});

it('gives up a paper that takes too long, and draws the next', async () => {
  const hasty = printerOf({ timeoutMs: 300 });
  await expect(hasty.run({ paper: samplePaper({}, sampleRows(20_000)), format: 'PDF' })).rejects.toThrow(
    'took over 300 ms',
  );
  await hasty.close();
  await expect(printer.run({ paper: small, format: 'XLSX' })).resolves.toBeInstanceOf(Uint8Array);
});

it('goes on after a paper that cannot be drawn', async () => {
  const broken = samplePaper({
    sections: [{ heading: null, paragraphs: [], table: { columns: null } as never }],
  });
  await expect(printer.run({ paper: broken, format: 'PDF' })).rejects.toThrow();
  await expect(printer.run({ paper: small, format: 'XLSX' })).resolves.toBeInstanceOf(Uint8Array);
});

it('does not draw what nobody waits for any more', async () => {
  const left = AbortSignal.abort();
  await expect(printer.run({ paper: small, format: 'PDF' }, left)).rejects.toThrow('aborted');
});
