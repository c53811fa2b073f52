/** Who states one of these speaks for itself. */
export const HEADLINE_INDICATORS: readonly string[] = ['TEAMS', 'MEMBERS'];

/** What an overview shows and checks for a day. A period says nothing more about these than the day does. */
export const STANDING_COUNTS: readonly string[] = [
  ...HEADLINE_INDICATORS,
  ...['DISTRICTS', 'COMMUNES', 'VILLAGES', 'DISTRICTS_COVERED', 'COMMUNES_COVERED', 'VILLAGES_COVERED'],
];

/** Whether an indicator counts what stands on a day, not what happens in a time. */
export function isStandingCount(indicator: string): boolean {
  return STANDING_COUNTS.includes(indicator);
}
