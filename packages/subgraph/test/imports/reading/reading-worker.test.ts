import { describe, expect, it } from 'vitest';
import { readFileInWorker } from '../../../src/imports/reading/read-file-in-worker.ts';
import { writeXlsxTable } from '../../../src/spreadsheets/write-xlsx-table.ts';
import { readBytes, TODAY } from './support/read-table.ts';

const roster = (count: number) =>
  writeXlsxTable({
    name: 'Danh sách',
    columns: [
      { header: 'Họ và tên', type: 'TEXT' },
      { header: 'SĐT', type: 'TEXT' },
    ],
    rows: Array.from({ length: count }, (_, at) => ['Lê Văn An', `09${String(10_000_000 + at)}`]),
  });
const options = { fileName: 'a.xlsx', kind: 'ROSTER', today: TODAY } as const;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('readFileInWorker', () => {
  it('gives the same as reading here, in batches of at most 2,000 rows, and says how far it is', async () => {
    const bytes = await roster(5000);
    const [rows, progress]: [number[], number[]] = [[], []];
    const result = await readFileInWorker(bytes, options, {
      onBatch: async (batch) => void rows.push(...batch.map(({ row }) => row)),
      onProgress: (done, total) => progress.push(done / total),
    });
    const { records, ...here } = await readBytes(bytes, options);
    expect(result).toEqual(here);
    expect(rows).toEqual(records.map(({ row }) => row));
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
  });

  it('waits for who takes the batches, two at most are under way', async () => {
    let [running, most, largest] = [0, 0, 0];
    await readFileInWorker(await roster(6000), options, {
      async onBatch(batch) {
        running += 1;
        most = Math.max(most, running);
        largest = Math.max(largest, batch.length);
        await pause(20);
        running -= 1;
      },
    });
    expect(most).toBe(1);
    expect(largest).toBeLessThanOrEqual(2000);
  });

  it('refuses what reading refuses, with the same sentence', async () => {
    const reading = { onBatch: async () => {} };
    await expect(readFileInWorker(Buffer.from('%PDF'), options, reading)).rejects.toMatchObject({
      name: 'DomainError',
      code: 'FILE_UNSUPPORTED',
      messages: { vi: expect.stringContaining('PDF') },
    });
  });

  it('ends when it is told to, and when a batch cannot be taken', async () => {
    const bytes = await roster(20_000);
    const ending = new AbortController();
    const aborted = readFileInWorker(bytes, options, {
      signal: ending.signal,
      onBatch: async () => ending.abort(new Error('no longer wanted')),
    });
    await expect(aborted).rejects.toThrow('no longer wanted');
    let batches = 0;
    const failing = readFileInWorker(bytes, options, {
      async onBatch() {
        batches += 1;
        throw new Error('the database is away');
      },
    });
    await expect(failing).rejects.toThrow('the database is away');
    expect(batches).toBe(1);
    await expect(
      readFileInWorker(bytes, options, { signal: ending.signal, onBatch: async () => {} }),
    ).rejects.toThrow('no longer wanted');
  });

  it('leaves this thread free while it reads', async () => {
    const bytes = await roster(20_000);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await readFileInWorker(bytes, options, { onBatch: async () => {} });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });
});
