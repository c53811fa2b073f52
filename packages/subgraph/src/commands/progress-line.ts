import type { ImportRecord } from '../entities/import.ts';

const WIDTH = 30;

const PHASES: Readonly<Record<NonNullable<ImportRecord['phase']>, string>> = {
  READING: 'Đang đọc tệp · Reading',
  JUDGING: 'Đang đối chiếu với sổ, mọi dòng một lần · Comparing, all rows in one step',
  WRITING: 'Đang ghi vào sổ, mọi dòng một lần · Writing, all rows in one step',
  UNDOING: 'Đang hoàn tác, mọi dòng một lần · Undoing, all rows in one step',
};

/**
 * One line that is written over as the work goes on; where nobody looks, as in a log, one line for each phase.
 *
 * @param stream - @defaultValue stderr, so that the result can be piped
 */
export function progressLine(stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr) {
  let last = '';
  return {
    show({ phase, done, total }: Pick<ImportRecord, 'phase' | 'done' | 'total'>): void {
      if (phase === null) return;
      const text = stream.isTTY ? `${bar(done, total)} ${PHASES[phase]}` : PHASES[phase];
      if (text === last) return;
      last = text;
      stream.write(stream.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
    },
    end(): void {
      if (stream.isTTY && last !== '') stream.write('\r\u001b[K');
    },
  };
}

/** How much of it is done; dots where that is not known. */
function bar(done: number, total: number | null): string {
  if (total === null || total === 0 || done === 0) return `[${'·'.repeat(WIDTH)}]     `;
  const share = Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  return `[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${String(Math.round(share * 100)).padStart(3)}%`;
}
