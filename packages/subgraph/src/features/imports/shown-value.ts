import {
  formatDate,
  formatNumber,
  type ImportKind,
  LABELS,
  type LocalDate,
  type Messages,
} from '@cnscd/domain';
import { IMPORT_FIELDS } from '../../imports/reading/fields.ts';
import type { FieldType } from '../../imports/reading/sheet-row.ts';
import type { WordList } from '../../imports/reading/words.ts';

/** A value of a row as it is staged, and what its field is called. */
export interface ShownCell {
  field: string;
  label: string;
  value: string | null;
}

/** What officers call a field, in Vietnamese. */
export const labelOf = (kind: ImportKind, field: string): string => fieldOf(kind, field)?.label.vi ?? field;

const fieldOf = (kind: ImportKind, field: string) => IMPORT_FIELDS[kind].find(({ name }) => name === field);

/** The values of a row under the fields of its columns. */
export function cellsOf(kind: ImportKind, values: Readonly<Record<string, unknown>>): ShownCell[] {
  return Object.entries(byColumn(values)).map(([field, value]) => ({
    ...{ field, label: labelOf(kind, field) },
    value:
      field === 'phones'
        ? typeof value === 'number' && value > 0
          ? PHONE_WORDS.PRESENT
          : null
        : shownValue(kind, field, value),
  }));
}

/** Topics and their counts were put together when the row was read, and stand in columns of their own. */
function byColumn({ outcomes, ...values }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!Array.isArray(outcomes)) return values;
  const [one = {}, ...others] = outcomes as Record<string, unknown>[]; // as `finishActivity` makes them
  const { topic: _, ...counts } = others.length === 0 ? one : {};
  return { ...values, topics: outcomes.map(({ topic }) => topic), ...counts };
}

/** A value as people read it: choices by their labels, days and numbers as Vietnamese has them. Null: nothing. */
export function shownValue(kind: ImportKind, field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map((each) => shownValue(kind, field, each)).join(', ');
  }
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  const text = String(value);
  const type = fieldOf(kind, field)?.type;
  if (field === 'phones') return PHONE_WORDS[text as keyof typeof PHONE_WORDS] ?? null;
  if (type === 'DAY') return formatDate(text as LocalDate, 'vi'); // of the reading or of the database
  if (type !== undefined && NUMBERS.includes(type)) return formatNumber(Number(text));
  const list = type === undefined ? undefined : WORDS[type];
  const labels: Readonly<Record<string, Messages>> = list === undefined ? {} : LABELS[list];
  return labels[text]?.vi ?? text;
}

const NUMBERS: readonly FieldType[] = ['COUNT', 'NUMBER', 'STATED_NUMBER'];

const WORDS: Partial<Record<FieldType, WordList>> = {
  ...{ ROLE: 'memberRole', AFFILIATIONS: 'affiliation', TEAM_KIND: 'teamKind', TEAM_STATUS: 'teamStatus' },
  ...{ ACTIVITY_KIND: 'activityKind', ACTIVITY_STATUS: 'activityStatus', TOPICS: 'topic' },
  ...{ ADMIN_LEVEL: 'adminLevel', QUALIFIER: 'qualifier' },
};

/** Of a phone number only that there is one, and whether it is another. */
const PHONE_WORDS = { PRESENT: 'có số', ABSENT: 'chưa có số', REPLACED: 'số mới' } as const;
