import { type ImportFault, importFault } from '@cnscd/domain';
import type { TableColumn } from './find-table.ts';
import type { SheetRow } from './sheet-row.ts';

type Add = (fault: ImportFault, column: TableColumn, value: string | null) => void;

const COUNTS = ['reached', 'assisted', 'succeeded'] as const;

/** Puts topics and counts together as outcomes: one topic has the row's counts, several have none of their own. */
export function finishActivity(record: SheetRow, columns: readonly TableColumn[], add: Add): void {
  const { topics, reached = null, assisted = null, succeeded = null, ...values } = record.values;
  const columnOf = (name: string) => columns.find(({ field }) => field?.name === name);
  requireFalling({ reached, assisted, succeeded }, columnOf, add);
  const counted = COUNTS.find((name) => typeof record.values[name] === 'number');
  const topicColumn = columnOf('topics');
  const countColumn = counted === undefined ? undefined : columnOf(counted);
  record.values = values;
  if (topicColumn === undefined && countColumn === undefined) return;
  const listed = Array.isArray(topics) ? topics : [];
  if (countColumn !== undefined && listed.length > 1 && topicColumn !== undefined) {
    add(importFault('TOPICS_SHARE_COUNTS', { column: topicColumn.header }), topicColumn, null);
  }
  // Counts that nobody can attach to a topic; an unknown topic has been said already.
  const isTopicFaulty = record.issues.some(
    ({ field, severity }) => field === 'topics' && severity === 'ERROR',
  );
  if (countColumn !== undefined && listed.length === 0 && !isTopicFaulty) {
    const where = topicColumn ?? countColumn;
    add(importFault('VALUE_MISSING', { column: topicColumn?.header ?? 'Nội dung hỗ trợ' }), where, null);
  }
  record.values['outcomes'] = listed.map((topic) =>
    listed.length === 1
      ? { topic, reached, assisted, succeeded }
      : { topic, reached: null, assisted: null, succeeded: null },
  );
}

function requireFalling(
  counts: Readonly<Record<(typeof COUNTS)[number], unknown>>,
  columnOf: (name: string) => TableColumn | undefined,
  add: Add,
): void {
  const known = COUNTS.flatMap((name) => {
    const [count, column] = [counts[name], columnOf(name)];
    return typeof count === 'number' && column !== undefined ? [{ count, column }] : [];
  });
  for (const [at, part] of known.entries()) {
    const whole = known[at - 1];
    if (whole === undefined || part.count <= whole.count) continue;
    const facts = { part: part.count, whole: whole.count, wholeColumn: whole.column.header };
    add(
      importFault('COUNTS_CONTRADICT', { column: part.column.header, ...facts }),
      part.column,
      String(part.count),
    );
  }
}
