/** What a row says of where it belongs, in its own words. Rows with the same words are looked up once. */
export interface PlaceWords {
  unitCode?: string | null;
  village?: string | null;
  commune?: string | null;
  district?: string | null;
  province?: string | null;
  teamCode?: string | null;
  teamName?: string | null;
  /** The day on which the unit is meant, YYYY-MM-DD; left out: the day of the import. */
  day?: string | null;
}

const UNIT_FIELDS = ['unitCode', 'village', 'commune', 'district', 'province'] as const;
const TEAM_FIELDS = ['teamCode', 'teamName'] as const;

/** Where one of these cells cannot be read, the others do not say where the row belongs. */
export const PLACE_FIELDS: readonly string[] = [...UNIT_FIELDS, ...TEAM_FIELDS];

/** The words for a team and its unit. */
export const teamWords = (values: Readonly<Record<string, unknown>>): PlaceWords =>
  picked(values, [...TEAM_FIELDS, ...UNIT_FIELDS]);

/** The words for a unit as it stands on a day. */
export const unitWordsOn = (values: Readonly<Record<string, unknown>>, day: unknown): PlaceWords => ({
  ...picked(values, UNIT_FIELDS),
  ...(typeof day === 'string' ? { day } : {}),
});

function picked(
  values: Readonly<Record<string, unknown>>,
  fields: readonly (keyof PlaceWords)[],
): PlaceWords {
  const words: PlaceWords = {};
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'string' && value !== '') words[field] = value;
  }
  return words;
}
