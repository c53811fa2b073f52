import { type AdminLevel, LAST_DAY_OF_DISTRICTS } from '@cnscd/domain';

/** The level right below one on a day; null below a commune, whose villages have no code to be asked by. */
export function levelBelow(level: AdminLevel, day: string): AdminLevel | null {
  switch (level) {
    case 'NATION':
      return 'PROVINCE';
    case 'PROVINCE':
      return day <= LAST_DAY_OF_DISTRICTS ? 'DISTRICT' : 'COMMUNE';
    case 'DISTRICT':
      return 'COMMUNE';
    case 'COMMUNE':
    case 'VILLAGE':
      return null;
    default:
      return level satisfies never;
  }
}
