/** What makes two figures statements of the same fact. */
export interface Fact {
  unitId: string;
  indicatorCode: string;
  level?: string | null | undefined;
  teamKind?: string | null | undefined;
  asOf: string;
  period?: string | null | undefined;
  sourceId: string;
}

/** The identity of a stated fact over all of its revisions: a correction is the next revision of the same key. */
export function factKeyOf({ unitId, indicatorCode, level, teamKind, asOf, period, sourceId }: Fact): string {
  return [unitId, indicatorCode, level ?? '', teamKind ?? '', asOf, period ?? '', sourceId].join('|');
}
