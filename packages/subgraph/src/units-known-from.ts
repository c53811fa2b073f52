import type { LocalDate } from '@cnscd/domain';

/** The programme began in 2022; nothing before is claimed about any unit or team. */
export const UNITS_KNOWN_FROM = '2022-01-01' as LocalDate; // a real day, written out
