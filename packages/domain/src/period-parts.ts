import type { PeriodKind } from './report-vocabulary.ts';

/** What a period's text says. It may still be a week that its year does not have. */
export interface PeriodParts {
  kind: PeriodKind;
  year: number;
  /** Counted from 1 within the year. */
  number: number;
}

/** The parts of a text in one of the five forms, otherwise null. */
export function parsePeriod(text: string): PeriodParts | null {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) return null;
  const year = Number(groups['year']);
  if (groups['half'] !== undefined) return { kind: 'HALF', year, number: Number(groups['half']) };
  if (groups['quarter'] !== undefined) return { kind: 'QUARTER', year, number: Number(groups['quarter']) };
  if (groups['month'] !== undefined) return counted('MONTH', year, Number(groups['month']), 12);
  if (groups['week'] !== undefined) return counted('WEEK', year, Number(groups['week']), 53);
  return { kind: 'YEAR', year, number: 1 };
}

const FORM = /^(?<year>\d{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>\d{2})|W(?<week>\d{2})))?$/;

function counted(kind: PeriodKind, year: number, number: number, last: number): PeriodParts | null {
  return number >= 1 && number <= last ? { kind, year, number } : null;
}
