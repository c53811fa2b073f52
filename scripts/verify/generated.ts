import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { GENERATE_STEPS } from '../generate.ts';
import { check, root, type Step } from './step.ts';

/** Makes what the code imports, and holds what is committed against what would be made today. */
export const GENERATED_STEP: Step = {
  name: 'generated',
  run: () =>
    check(async () => {
      const outdated: string[] = [];
      for (const step of GENERATE_STEPS) {
        const before = textOf(step.made);
        await step.run();
        if (step.isCommitted && textOf(step.made) !== before) outdated.push(relative(root, step.made));
      }
      if (outdated.length === 0) return;
      throw new Error(
        `Not what its source makes: ${outdated.join(', ')}. It is made anew now: look at it and commit it.`,
      );
    }),
};

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
