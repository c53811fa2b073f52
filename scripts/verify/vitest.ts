import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runProgram, type Step } from './step.ts';

/** What of vitest's JSON report is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** All tests. `npm test -- vitest FILE …` runs some. */
export const VITEST_STEP: Step = {
  name: 'vitest',
  async run(files) {
    const folder = mkdtempSync(join(tmpdir(), 'cnscd-vitest-'));
    const file = join(folder, 'report.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files];
    try {
      const failure = await runProgram('vitest', args, { isShown: true }).catch((error: unknown) => error);
      return count(JSON.parse(readFileSync(file, 'utf8')) as Report, failure instanceof Error);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function count(report: Report, hasFailed: boolean): Outcome {
  // A file that does not even load has no test that could fail: it counts as one.
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloadable;
  return {
    passed: report.numPassedTests,
    // Errors outside any test, such as a rejection nobody waits for, also end vitest with a failure.
    failed: failed === 0 && hasFailed ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
