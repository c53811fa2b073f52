import {
  type Aggregation,
  DomainError,
  type LocalDate,
  type MeasureUnit,
  type Messages,
  period,
  type Qualifier,
  requireDayWithin,
  requireMeasurement,
  requirePeriodOfFigure,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { isStandingCount } from '../../../rollup/standing-counts.ts';
import { addFindings } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';
import { fitsMeasureUnit } from './fits-measure-unit.ts';
import { inWordsOfFile } from './in-words-of-file.ts';

interface FigureToCheck {
  n: number;
  code: string;
  nameVi: string;
  nameEn: string;
  unit: MeasureUnit;
  aggregation: Aggregation;
  value: number;
  valueMax: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  reason: string | null;
  /** Null: not said, which is told elsewhere. */
  asOf: LocalDate | null;
  period: string | null;
  unitOfMeasure: string | null;
  /** A cell with a number could not be read: what the others say alone is not judged. */
  areNumbersUnread: boolean;
}

/** The rules of recordMeasurement, for every row that would write something. */
export async function checkFigures(tx: Transaction, { judgedOn }: ImportAtWork): Promise<void> {
  const rows = await tx.rows<FigureToCheck>(sql`
    /* figuresToCheck */
    select p.n, i.code, i.name_vi as "nameVi", i.name_en as "nameEn", i.unit, i.aggregation, p.value::float8, p.value_max::float8 as "valueMax", p.numerator::float8,
      p.denominator::float8, p.qualifier, p.reason, p.as_of as "asOf", p.period, p.unit_of_measure as "unitOfMeasure",
      p.are_numbers_unread as "areNumbersUnread"
    from figure_row p join indicator i on i.code = p.indicator_code left join judged j on j.n = p.n
    where j.outcome is distinct from 'UNCHANGED' order by p.n`);
  const today = judgedOn as LocalDate; // a day of the database
  const refused = rows.flatMap((row) => refusalsOf(row, today));
  await addFindings(
    tx,
    'FIGURE_REFUSED',
    sql`
      select n, field, jsonb_build_object('vi', vi, 'en', en) from json_to_recordset(${JSON.stringify(refused)}::json)
        as r (n int, field text, vi text, en text)`,
  );
  const misfits = rows.flatMap(({ n, unit, unitOfMeasure }) =>
    unitOfMeasure === null || fitsMeasureUnit(unitOfMeasure, unit) ? [] : [{ n, unit, given: unitOfMeasure }],
  );
  await addFindings(
    tx,
    'FIGURE_UNIT_DIFFERS',
    sql`
      select n, 'unitOfMeasure', jsonb_build_object('given', given, 'unit', unit)
      from json_to_recordset(${JSON.stringify(misfits)}::json) as r (n int, unit text, given text)`,
  );
}

/** Each rule by itself: all that is wrong is told at once. */
function refusalsOf(
  row: FigureToCheck,
  today: LocalDate,
): ({ n: number; field: string | null } & Messages)[] {
  const { asOf } = row;
  const rules = [
    () => asOf !== null && requireDayWithin(asOf, 'asOf', { today }),
    () => {
      if (row.period === null || asOf === null) return;
      requirePeriodOfFigure(period(row.period), asOf, { isStandingCount: isStandingCount(row.code) });
    },
    () => row.areNumbersUnread || requireMeasurement(row, row),
  ];
  return rules.flatMap((rule) => {
    try {
      rule();
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // A rate is short of a column as often as of a cell: what stands in the file is its value.
      const field = error.code === 'REASON_MISSING' ? 'value' : (error.field ?? null);
      return [{ n: row.n, field, ...inWordsOfFile(error.messages, row) }];
    }
  });
}
