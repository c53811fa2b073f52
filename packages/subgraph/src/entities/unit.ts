import {
  type Boundary,
  DomainError,
  formatDate,
  isStorableText,
  type Language,
  type LocalDate,
  shown,
  today,
  unitCode,
} from '@cnscd/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../context.ts';
import type { UnitRow } from './rows.ts';

// The expression of the index admin_unit_order, word for word.
const SORT_KEY = `((CASE u.level WHEN 'NATION' THEN '0' WHEN 'PROVINCE' THEN '1' WHEN 'DISTRICT' THEN '2'
  WHEN 'COMMUNE' THEN '3' ELSE '4' END) || u.search_text)`;

/** The columns of a UnitRow, from admin_unit under the alias u. */
export const unitColumns = raw(`
  u.id, u.code, u.name, u.full_name as "fullName", u.kind, u.level, u.parent_id as "parentId",
  u.valid_from as "validFrom", u.valid_to as "validTo", u.aliases, u.is_synthetic as "isSynthetic",
  ${SORT_KEY} as "sortKey"`);

/** Larger units first, then by name: who types "quảng trị" means the province. */
export const unitSortKey = raw(SORT_KEY);

/** Whether the unit under the alias u stands on a day. */
export const standsOn = (day: string | Sql) =>
  sql`(u.valid_from is null or u.valid_from <= ${day}::date) and (u.valid_to is null or u.valid_to >= ${day}::date)`;

export const unitById = perRequest<string, UnitRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<UnitRow>(sql`
    /* unitById */
    select ${unitColumns} from admin_unit u where u.id = any(${ids.filter(isStorableText)}::text[])`);
  return inOrder(ids, rows, (row) => row.id);
});

/** By the code alone: the latest version that bears it. A portal may still hold an old code. */
export const unitByLatestCode = perRequest<string, UnitRow | null>(async (ctx, codes) => {
  const rows = await ctx.db.rows<UnitRow>(sql`
    /* unitByLatestCode */
    select distinct on (u.code) ${unitColumns} from admin_unit u
    where u.code = any(${codes.filter(isStorableText)}::text[])
    order by u.code, u.valid_from desc nulls last`);
  return inOrder(codes, rows, (row) => row.code ?? '');
});

interface CodeOnDay {
  code: string;
  day: string;
}

const keyOf = ({ code, day }: CodeOnDay) => `${code} ${day}`;

/** By code and day: the version that bears the code on that day. */
export const unitByCodeOnDay = perRequest<CodeOnDay, UnitRow | null>(async (ctx, keys) => {
  const asked = keys.filter(({ code }) => isStorableText(code));
  const rows = await ctx.db.rows<UnitRow & { askedDay: string }>(sql`
    /* unitByCodeOnDay */
    select ${unitColumns}, asked.day as "askedDay"
    from unnest(${asked.map((key) => key.code)}::text[], ${asked.map((key) => key.day)}::date[]) as asked (code, day)
    join admin_unit u on u.code = asked.code
      and (u.valid_from is null or u.valid_from <= asked.day) and (u.valid_to is null or u.valid_to >= asked.day)`);
  const byKey = new Map(rows.map((row) => [keyOf({ code: row.code ?? '', day: row.askedDay }), row]));
  return keys.map((key) => byKey.get(keyOf(key)) ?? null);
}, keyOf);

/**
 * The unit that a code names on a day.
 *
 * @throws {DomainError} `UNIT_CODE_INVALID`, or `UNIT_NOT_FOUND` with a hint where the code is borne on another day
 */
export async function requireUnit(
  ctx: Context,
  code: string,
  day: LocalDate,
  field = 'unitCode',
): Promise<UnitRow> {
  const unit = await unitByCodeOnDay(ctx).load({ code: unitCode(code, field), day });
  if (unit !== null) return unit;
  const other = await unitByLatestCode(ctx).load(code);
  const [vi, en] = other === null ? ['', ''] : [hint(other, 'vi'), hint(other, 'en')];
  throw new DomainError(
    'UNIT_NOT_FOUND',
    {
      vi: `Không có đơn vị nào mang mã ${code} vào ngày ${formatDate(day, 'vi')}${vi}.`,
      en: `No unit bears the code ${code} on ${formatDate(day, 'en')}${en}.`,
    },
    { field, value: code },
  );
}

/** The refusal of a code or an id that no unit has. */
export function unitNotFound(field: string, value: string): DomainError {
  return new DomainError(
    'UNIT_NOT_FOUND',
    {
      vi: `Không có đơn vị nào với ${field} ${shown(value)}.`,
      en: `There is no unit with the ${field} ${shown(value)}.`,
    },
    { field, value: shown(value) },
  );
}

/** Who bears the code on another day. */
function hint({ fullName, validFrom, validTo }: UnitRow, language: Language): string {
  const day = (text: string) => formatDate(text as LocalDate, language); // from the database, a real day
  const words = language === 'vi' ? HINT.vi : HINT.en;
  const since = validFrom === null ? '' : ` ${words.since} ${day(validFrom)}`;
  const until = validTo === null ? '' : ` ${words.until} ${day(validTo)}`;
  return `; ${words.latest} ${fullName}${since}${until}`;
}

const HINT = {
  vi: { latest: 'gần nhất là', since: 'từ', until: 'đến hết' },
  en: { latest: 'the latest is', since: 'from', until: 'until' },
};

/**
 * The unit that a code means in the borders asked for: in CURRENT borders the one that bears it today, if any does.
 *
 * @throws {DomainError} as {@link requireUnit}
 */
export async function regionOf(
  ctx: Context,
  code: string,
  day: LocalDate,
  boundary: Boundary,
  field = 'unitCode',
): Promise<UnitRow> {
  if (boundary === 'AS_REPORTED') return requireUnit(ctx, code, day, field);
  const standing = await unitByCodeOnDay(ctx).load({ code: unitCode(code, field), day: today(ctx.now) });
  return standing ?? requireUnit(ctx, code, day, field);
}
