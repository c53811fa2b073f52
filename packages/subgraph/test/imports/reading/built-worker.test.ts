import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'tsup';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../../src/database/package-folder.ts';
import type { FromWorker } from '../../../src/imports/reading/reading-worker.ts';
import config from '../../../tsup.config.ts';
import { TODAY } from './support/read-table.ts';

const WORKER = 'src/imports/reading/reading-worker.ts';

describe('the reading worker as it is published', () => {
  it('is a file of the build, and reads from there', async () => {
    const options = [config].flat()[0];
    expect(options).toMatchObject({ entry: expect.arrayContaining([WORKER]) });
    const outDir = await mkdtemp(join(packageFolder(), 'node_modules', '.built-worker-'));
    try {
      const entry = [WORKER, 'src/papers/paper-worker.ts'].map((file) => join(packageFolder(), file));
      await build({ ...options, entry, outDir, config: false, dts: false, clean: false, silent: true });
      const said = await messagesOf(join(outDir, 'imports/reading/reading-worker.js'));
      expect(said.map(({ type }) => type)).toContain('ROWS');
      expect(said.at(-1)).toMatchObject({ type: 'READ', result: { rows: 2 } });
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  });
});

function messagesOf(file: string): Promise<FromWorker[]> {
  const bytes = Buffer.from('Họ và tên;SĐT\nLê Hà;912345678\nTrần Bình;0987654321\n');
  const worker = new Worker(file, {
    workerData: { bytes, options: { fileName: 'a.csv', kind: 'ROSTER', today: TODAY } },
  });
  const said: FromWorker[] = [];
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      said.push(message);
      if (message.type === 'ROWS') worker.postMessage('NEXT');
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(said));
  });
}
