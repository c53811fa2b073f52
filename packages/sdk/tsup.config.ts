import { defineConfig } from 'tsup';

// isolatedDeclarations asks for a written type; tsup names none for its configuration.
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
});

export default config;
