// What an overview shows for a day. A period says nothing more about these than the day does.
const STANDING_COUNTS: readonly string[] = [
  ...['TEAMS', 'MEMBERS', 'DISTRICTS', 'COMMUNES', 'VILLAGES'],
  ...['DISTRICTS_COVERED', 'COMMUNES_COVERED', 'VILLAGES_COVERED'],
];

/** Whether an indicator counts what stands on a day, not what happens in a time. */
export function isStandingCount(indicator: string): boolean {
  return STANDING_COUNTS.includes(indicator);
}
