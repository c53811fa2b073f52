import { defineConfig } from 'tsup';

// isolatedDeclarations asks for a written type; tsup names none for its configuration.
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: { index: 'src/index.ts', 'testing/index': 'src/testing/index.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'node20',
});

export default config;
