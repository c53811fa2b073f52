import { defineConfig } from 'tsup';

// isolatedDeclarations asks for a written type; tsup names none for its configuration.
const config: ReturnType<typeof defineConfig> = defineConfig([
  { entry: ['src/index.ts'], format: ['esm', 'cjs'], dts: true, target: 'es2022' },
  {
    entry: { outbox: 'src/outbox/index.ts', testing: 'src/testing/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    // The outbox throws the errors of the very client that the page has: one class, also in CommonJS.
    external: ['@cnscd/sdk'],
  },
]);

export default config;
