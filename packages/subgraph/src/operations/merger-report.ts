import type { ReportLine } from '../entities/merger.ts';

/** What each kind of line is called, in Vietnamese and English. */
export type LineLabels<Kind extends string> = Readonly<Record<Kind, readonly [vi: string, en: string]>>;

/** Makes the lines of a report from the names of its kinds. */
export function linesOf<Kind extends string>(labels: LineLabels<Kind>) {
  const line = (kind: Kind, counted: Pick<ReportLine, 'count' | 'details' | 'memberIds'>): ReportLine => {
    const [label, labelEn] = labels[kind];
    return { kind, label, labelEn, ...counted };
  };
  return {
    /** A line that counts what it lists. */
    listed: (kind: Kind, details: string[]) => line(kind, { count: details.length, details }),
    /** A line that counts, with what there is to say about it. */
    counted: (kind: Kind, count: number, details: string[] = []) => line(kind, { count, details }),
    /** A line that counts people, each once: by id, because a report is kept for good and names are not. */
    people: (kind: Kind, ids: readonly string[]) => {
      const memberIds = [...new Set(ids)];
      return line(kind, { count: memberIds.length, details: [], memberIds });
    },
  };
}

/** What does not happen has no line. */
export const happening = (lines: readonly ReportLine[]): ReportLine[] =>
  lines.filter(({ count }) => count > 0);
