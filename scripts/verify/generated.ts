import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { GENERATE_STEPS } from '../generate.ts';
import { check, root, type Step } from './step.ts';

/** Makes what the code imports, and holds what is committed against what would be made today. */
export const GENERATED_STEP: Step = {
  name: 'generated',
  run: () =>
    check(async () => {
      const committed = GENERATE_STEPS.filter((step) => step.isCommitted).map((step) => step.made);
      await refuseChange(committed, async () => {
        for (const step of GENERATE_STEPS) await step.run();
      });
    }),
};

/** @throws Error naming the committed files that this work makes otherwise than they were */
export async function refuseChange(files: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const before = files.map(textOf);
  await work();
  const changed = files.filter((file, index) => textOf(file) !== before[index]);
  if (changed.length === 0) return;
  const names = changed.map((file) => relative(root, file)).join(', ');
  throw new Error(
    `Not what the sources make: ${names}. It is made anew now: look at the change and commit it.`,
  );
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
