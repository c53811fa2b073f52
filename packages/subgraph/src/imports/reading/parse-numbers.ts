import { ambiguousReadings, DomainError, type ParsedNumber, parseVietnameseNumber } from '@cnscd/domain';
import { type FilledCell, type ParsedCell, parsed, refused } from './parsed-cell.ts';

type Reading = ParsedNumber | ParsedCell;
const isRefused = (reading: Reading): reading is ParsedCell => 'faults' in reading;

/** A whole number of people, things or minutes; "15 người" counts as 15. */
export function parseCount(filled: FilledCell): ParsedCell {
  const { column, text: given } = filled;
  const reading = readNumber(filled, given.replace(UNIT_WORDS, ''));
  if (isRefused(reading)) return reading;
  const { value, qualifier, isPercent } = reading;
  const isCount = Number.isInteger(value) && value >= 0 && value <= 1_000_000;
  if (!isCount || qualifier !== 'EXACT' || isPercent)
    return refused(filled, 'COUNT_INVALID', { column, given });
  return parsed(filled, value);
}

const UNIT_WORDS = /\s*(?:lượt người|lượt|người|thành viên|tv|hộ|phút|p)\.?$/iu;

export function parseNumber(filled: FilledCell): ParsedCell {
  const reading = readNumber(filled, filled.text);
  return isRefused(reading) ? reading : parsed(filled, reading.value);
}

/** A figure as its source states it: "hơn 4.000", "500-600", "98,5%", together with the words themselves. */
export function parseStatedNumber(filled: FilledCell): ParsedCell {
  const { text, field } = filled;
  const [, low = text, high] = RANGE.exec(text) ?? [];
  const readings = (high === undefined ? [text] : [low, high]).map((part) => readNumber(filled, part));
  const statement = text.slice(0, LONGEST_STATEMENT);
  const failed = readings.find(isRefused);
  if (failed !== undefined) return { ...failed, values: { [field.name]: null, qualifier: null, statement } };
  const [least, most] = readings.flatMap((reading) => (isRefused(reading) ? [] : [reading]));
  if (least === undefined || (most !== undefined && most.value < least.value)) {
    return refused(filled, 'NUMBER_INVALID', { column: filled.column, given: text });
  }
  const { value, qualifier } = least;
  const range = most === undefined ? {} : { valueMax: most.value };
  return { ...parsed(filled, value), values: { [field.name]: value, ...range, qualifier, statement } };
}

const LONGEST_STATEMENT = 300;
const RANGE = /^(\d[\d.,]*\s*%?)\s*(?:[-–]|đến)\s*(\d[\d.,]*\s*%?)$/iu;

function readNumber(filled: FilledCell, written: string): Reading {
  const { cell, column, text: given } = filled;
  if (cell.kind === 'NUMBER' && written === given) return numberIn(cell);
  if (cell.kind !== 'NUMBER' && cell.kind !== 'TEXT')
    return refused(filled, 'NUMBER_INVALID', { column, given });
  const readings = ambiguousReadings(written);
  if (readings !== null) return refused(filled, 'NUMBER_AMBIGUOUS', { column, given, readings });
  try {
    return parseVietnameseNumber(written);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused(filled, 'NUMBER_INVALID', { column, given });
  }
}

/** A number that the spreadsheet itself takes for one has no separators to read, but perhaps a percent sign. */
function numberIn({ number, isPercent }: Extract<FilledCell['cell'], { kind: 'NUMBER' }>): ParsedNumber {
  const value = Number((isPercent ? number * 100 : number).toPrecision(15));
  return { value, qualifier: 'EXACT', isPercent };
}
