import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect, it } from 'vitest';
import { PaperPrinter, printPaper } from '../../src/papers/print-paper.ts';
import { samplePaper, sampleRows } from './sample-paper.ts';

const small = samplePaper();
const printer = new PaperPrinter();
afterAll(() => printer.close());

it('draws a PDF of 2,000 rows without holding up this thread', async () => {
  await printPaper(small, 'PDF');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const bytes = await printPaper(samplePaper({}, sampleRows(2000)), 'PDF');
  delay.disable();
  console.log(
    `${Math.round(performance.now() - started)} ms, longest stop ${Math.round(delay.max / 1e6)} ms, ${bytes.length} bytes`,
  );
  expect(bytes.subarray(0, 5)).toEqual(new TextEncoder().encode('%PDF-'));
  expect(delay.max / 1e6).toBeLessThan(250);
}, 60_000);

it('refuses a paper when too many are waiting, and takes it later', async () => {
  const narrow = new PaperPrinter({ mostWaiting: 1 });
  const taken = [narrow.print(small, 'XLSX'), narrow.print(small, 'XLSX')];
  expect(() => narrow.print(small, 'XLSX')).toThrow(expect.objectContaining({ code: 'BUSY' }));
  await Promise.all(taken);
  await expect(narrow.print(small, 'XLSX')).resolves.toBeInstanceOf(Uint8Array);
  await narrow.close();
});

it('gives up a paper that takes too long, and draws the next', async () => {
  const hasty = new PaperPrinter({ timeoutMs: 300 });
  await expect(hasty.print(samplePaper({}, sampleRows(20_000)), 'PDF')).rejects.toThrow('took over 300 ms');
  await hasty.close();
  await expect(printer.print(small, 'XLSX')).resolves.toBeInstanceOf(Uint8Array);
});

it('goes on after a paper that cannot be drawn', async () => {
  const broken = samplePaper({
    sections: [{ heading: null, paragraphs: [], table: { columns: null } as never }],
  });
  await expect(printer.print(broken, 'PDF')).rejects.toThrow();
  await expect(printer.print(small, 'XLSX')).resolves.toBeInstanceOf(Uint8Array);
});

it('does not draw what nobody waits for any more', async () => {
  const left = AbortSignal.abort();
  await expect(printer.print(small, 'PDF', left)).rejects.toThrow('aborted');
});
