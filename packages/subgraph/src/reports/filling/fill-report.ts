import sql from 'sql-template-tag';
import type { Readable } from '../../database/client.ts';
import { indicatorColumns } from '../../entities/indicator.ts';
import { required } from '../../entities/required.ts';
import type { IndicatorRow } from '../../entities/rows.ts';
import type { LineRow } from '../report-rows.ts';
import { type FilledValue, fillLine } from './fill-line.ts';
import { type Coverage, coverageOf, type FillQuestion, readReportFacts } from './report-facts.ts';

/** A line with its value. */
export interface FilledLine extends FilledValue {
  line: LineRow;
  indicator: IndicatorRow;
}

/** What a report is to hold, and what it was filled from. */
export interface Filling {
  values: FilledLine[];
  covers: Coverage;
  /** Approvals below that values were taken from, by the numbers of their steps. */
  basis: number[];
}

/** Fills the lines of a template for a unit and a period, from what there is at this moment. */
export async function fillReport(
  reader: Readable,
  question: Omit<FillQuestion, 'lines'> & { templateId: string },
): Promise<Filling> {
  const rows = await linesOf(reader, question.templateId);
  const lines = rows.map(({ line }) => line);
  const facts = await readReportFacts(reader, { ...question, lines });
  return {
    values: rows.map(({ line, indicator }) => ({ ...fillLine(line, indicator, facts), line, indicator })),
    covers: coverageOf(question.unit, question.period),
    basis: basisOf([...facts.below, ...facts.pieces.flatMap(({ predecessor }) => predecessor ?? [])]),
  };
}

/** The approvals behind reports, in order: when they differ from those of a filling, it is out of date. */
export const basisOf = (reports: readonly { approval: number | null }[]): number[] =>
  reports.flatMap(({ approval }) => approval ?? []).sort((one, other) => one - other);

async function linesOf(
  { db }: Readable,
  templateId: string,
): Promise<{ line: LineRow; indicator: IndicatorRow }[]> {
  const rows = await db.rows<LineRow & { indicator: IndicatorRow }>(sql`
    /* templateLines */
    select l.code, l.position, l.table_code as "tableCode", l.table_vi as "tableVi", l.table_en as "tableEn",
      l.label_vi as "labelVi", l.label_en as "labelEn", l.indicator_code as "indicatorCode", l.origin,
      l.is_required as "isRequired", (select to_json(i) from (select ${indicatorColumns} from indicator i where i.code = l.indicator_code) i) as indicator
    from report_template_line l where l.template_id = ${templateId} order by l.position`);
  return rows.map(({ indicator, ...line }) => ({
    line,
    indicator: required(indicator, `indicator ${line.indicatorCode}`),
  }));
}
