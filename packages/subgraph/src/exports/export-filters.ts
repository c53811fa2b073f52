import { DomainError, isStorableText, type Messages, quoted, shown } from '@cnscd/domain';

/** Reads the text of one parameter, as an address or an option of the command has it. */
type Reader<Value> = (text: string, name: string) => Value;

/** The filters of an export, and how each is read. */
export type FilterShape = Readonly<Record<string, Reader<unknown>>>;

/** Null: not asked for. */
export type FiltersOf<Shape extends FilterShape> = {
  readonly [Name in keyof Shape]: ReturnType<Shape[Name]> | null;
};

export const text: Reader<string> = (given, name) => {
  if (isStorableText(given)) return given;
  throw invalid(name, given, {
    vi: 'không phải là chữ lưu được; hãy gõ lại',
    en: 'no such text can be stored; type it again',
  });
};

/** Several, with commas between. */
export const list: Reader<string[]> = (given, name) =>
  text(given, name)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const flag: Reader<boolean> = (given, name) => {
  if (given === 'true' || given === 'false') return given === 'true';
  throw invalid(name, given, { vi: 'phải là true hoặc false', en: 'it must be true or false' });
};

/** From 1, without sign or leading zero. */
export const wholeNumber: Reader<number> = (given, name) => {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw invalid(name, given, { vi: 'phải là số nguyên từ 1', en: 'it must be a whole number from 1' });
};

/** One value of a vocabulary. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): Reader<Value> =>
  (given, name) => {
    const value = values.find((each) => each === given);
    if (value !== undefined) return value;
    const choices = values.join(', ');
    throw invalid(name, given, { vi: `phải là một trong: ${choices}`, en: `it must be one of: ${choices}` });
  };

/**
 * Filters from the parameters that somebody gave. An empty one is one that was not given, as forms send it.
 *
 * @throws {DomainError} `INPUT_INVALID` for a value that is none, and for a parameter that the export does not have:
 * a filter that is silently left out would let more into the file than was meant
 */
export function readFilters<Shape extends FilterShape>(
  shape: Shape,
  given: Readonly<Record<string, string>>,
): FiltersOf<Shape> {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(shape, name)) continue;
    const choices = Object.keys(shape).join(', ');
    throw invalid(shown(name), given[name] ?? '', {
      vi: `tệp xuất này không có bộ lọc đó; có: ${choices}`,
      en: `this export has no such filter; there are: ${choices}`,
    });
  }
  const entries = Object.entries(shape).map(([name, read]) => {
    const value = Object.hasOwn(given, name) ? (given[name] ?? '') : '';
    return [name, value === '' ? null : read(value, name)];
  });
  return Object.fromEntries(entries) as FiltersOf<Shape>; // an entry for each name of the shape, read by its reader
}

function invalid(field: string, given: string, why: Messages): DomainError {
  const value = quoted(given);
  return new DomainError(
    'INPUT_INVALID',
    { vi: `${field} là ${value}; ${why.vi}.`, en: `${field} is ${value}; ${why.en}.` },
    { field, value },
  );
}
