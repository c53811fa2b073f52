// `npm run build`: the packages as they would be published, in `packages/*/dist`.
import { BUILD_STEPS } from './pack.ts';
import { runSteps } from './run-steps.ts';

await runSteps(BUILD_STEPS, process.argv.slice(2));
