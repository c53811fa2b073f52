import type { Outcome, Step } from './step.ts';

/**
 * Runs the steps one after the other, all of them whatever fails, and ends with one line that counts: `N passed, N failed`.
 * With arguments: only the step of that name, which gets the further arguments.
 */
export async function runSteps(steps: readonly Step[], args: string[]): Promise<void> {
  const [name, ...extra] = args;
  const chosen = name === undefined ? steps : steps.filter((step) => step.name === name);
  if (chosen.length === 0) {
    console.error(`There is no step "${name}". Steps: ${steps.map((step) => step.name).join(', ')}`);
    process.exit(1);
  }
  // The terminal interrupts the running program too: end without starting the next.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const step of chosen) add(total, await runOne(step, extra));
  console.log(
    `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exit(total.failed > 0 ? 1 : 0);
}

async function runOne(step: Step, extra: string[]): Promise<Outcome> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    const outcome = await step.run(extra);
    console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${step.name} (${seconds()})`);
    if (outcome.failed > 0) console.log(alone(step));
    return outcome;
  } catch (error) {
    console.log(`✗ ${step.name} (${seconds()})\n${error instanceof Error ? error.message : String(error)}`);
    console.log(alone(step));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function alone(step: Step): string {
  return `  Alone: npm test -- ${step.name}`;
}

function add(total: Outcome, outcome: Outcome): void {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
