import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/bin.ts', 'src/exports/writing-thread.ts'],
  format: ['esm'],
  dts: { entry: 'src/index.ts' },
  clean: true,
  shims: true,
});
