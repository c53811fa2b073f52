import type { Database } from '../../../src/database/client.ts';
import { addActivity, addTeam, type ReportingTeam } from './reporting-country.ts';

const PLACES = ['v1', 'v2', '00001', '00002', '00003', '00004', '01', '00021'] as const;

/** One team in each place of the reporting country, and what they did in the third quarter of 2026. */
export async function addQuarter(database: Database): Promise<Partial<Record<string, ReportingTeam>>> {
  const teams: Partial<Record<string, ReportingTeam>> = Object.fromEntries(
    await Promise.all(PLACES.map(async (unit) => [unit, await addTeam(database, unit)] as const)),
  );
  const act = (unit: string, day: string, counts: readonly [number | null, number | null]) =>
    addActivity(database, teams[unit]?.id ?? '', day, counts);
  await act('v1', '2026-07-05', [10, 8]);
  await act('v2', '2026-08-20', [6, 3]);
  await act('00001', '2026-09-30', [4, 4]);
  await act('00002', '2026-07-20', [20, 10]);
  await act('00002', '2026-09-01', [5, 5]);
  await act('00003', '2026-08-14', [7, 7]);
  await act('00003', '2026-08-15', [1, 0]);
  await act('00004', '2026-07-31', [3, 1]);
  await act('01', '2026-09-09', [2, 2]);
  // Of the quarters before and after: an evening's work belongs to the day in Việt Nam.
  await act('00004', '2026-06-30', [100, 100]);
  await act('00004', '2026-10-01', [100, 100]);
  return teams;
}
