import {
  type ImportFault,
  importFault,
  type LocalDate,
  sensitiveKind,
  TEXT_LIMITS,
  textFault,
} from '@cnscd/domain';
import type { Cell } from '../../spreadsheets/cells.ts';
import { cellText } from './cell-text.ts';
import type { ImportField } from './fields.ts';
import { leftOutKind } from './left-out.ts';
import { parseCode, parseLink, parseUnitCode, parseUuid } from './parse-codes.ts';
import { parseDay, parsePeriod, parseTime } from './parse-days.ts';
import { parseCount, parseNumber, parseStatedNumber } from './parse-numbers.ts';
import { parseNames, parseNote, parsePerson, parsePhones, parseText, SENSITIVE } from './parse-texts.ts';
import { parseFlag, parsePosition, parseWord, parseWords } from './parse-words.ts';
import type { CellParser, ParsedCell } from './parsed-cell.ts';

/**
 * A cell as its field has it, or what is wrong with it.
 *
 * @param cell - null for an empty one
 */
export function parseCell(
  cell: Cell | null | undefined,
  place: { column: string; field: ImportField; today: LocalDate },
): ParsedCell {
  const { column, field } = place;
  const failed = (fault: ImportFault): ParsedCell => ({
    values: { [field.name]: null },
    faults: [fault],
    quotable: null,
  });
  if (cell?.kind === 'FORMULA') return failed(importFault('FORMULA_WITHOUT_VALUE', { column }));
  if (cell?.kind === 'BROKEN') return failed(importFault('CELL_BROKEN', { column, given: cell.text }));
  const said = cellText(cell);
  if (cell == null || said === null || NOTHING.test(said.text)) {
    return { values: { [field.name]: null }, faults: [], quotable: null };
  }
  const leftOut = leftOutKind(said.text);
  if (leftOut !== null) return failed(importFault('TEXT_SENSITIVE', { column, what: SENSITIVE[leftOut] }));
  const reason = said.text.length > TEXT_LIMITS.note ? textFault(said.text, TEXT_LIMITS.note) : null;
  if (reason !== null) return failed(importFault('TEXT_INVALID', { column, reason }));
  const parsed = harmless(parserOf(field)({ ...place, cell, text: said.text }), place, said.text);
  if (said.convertedFrom !== null) {
    parsed.faults.unshift(importFault('LEGACY_FONT', { column, font: said.convertedFrom }));
  }
  return parsed;
}

/** A sentence must not repeat what may never be stored: that it stands there is the worse fault. */
function harmless(
  parsed: ParsedCell,
  { column, field }: { column: string; field: ImportField },
  text: string,
): ParsedCell {
  const mayQuote = parsed.faults.length > 0 && parsed.quotable !== null;
  const kind = mayQuote ? sensitiveKind(text) : null;
  if (kind === null) return parsed;
  const fault = importFault('TEXT_SENSITIVE', { column, what: SENSITIVE[kind] });
  return { values: { [field.name]: null }, faults: [fault], quotable: null };
}

/** What people write where there is nothing to write. */
const NOTHING = /^(?:[-–—._*]+|\/+|n\/a|không có|chưa có|ko có)$/iu;

function parserOf({ type }: ImportField): CellParser {
  switch (type) {
    case 'TEXT':
      return parseText;
    case 'NOTE':
      return parseNote;
    case 'PERSON':
      return parsePerson;
    case 'PHONES':
      return parsePhones;
    case 'DAY':
      return parseDay;
    case 'TIME':
      return parseTime;
    case 'PERIOD':
      return parsePeriod;
    case 'COUNT':
      return parseCount;
    case 'NUMBER':
      return parseNumber;
    case 'STATED_NUMBER':
      return parseStatedNumber;
    case 'FLAG':
      return parseFlag;
    case 'ROLE':
      return parseWord('memberRole');
    case 'TEAM_KIND':
      return parseWord('teamKind');
    case 'ACTIVITY_KIND':
      return parseWord('activityKind');
    case 'ACTIVITY_STATUS':
      return parseWord('activityStatus');
    case 'TEAM_STATUS':
      return parseWord('teamStatus');
    case 'ADMIN_LEVEL':
      return parseWord('adminLevel');
    case 'QUALIFIER':
      return parseWord('qualifier');
    case 'AFFILIATIONS':
      return parseWords('affiliation');
    case 'TOPICS':
      return parseWords('topic');
    case 'POSITION':
      return parsePosition;
    case 'CODE':
      return parseCode;
    case 'UNIT_CODE':
      return parseUnitCode;
    case 'UUID':
      return parseUuid;
    case 'LINK':
      return parseLink;
    case 'NAMES':
      return parseNames;
    case 'ORDINAL':
    case 'COUNTED':
    case 'NOT_STORED':
      return () => ({ values: {}, faults: [], quotable: null });
  }
}
