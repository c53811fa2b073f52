// `npm test`: everything, from style to the gateway and a real browser. `npm test -- STEP` runs one step.
import { CHECK_STEPS } from './check.ts';
import { CONSUMER_STEP } from './consumer.ts';
import { GENERATED_STEP } from './generated.ts';
import { BUILD_STEPS, PACK_STEPS } from './pack.ts';
import { runSteps } from './run-steps.ts';
import { SDK_STEPS } from './sdk-limits.ts';
import { VITEST_STEP } from './vitest.ts';

const steps = [
  GENERATED_STEP,
  ...CHECK_STEPS,
  ...BUILD_STEPS,
  ...PACK_STEPS,
  ...SDK_STEPS,
  CONSUMER_STEP,
  VITEST_STEP,
];
await runSteps(steps, process.argv.slice(2));
