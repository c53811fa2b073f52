import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  DefineIndicatorDocument,
  type DefineIndicatorInput,
  DefineIndicatorVersionDocument,
  type DefineIndicatorVersionInput,
  type Figure,
  FiguresDocument,
  type FiguresVariables,
  type Indicator,
  IndicatorsDocument,
  type IndicatorsVariables,
  type KpiBoard,
  KpiBoardDocument,
  type KpiBoardVariables,
  type Measurement,
  RecordMeasurementDocument,
  type RecordMeasurementInput,
  type SetTarget,
  SetTargetDocument,
  type SetTargetInput,
  TargetsDocument,
  type TargetsVariables,
  type TeamKpi,
  TeamKpisDocument,
  type TeamKpisVariables,
  TeamTargetsDocument,
  type TeamTargetsVariables,
} from '../generated/operations.ts';
import { stated } from '../stated.ts';
import type { Keyed } from '../write.ts';

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
  /** Targets set for the unit that bears `code` on `asOf`, latest period first; at most 500. Error: `UNIT_NOT_FOUND`. */
  targets(unit: TargetsVariables, options?: RequestOptions): Promise<SetTarget[]>;
  /** Targets set for a team, for who sees inside it. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`. */
  targetsOfTeam(team: TeamTargetsVariables, options?: RequestOptions): Promise<SetTarget[]>;
  /**
   * Every indicator that is counted from what one team does, as its verified activities in a period give it, against its
   * targets. For who sees inside the team.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `PERIOD_INVALID`
   */
  kpisOfTeam(team: TeamKpisVariables, options?: RequestOptions): Promise<TeamKpi[]>;
  /**
   * Sets a goal for a unit or a team in a period, or with `expectedVersion` changes it: once the period has begun, with
   * a reason. For officers.
   *
   * @throws {CnscdConflict} when somebody was faster, or there is a target already
   * @throws {CnscdError} `REASON_MISSING`, `INDICATOR_NOT_FOUND`, `TARGET_NOT_FOUND`, `NUMBER_INVALID`, `NOT_PERMITTED`
   */
  setTarget(target: Keyed<SetTargetInput>, options?: RequestOptions): Promise<SetTarget>;
  /**
   * Records a figure as a source states it; with `expectedVersion` and a reason it corrects one. For officers.
   *
   * @throws {CnscdConflict} when somebody was faster, or the figure is there already
   * @throws {CnscdError} `REASON_MISSING`, `INDICATOR_NOT_FOUND`, `NUMBER_INVALID`, `SOURCE_NOT_FOUND`, `NOT_PERMITTED`
   */
  recordMeasurement(figure: Keyed<RecordMeasurementInput>, options?: RequestOptions): Promise<Measurement>;
  /** Something new to be measured. For administrators. */
  define(indicator: Keyed<DefineIndicatorInput>, options?: RequestOptions): Promise<Indicator>;
  /** What an indicator means from a day on. For administrators. */
  defineVersion(version: Keyed<DefineIndicatorVersionInput>, options?: RequestOptions): Promise<Indicator>;
}

export function indicatorsOf({ query: send, write }: Connection): Indicators {
  return {
    list: async (filter = {}, options) => (await send(IndicatorsDocument, filter, options)).indicators,
    board: async (board, options) => (await send(KpiBoardDocument, board, options)).kpiBoard,
    figures: async (unit, options) =>
      stated((await send(FiguresDocument, unit, options)).adminUnit, 'adminUnit').figures,
    targets: async (unit, options) =>
      stated((await send(TargetsDocument, unit, options)).adminUnit, 'adminUnit').targets,
    kpisOfTeam: async (team, options) =>
      stated((await send(TeamKpisDocument, team, options)).team, 'team').kpis,
    targetsOfTeam: async (team, options) =>
      stated((await send(TeamTargetsDocument, team, options)).team, 'team').targets,
    setTarget: (target, options) => write(SetTargetDocument, 'setTarget', target, options),
    recordMeasurement: (figure, options) =>
      write(RecordMeasurementDocument, 'recordMeasurement', figure, options),
    define: (indicator, options) => write(DefineIndicatorDocument, 'defineIndicator', indicator, options),
    defineVersion: (version, options) =>
      write(DefineIndicatorVersionDocument, 'defineIndicatorVersion', version, options),
  };
}
