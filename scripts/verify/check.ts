// `npm run check`: what can be said without running anything. Style, types, floors, leftovers.
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { runSteps } from './run-steps.ts';
import { programStep, root, type Step } from './step.ts';

const projects = ['.', ...globSync('{packages,examples}/*/tsconfig.json', { cwd: root }).map(dirname).sort()];

export const CHECK_STEPS: readonly Step[] = [
  programStep('biome', 'biome', ['check', '--error-on-warnings']),
  ...projects.map((project) => programStep(`tsc:${project}`, 'tsc', ['-p', project])),
  programStep('depcruise', 'depcruise', ['packages', 'examples', 'scripts', '--output-type', 'err']),
  programStep('knip', 'knip', []),
];

if (import.meta.main) await runSteps(CHECK_STEPS, process.argv.slice(2));
