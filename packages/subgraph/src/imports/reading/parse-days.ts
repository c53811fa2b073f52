import {
  addDays,
  type LocalDate,
  UNITS_KNOWN_FROM,
  type WrittenDay,
  writtenDay,
  writtenPeriod,
} from '@cnscd/domain';
import { dayOfSerial } from '../../spreadsheets/day-serials.ts';
import { type FilledCell, type ParsedCell, parsed, refused } from './parsed-cell.ts';
import { remembering } from './remembering.ts';

/** A day, and the time where the cell has one. */
export function parseDay(filled: FilledCell): ParsedCell {
  const { column, text: given } = filled;
  const read = dayIn(filled);
  if (read.kind === 'AMBIGUOUS') {
    return refused(filled, 'DATE_AMBIGUOUS', { column, given, readings: read.readings });
  }
  if (read.kind === 'INCOMPLETE') return refused(filled, 'DATE_INCOMPLETE', { column, given });
  if (read.kind === 'INVALID') return refused(filled, 'DATE_INVALID', { column, given });
  return inReach(filled, read);
}

function dayIn({ cell, text }: FilledCell): WrittenDay {
  if (cell.kind === 'DAY') {
    // "2/1990" becomes 1 February in Excel: nobody has said the first.
    return cell.shows === 'MONTH' ? { kind: 'INCOMPLETE' } : { kind: 'DAY', day: cell.day, time: cell.time };
  }
  if (cell.kind !== 'NUMBER') return dayOf(text);
  if (isYear(cell.number)) return { kind: 'INCOMPLETE' };
  // A day that lost its format, as happens when only values are pasted.
  const day = cell.number >= FIRST_PLAUSIBLE_SERIAL ? dayOfSerial(cell.number, '1900') : null;
  return day === null ? { kind: 'INVALID' } : { kind: 'DAY', day, time: null };
}

const dayOf = remembering(writtenDay);

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1900 && number <= 2100;

/** 1 January 1982; smaller numbers are hardly ever days. */
const FIRST_PLAUSIBLE_SERIAL = 29_952;

/** How far ahead of today a day may lie; what has happened lies behind. */
const DAYS_AHEAD: Readonly<Record<string, number>> = { from: 366, to: 366, date: 366, foundedOn: 366 };

function inReach(filled: FilledCell, { day, time }: Extract<WrittenDay, { kind: 'DAY' }>): ParsedCell {
  const { column, field, today } = filled;
  const [from, to]: [LocalDate, LocalDate] = [UNITS_KNOWN_FROM, addDays(today, DAYS_AHEAD[field.name] ?? 0)];
  if (day < from || day > to) return refused(filled, 'DATE_OUT_OF_RANGE', { column, day, from, to });
  const result = parsed(filled, day);
  if (field.name === 'date' && time !== null) result.values['time'] = time;
  return result;
}

/** The begin of "19h30", "19:30 - 21:00", "8 giờ". */
export function parseTime(filled: FilledCell): ParsedCell {
  const { cell, column, text: given } = filled;
  if (cell.kind === 'TIME') return parsed(filled, cell.time);
  if (cell.kind === 'DAY' && cell.time !== null) return parsed(filled, cell.time);
  const [begin = '', end] = given.toLowerCase().split(/\s*(?:[-–]|đến)\s*/u);
  const [from, to] = [minutesOf(begin), end === undefined ? null : minutesOf(end)];
  if (from === null || (end !== undefined && (to === null || to <= from))) {
    return refused(filled, 'TIME_INVALID', { column, given });
  }
  const result = parsed(filled, clock(from));
  if (to !== null) result.values['durationMinutes'] = to - from;
  return result;
}

const TIME = /^(?:lúc )?(\d{1,2})\s*(?:h|:|g|giờ)\s*(\d{2})?\s*(?:phút|p|')?(?::\d{2})?\s*(?:sáng|am)?$/u;

function minutesOf(text: string): number | null {
  const [, hours, minutes = '0'] = TIME.exec(text.trim()) ?? [];
  const total = hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
  return total < 1440 && Number(minutes) < 60 ? total : null;
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

export function parsePeriod(filled: FilledCell): ParsedCell {
  const { cell, column, text: given } = filled;
  if (cell.kind === 'DAY' && cell.shows === 'MONTH') return parsed(filled, cell.day.slice(0, 7));
  const period = writtenPeriod(given);
  return period === null ? refused(filled, 'PERIOD_INVALID', { column, given }) : parsed(filled, period);
}
