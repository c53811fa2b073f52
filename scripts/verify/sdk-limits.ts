import { join } from 'node:path';
import { check, programStep, root, runProgram, type Step } from './step.ts';

const folder = join(root, 'packages/sdk');

/** What a page downloads of the SDK, as built: `packages/sdk/.size-limit.json`. */
const SIZE_STEP: Step = programStep('size:sdk', join(folder, 'node_modules/.bin/size-limit'), [], folder);

/** Beside the Node 24 that everything here runs on. */
const OTHER_NODES = ['20.20.2', '22.23.3'];

/** The built SDK on every Node that it promises, from npm. */
const RUNTIME_STEP: Step = {
  name: 'runtimes:sdk',
  run: () =>
    check(async () => {
      const smoke = join(root, 'scripts/verify/runtime-smoke.mjs');
      await runProgram('node', [smoke]);
      for (const version of OTHER_NODES) await runProgram('npx', ['-y', `node@${version}`, smoke]);
    }),
};

/** After the builds. */
export const SDK_STEPS: readonly Step[] = [SIZE_STEP, RUNTIME_STEP];
