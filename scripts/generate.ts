// `npm run generate`: everything that is made from something else and that the code imports or the reviewer reads.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prisma } from './prisma.ts';
import { isStale } from './start/freshness.ts';
import { isPermissionFailure, notWritable } from './start/refusal.ts';

const root = join(import.meta.dirname, '..');
const subgraph = join(root, 'packages/subgraph');

interface GenerateStep {
  name: string;
  /** What the step makes, one file that is written last. */
  made: string;
  sources: string[];
  run(): Promise<void>;
  /** False for files that are not committed: there is nothing to compare them with. */
  isCommitted: boolean;
}

/** In this order: later steps import what earlier ones make. */
export const GENERATE_STEPS: readonly GenerateStep[] = [
  {
    name: 'Prisma client',
    made: join(subgraph, 'generated/pothos-prisma-types.ts'),
    sources: [
      join(subgraph, 'prisma/schema.prisma'),
      join(subgraph, 'prisma.config.ts'),
      join(root, 'pnpm-lock.yaml'),
    ],
    run: generatePrismaClient,
    isCommitted: false,
  },
  {
    name: 'schema.graphql',
    made: join(subgraph, 'schema.graphql'),
    sources: [join(subgraph, 'src')],
    run: generateSdl,
    isCommitted: true,
  },
  {
    name: 'SDK operations',
    made: join(root, 'packages/sdk/src/generated/operations.ts'),
    sources: [join(root, 'packages/sdk/src/documents'), join(subgraph, 'schema.graphql')],
    run: async () => (await import('../packages/sdk/codegen.ts')).generateSdk(),
    isCommitted: true,
  },
];

/** Runs the steps without which the servers do not start, where their result is missing or old. */
export async function generateStale(say: (text: string) => void): Promise<void> {
  const stale = GENERATE_STEPS.filter((step) => !step.isCommitted && isStale(step.made, step.sources));
  for (const step of stale) {
    say(step.name);
    await step.run().catch((error: unknown) => {
      throw isPermissionFailure(error) ? notWritable(dirname(step.made), null, error) : error;
    });
  }
}

async function generateAll(): Promise<void> {
  for (const step of GENERATE_STEPS) {
    const began = performance.now();
    await step.run();
    console.log(`${step.name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

async function generatePrismaClient(): Promise<void> {
  await prisma(['generate']);
  if (!existsSync(join(subgraph, 'generated/prisma/client.ts')))
    throw new Error('prisma generate made no client');
}

async function generateSdl(): Promise<void> {
  // Imported only now: the subgraph needs the Prisma client that an earlier step makes.
  const { buildSchema, printSchema } = await import('@cnscd/subgraph');
  writeFileSync(join(subgraph, 'schema.graphql'), printSchema(buildSchema()));
}

if (import.meta.main) await generateAll();
