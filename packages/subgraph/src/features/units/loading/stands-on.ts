/** Whether a version stands on the day; both of its ends belong to it, and a missing one is open. */
export function standsOn(unit: { validFrom: string | null; validTo: string | null }, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || unit.validTo >= day);
}
