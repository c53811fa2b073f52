import { defineConfig } from 'tsup';

export default defineConfig({
  // Worker threads are files of their own: src/thread-file.ts finds them.
  entry: [
    'src/index.ts',
    'src/bin.ts',
    'src/papers/paper-worker.ts',
    'src/exports/table-worker.ts',
    'src/imports/annotating/annotating-worker.ts',
    'src/imports/reading/reading-worker.ts',
  ],
  format: ['esm'],
  dts: { entry: 'src/index.ts' },
  clean: true,
  shims: true,
});
