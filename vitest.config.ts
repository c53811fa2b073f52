import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Workspace packages are tested as source; what is built is tested by the pack step of `npm test`.
const conditions = ['@cnscd/source', 'node'];

const graphql = createRequire(new URL('packages/subgraph/package.json', import.meta.url)).resolve('graphql');

export default defineConfig({
  // One graphql for all: the file that its dependents require, not the second copy behind its "module" field.
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: graphql }] },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: 'packages/subgraph/test/support/embedded-server.ts',
    pool: 'forks',
    execArgv: ['--conditions=@cnscd/source'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
