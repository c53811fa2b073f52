import { defineConfig } from 'tsup';

// isolatedDeclarations asks for a written type; tsup names none for its configuration.
const config: ReturnType<typeof defineConfig> = defineConfig([
  // The modules themselves are tsc's, one file for each: a bundler drops whole files that nobody uses, but not the
  // tables at the top of one.
  { entry: ['src/index.ts'], format: ['esm', 'cjs'], dts: { only: true } },
  { entry: ['src/index.ts'], format: ['cjs'] },
]);

export default config;
