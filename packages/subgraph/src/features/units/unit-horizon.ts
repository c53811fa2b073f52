/** The last day of the three-level administration: 63 provinces, 696 districts and their communes. */
export const LAST_DAY_OF_DISTRICTS = '2025-06-30';

/** The first day of the two-level administration: 34 provinces, 3,321 communes, no districts. */
export const FIRST_DAY_OF_TWO_LEVELS = '2025-07-01';
