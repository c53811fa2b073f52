import { figureRules } from '../figures/figures-rules.ts';

/** What officers measure themselves: as figures, but where no document is named this register is the source. */
export const measurementsRules = figureRules('MEASUREMENTS', { needsSource: false });
