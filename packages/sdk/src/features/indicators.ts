import {
  type Figure,
  FiguresDocument,
  type FiguresVariables,
  type Indicator,
  IndicatorsDocument,
  type IndicatorsVariables,
  type KpiBoard,
  KpiBoardDocument,
  type KpiBoardVariables,
} from '../generated/operations.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';

/** What is measured, and how a unit does. */
export interface Indicators {
  /** All indicators by code, at most 500. @throws {CnscdError} `SEARCH_INVALID` */
  list(filter?: IndicatorsVariables, options?: RequestOptions): Promise<Indicator[]>;
  /**
   * Indicators of a unit in a period against their targets; with `breakdown` also of the units below it, ranked.
   *
   * @throws {CnscdError} `UNIT_NOT_FOUND`, `PERIOD_INVALID`, `INDICATOR_NOT_FOUND`, `INPUT_INVALID`
   */
  board(board: KpiBoardVariables, options?: RequestOptions): Promise<KpiBoard>;
  /**
   * Figures that sources state about the unit that bears `code` on `asOf`, up to the day `until`, newest first; at
   * most 500.
   *
   * @throws {CnscdError} `UNIT_NOT_FOUND`, `DATE_INVALID`, `PERIOD_INVALID`
   */
  figures(unit: FiguresVariables, options?: RequestOptions): Promise<Figure[]>;
}

export function indicatorsOf(send: Send): Indicators {
  return {
    list: async (filter = {}, options) => (await send(IndicatorsDocument, filter, options)).indicators,
    board: async (board, options) => (await send(KpiBoardDocument, board, options)).kpiBoard,
    figures: async (unit, options) =>
      stated((await send(FiguresDocument, unit, options)).adminUnit, 'adminUnit').figures,
  };
}
