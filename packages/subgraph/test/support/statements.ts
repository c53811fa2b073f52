/** The statements of a write, in their order. */
export const untilCommit = (statements: readonly string[]): string[] =>
  statements.slice(0, statements.indexOf('commit') + 1);

/** The statements that read its answer, by name: loaders of one tick ask in any order. */
export const afterCommit = (statements: readonly string[]): string[] =>
  statements.slice(statements.indexOf('commit') + 1).sort();
