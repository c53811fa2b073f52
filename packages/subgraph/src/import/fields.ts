import {
  ADMIN_LEVELS,
  DomainError,
  type LocalDate,
  localDate,
  type Messages,
  nfc,
  type ParsedNumber,
  type Period,
  parseVietnameseNumber,
  period,
  TEAM_KINDS,
} from '@cnscd/domain';
import { z } from 'zod';
import { isCount, NOT_A_COUNT } from './whole-counts.ts';
import type { Fault, Path } from './yaml-file.ts';

// The kinds of value that the files hold. YAML gives all of them as text.

/** Text that is not empty, in NFC. */
export const words = z.string().transform((text, context) => {
  const trimmed = nfc(text).trim();
  if (trimmed === '') return refuse(context, { vi: 'Không được để trống.', en: 'Must not be empty.' });
  return trimmed;
});

/** Identifier that the file gives: letters without diacritics, digits and hyphens. */
export const identifier = z.string().transform((text, context) => {
  if (/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text)) return text;
  return refuse(context, {
    vi: 'Mã chỉ gồm chữ cái không dấu, chữ số và dấu gạch nối, ví dụ ta-lang.',
    en: 'An identifier has letters without diacritics, digits and hyphens only, such as ta-lang.',
  });
});

export const day: z.ZodType<LocalDate, string> = read((text) => localDate(text));
export const reportingPeriod: z.ZodType<Period, string> = read((text) => period(text));

/** A number as the source prints it, with the words that say how sure it is. */
export const statedNumber: z.ZodType<ParsedNumber, string> = read((text) => parseVietnameseNumber(text));

/** A number without "hơn", "khoảng", "ước". */
export const plainNumber = statedNumber.transform((number, context) => {
  if (number.qualifier === 'EXACT') return number.value;
  return refuse(context, {
    vi: 'Chỉ ghi số, không kèm "hơn", "khoảng", "ước".',
    en: 'Only a number, without "hơn", "khoảng", "ước".',
  });
});

/** A whole number from 0 to MAX_COUNT. */
export const count = plainNumber.transform((number, context) =>
  isCount(number) ? number : refuse(context, NOT_A_COUNT),
);

/** An amount of money in đồng: a whole number, 0 or more. */
export const amountVnd = plainNumber.transform((number, context) => {
  if (Number.isInteger(number) && number >= 0) return number;
  return refuse(context, { vi: 'Phải là số nguyên không âm.', en: 'Must be a whole number, 0 or more.' });
});

export const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true');

export const level = z.enum(ADMIN_LEVELS);
export const teamKind = z.enum(TEAM_KINDS);

/** Where and when something holds: a unit's code (or a village's id in the file) and a day on which it stands. */
export const place = { unit: identifier, day };

/** Reads a value by its schema, so that faultsOf can tell what is missing from what is wrong. */
export function parse<Value>(schema: z.ZodType<Value>, value: unknown): z.ZodSafeParseResult<Value> {
  return schema.safeParse(value, { reportInput: true });
}

/** What zod found, with paths from the top of the file and messages in both languages. */
export function faultsOf(error: z.ZodError, parent: Path): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = [...parent, ...issue.path.filter((part) => typeof part !== 'symbol')];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        messages: { vi: `Không có mục "${key}" ở đây.`, en: `There is no "${key}" here.` },
      }));
    }
    return [{ path, messages: messagesOf(issue) }];
  });
}

function messagesOf(issue: z.core.$ZodIssue): Messages {
  switch (issue.code) {
    case 'custom':
      return issue.params?.['messages'] as Messages; // only refuse() makes custom issues
    case 'invalid_value': {
      if (issue.input === undefined) return MISSING;
      const allowed = issue.values.join(', ');
      return { vi: `Phải là một trong: ${allowed}.`, en: `Must be one of: ${allowed}.` };
    }
    case 'invalid_type': {
      if (issue.input === undefined) return MISSING;
      const shape = SHAPES[issue.expected] ?? { vi: issue.expected, en: issue.expected };
      return { vi: `Phải là ${shape.vi}.`, en: `Must be ${shape.en}.` };
    }
    default:
      return { vi: `Không hợp lệ: ${issue.message}.`, en: `Not valid: ${issue.message}.` };
  }
}

const MISSING: Messages = { vi: 'Thiếu mục này.', en: 'This is missing.' };

const SHAPES: Readonly<Record<string, Messages>> = {
  string: { vi: 'chữ hoặc số', en: 'text or a number' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm các mục', en: 'a group of entries' },
  record: { vi: 'nhóm các mục', en: 'a group of entries' },
};

function read<Value>(readText: (text: string) => Value): z.ZodType<Value, string> {
  return z.string().transform((text, context) => {
    try {
      return readText(nfc(text).trim());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(context, error.messages);
    }
  });
}

function refuse(context: z.RefinementCtx, messages: Messages): never {
  context.addIssue({ code: 'custom', params: { messages } });
  return z.NEVER;
}
