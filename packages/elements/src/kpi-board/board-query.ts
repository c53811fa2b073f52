import type { AdminLevel, Boundary } from '@cnscd/domain';
import {
  type IndicatorSummary,
  type KpiValue,
  type Send,
  type Source,
  type Target,
  type TypedDocument,
  typedDocument,
  type UnitName,
  type Warning,
} from '@cnscd/sdk';

export interface BoardVariables {
  unitCode: string;
  period: string;
  indicatorCodes: string[] | null;
  breakdown: AdminLevel | null;
  boundary: Boundary;
}

/** A value without what only a board's own row shows. */
export type UnitValue = Pick<
  KpiValue,
  'value' | 'numerator' | 'denominator' | 'qualifier' | 'attainment' | 'rank'
> & {
  unit: Pick<UnitName, 'id' | 'code' | 'name' | 'fullName' | 'level'>;
  target: Pick<Target, 'comparator' | 'value' | 'measureUnit' | 'readings' | 'statement'> | null;
};

export type TotalValue = UnitValue &
  Pick<KpiValue, 'completeness'> & {
    sources: Pick<Source, 'title' | 'url' | 'publishedOn'>[];
    warnings: Pick<Warning, 'code' | 'message' | 'messageEn'>[];
  };

export interface BoardRow {
  indicator: Pick<IndicatorSummary, 'code' | 'name' | 'nameEn' | 'unit' | 'aggregation'>;
  total: TotalValue;
  breakdown: UnitValue[];
}

export interface Board {
  unit: Pick<UnitName, 'id' | 'code' | 'fullName' | 'level'>;
  period: string;
  rows: BoardRow[];
}

export const BOARD_QUERY: TypedDocument<{ kpiBoard: Board }, BoardVariables> = typedDocument(
  `query CnscdKpiBoard($unitCode:String!,$period:Period!,$indicatorCodes:[String!],$breakdown:AdminLevel,$boundary:Boundary){
kpiBoard(unitCode:$unitCode,period:$period,indicatorCodes:$indicatorCodes,breakdown:$breakdown,boundary:$boundary){
unit{id code fullName level}period rows{indicator{code name nameEn unit aggregation}
total{...V completeness sources{title url publishedOn}warnings{code message messageEn}}breakdown{...V}}}}
fragment V on KpiValue{unit{id code name fullName level}value numerator denominator qualifier attainment rank
target{comparator value measureUnit readings statement}}`,
);

export async function askBoard(query: Send, variables: BoardVariables, signal: AbortSignal): Promise<Board> {
  return (await query(BOARD_QUERY, variables, { signal })).kpiBoard;
}
