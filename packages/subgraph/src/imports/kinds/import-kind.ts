import type { ImportKind } from '@cnscd/domain';
import type { Transaction } from '../../operations/transaction.ts';
import type { Who } from '../../operations/write.ts';
import type { PlaceWords } from '../place-words.ts';

/** The import that is judged or applied. */
export interface ImportAtWork {
  id: string;
  /** "Today" of all its rules. */
  judgedOn: string;
  /** Units that it may touch, and what lies in them. */
  regionIds: readonly string[];
}

/** How a row names what it is about, as the register looks for it. */
export interface RowKeys {
  searchText: string;
  nameKey: string;
}

/**
 * What is particular to a kind of file. Everything is done for all rows at once, by statements over `import_row` and
 * the temporary tables that the frame has made: `matched_place` (place, unit_id, unit_level, team_id, findings),
 * `placed_row` (n, place; rows of which the file says it), `region_unit` (unit_id), `import_finding`, `judged`. A row with
 * an error takes no part in what is applied, and is judged as far as it can be nevertheless: the officer is told of all
 * that is wrong with it at once.
 */
export interface ImportKindRules {
  kind: ImportKind;
  /** Which words of a row say where it belongs. */
  placeOf(values: Readonly<Record<string, unknown>>): PlaceWords;
  /** Whether a row is about a team that is there (MUST), one that may be there (MAY), or none. */
  team: 'MUST' | 'MAY' | 'NONE';
  /** A team that has ended is told (`TEAM_ENDED`) and matched nevertheless: the kind looks at its days itself. */
  mayHaveEnded?: true;
  /** Null: the rows of this kind are found otherwise. */
  keysOf(values: Readonly<Record<string, unknown>>): RowKeys | null;
  /**
   * Holds the rows against the register: what it finds goes into `import_finding`, what is to be
   * done into `judged` (n, outcome, changes, plan), by n. The plan holds no id that is made up: two judgements of the
   * same register are equal.
   */
  judge(tx: Transaction, work: ImportAtWork): Promise<void>;
  /** Keeps others from what the plan is about until it is done: people before teams, each in the order of ids. */
  lock(tx: Transaction, work: ImportAtWork): Promise<void>;
  /** Does what the verdicts plan, and appends to the audit. A journal is kept meanwhile. */
  apply(tx: Transaction, work: ImportAtWork & { who: Who }): Promise<void>;
}
