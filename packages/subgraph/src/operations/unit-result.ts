import { resultUnion } from './write-types.ts';

/** What writes answer that leave a unit: one that is new, or one whose draft of a report has gone. */
export const AdminUnitResult = resultUnion('AdminUnit');
