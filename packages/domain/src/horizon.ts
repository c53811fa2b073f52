import type { LocalDate } from './dates.ts';

// The casts are true, these are real days: parsing them would keep a bundler from dropping the file where it is unused.

/** The first day of which anything is claimed about a unit or a team: the programme began in 2022 (793/BTTTT-THH). */
export const UNITS_KNOWN_FROM: LocalDate = '2022-01-01' as LocalDate;

/** The last day of three levels: 63 provinces, 696 districts and their communes (NQ 203/2025/QH15). */
export const LAST_DAY_OF_DISTRICTS: LocalDate = '2025-06-30' as LocalDate;

/** The first day of two levels: 34 provinces and 3,321 communes, no districts (NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg). */
export const FIRST_DAY_OF_TWO_LEVELS: LocalDate = '2025-07-01' as LocalDate;
